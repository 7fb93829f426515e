public import HTTPTypes

/// The reason why a call has no documented response.
public struct CallError: Error, Sendable, CustomStringConvertible {
    /// The operation that was called.
    public let operationID: String
    /// The cause of the failure.
    public let cause: Cause
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
        case undecodable(status: Int, part: String, reason: String, body: [UInt8])
        /// A part of the response violates its schema.
        case invalid(status: Int, part: String, violations: [JSONViolation])
        /// The response has a status that the document does not describe.
        case undocumented(status: Int, headers: HTTPFields, body: [UInt8])
    }

    /// The error of a response with a status that the document does not describe.
    public init(_ response: ClientResponse) {
        self = response.undocumented()
    }

    /// - Parameter secrets: credentials, which an error of a transport may repeat.
    init(_ operation: APIOperation, _ cause: Cause, secrets: [String] = []) {
        operationID = operation.id
        self.cause = cause
        let text = "\(operation.id): \(Self.text(of: cause))"
        description = secrets.reduce(text) { Self.replacing($1, in: $0) }
    }

    private static func text(of cause: Cause) -> String {
        switch cause {
        case .unencodable(let part, let reason): "\(part) cannot be sent: \(reason)"
        case .invalidServerURL(let url): "'\(url)' is not the URL of a server"
        case .credential(let error): "no credential could be obtained: \(error)"
        case .transport(let error): "the request failed: \(error)"
        case .timedOut(let limit): "no response within \(limit)"
        case .cancelled: "the call was cancelled"
        case .responseTooLarge(let limit): "the response has more than \(limit) bytes"
        case .undecodable(let status, let part, let reason, _):
            "\(part) of the response with status \(status) cannot be read: \(reason)"
        case .invalid(let status, let part, let violations):
            "\(part) of the response with status \(status) is invalid: \(violations.sentence)"
        case .undocumented(let status, _, let body): "the document does not describe status \(status)" + excerpt(of: body)
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

/// The error of an operation: its documented failures, and everything else as ``failed(_:)``.
public protocol OperationError: Error {
    /// The call failed, or its response is not documented.
    static func failed(_ error: CallError) -> Self
}

/// The error of an operation without documented failures.
extension CallError: OperationError {
    public static func failed(_ error: CallError) -> CallError { error }
}
