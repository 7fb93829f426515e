public import HTTPTypes

/// Why a call did not lead to a documented answer.
public struct CallError: Error, Sendable, CustomStringConvertible {
    /// The operation that was called.
    public let operationID: String
    /// What happened.
    public let cause: Cause
    /// One sentence about it. Credentials don't show in it.
    public let description: String

    /// What keeps a call from a documented answer.
    public enum Cause: Sendable {
        /// A parameter or the body cannot be written as the document says.
        case unencodable(part: String, reason: String)
        /// The base URL is not one.
        case invalidServerURL(String)
        /// The provider of a credential failed.
        case credential(any Error)
        /// The transport or a middleware failed; nothing is known about the server's answer.
        case transport(any Error)
        /// The call took longer than the client's timeout.
        case timedOut(after: Duration)
        /// The task that called was cancelled.
        case cancelled
        /// The response has more bytes than the client reads.
        case responseTooLarge(limit: Int)
        /// The answer has a documented status and not what the document says about it.
        case undecodable(status: Int, part: String, reason: String, body: [UInt8])
        /// A part of the answer is not what its schema asks for.
        case invalid(status: Int, part: String, violations: [JSONViolation])
        /// The answer has a status that the document doesn't name.
        case undocumented(status: Int, headers: HTTPFields, body: [UInt8])
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
        case .credential(let error): "the credential could not be had: \(error)"
        case .transport(let error): "the call did not get through: \(error)"
        case .timedOut(let limit): "no answer within \(limit)"
        case .cancelled: "the call was cancelled"
        case .responseTooLarge(let limit): "the answer has more than \(limit) bytes"
        case .undecodable(let status, let part, let reason, _):
            "\(part) of the answer with status \(status) cannot be read: \(reason)"
        case .invalid(let status, let part, let violations):
            "\(part) of the answer with status \(status) does not fit: \(violations.sentence)"
        case .undocumented(let status, _, let body): "the document does not name status \(status)" + excerpt(of: body)
        }
    }

    private static func excerpt(of body: [UInt8]) -> String {
        if body.isEmpty { return "" }
        let excerpt = String(decoding: body.prefix(200), as: UTF8.self)
        return "; the answer begins: " + String(String.UnicodeScalarView(excerpt.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
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
    /// The call didn't lead to a documented answer.
    static func failed(_ error: CallError) -> Self
}
