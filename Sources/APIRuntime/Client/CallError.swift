/// The failure of a call: that there is no response, or that it is not one that the document describes as a success.
///
/// Each operation has an error type of its own, an ``OperationError``, if the document describes its failures; ``OperationError/callError``
/// gives the failure of any of them in this form.
public struct CallError: Error, Sendable {
    /// The operation that was called.
    public let operationID: String
    /// The cause of the failure.
    public let cause: Cause
    /// The response with status, header fields and, where it was read, the body; `nil` if none has come.
    public let response: FailedResponse?
    /// One sentence about it. Credentials don't show in it.
    public let description: String

    /// The causes of failed calls.
    public enum Cause: Sendable {
        /// A parameter or the body cannot be written as the document says.
        case unencodable(part: String, reason: String)
        /// The base URL is not one.
        case invalidServerURL(String)
        /// The provider of a credential failed.
        case credential(any Error)
        /// The transport or a middleware failed; whether the server has acted is unknown.
        case transport(any Error)
        /// The call took longer than the client's timeout.
        case timedOut(after: Duration)
        /// The task that called was cancelled.
        case cancelled
        /// The response has more bytes than the client reads.
        case responseTooLarge(limit: Int)
        /// The response has a documented status, but its headers or body cannot be decoded.
        case undecodable(part: String, reason: String)
        /// A part of the response violates its schema.
        case invalid(part: String, violations: [JSONViolation])
        /// The response has a status that the document does not describe.
        case undocumented
        /// The response is a failure that the document describes; the operation's own error has it as a value.
        case documented
    }

    /// The error of a response with a status that the document does not describe.
    public init(_ response: ClientResponse) {
        self = response.undocumented()
    }

    /// The error of a failure that the document describes.
    /// - Parameter response: the response; `nil` where a server has made the failure.
    public init(documented response: FailedResponse?) {
        operationID = response?.operationID ?? ""
        cause = .documented
        self.response = response
        description = (response.map { $0.operationID + ": " } ?? "") + Self.text(of: cause, response)
    }

    /// - Parameter secrets: credentials, which an error of a transport may repeat.
    init(_ operation: APIOperation, _ cause: Cause, _ response: FailedResponse? = nil, secrets: [String] = []) {
        operationID = operation.id
        self.cause = cause
        self.response = response
        let text = "\(operation.id): \(Self.text(of: cause, response))"
        description = secrets.reduce(text) { Self.replacing($1, in: $0) }
    }

    private static func text(of cause: Cause, _ response: FailedResponse?) -> String {
        let source = "the response" + (response.map { " with \($0)" } ?? "")
        return switch cause {
        case .unencodable(let part, let reason): "\(part) cannot be sent: \(reason)"
        case .invalidServerURL(let url): "'\(url)' is not the URL of a server"
        case .credential(let error): "no credential could be obtained: \(error)"
        case .transport(let error): "the request failed: \(error)"
        case .timedOut(let limit): "no response within \(limit)"
        case .cancelled: "the call was cancelled"
        case .responseTooLarge(let limit): "the response has more than \(limit) bytes"
        case .undecodable(let part, let reason): "\(part) of \(source) cannot be read: \(reason)"
        case .invalid(let part, let violations): "\(part) of \(source) is invalid: \(violations.sentence)"
        case .undocumented: "the document does not describe \(source)" + excerpt(of: response?.body ?? [])
        case .documented: response.map { "the service responded with \($0)" } ?? "a failure that the document describes"
        }
    }

    private static func excerpt(of body: [UInt8]) -> String {
        if body.isEmpty { return "" }
        let excerpt = String(decoding: body.prefix(200), as: UTF8.self)
        return "; the response begins: "
            + String(String.UnicodeScalarView(excerpt.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    }

    private static func replacing(_ secret: String, in text: String) -> String {
        guard secret.utf8.count > 3 else { return text }
        var result = ""
        var rest = Substring(text)
        while let range = rest.firstRange(of: secret) {
            result += rest[..<range.lowerBound] + "(credential)"
            rest = rest[range.upperBound...]
        }
        return result + rest
    }
}
