public import HTTPTypes

/// The reason why a request was rejected without a documented response.
///
/// The runtime throws it, and a service may. Generated code turns it into the error body that the document describes.
public struct RequestFailure: Error, Sendable, CustomStringConvertible {
    /// The kind of failure.
    public let kind: Kind
    /// The name of the parameter or header field in question.
    public let parameter: String?
    /// A sentence for the caller, which reveals nothing about the inside of the service. It has at most 2,000 characters.
    public let message: String
    /// The violations of the value's schema, each with its JSON Pointer and the document's line, as far as they fit in 40 kB of JSON.
    public let violations: [JSONViolation]
    /// Header fields that the response carries, such as `Allow` or `WWW-Authenticate`.
    public var headers: HTTPFields

    /// Creates a failure with the status of its kind. Messages and violations that are too long for an error body are shortened.
    public init(
        _ kind: Kind, _ message: String, parameter: String? = nil, headers: HTTPFields = HTTPFields(),
        violations: [JSONViolation] = []
    ) {
        self.kind = kind
        self.message = message.shortened(to: 2000)
        self.parameter = parameter?.shortened(to: 200)
        self.headers = headers
        self.violations = violations.fitting(40_000)
        status = kind.rawValue > 999 ? kind.rawValue / 10 : kind.rawValue
    }

    /// The failure with a status that callers of the operation know of, as some documents have 422 where others have 400.
    func documented(by operation: APIOperation) -> RequestFailure {
        let alternatives: [Int] =
            switch kind {
            case .invalidParameter, .invalidBody: [400, 422]
            case .invalidPathParameter: [404, 400, 422]
            default: []
            }
        var failure = self
        failure.status = alternatives.first { operation.response(for: $0) != nil } ?? status
        return failure
    }

    /// The kinds of failures, each with its status.
    public enum Kind: Int, Sendable {
        /// A parameter that is needed is absent, or its value isn't one.
        case invalidParameter = 4001
        /// The body cannot be read as what the document says.
        case invalidBody = 4002
        /// The credential is missing or invalid.
        case unauthorized = 401
        /// The caller is known and not allowed to.
        case forbidden = 403
        /// Nothing has this path.
        case notFound = 404
        /// A path parameter cannot have this value, so nothing has this path.
        case invalidPathParameter = 4041
        /// The path is there, the method isn't.
        case methodNotAllowed = 405
        /// The caller accepts none of the operation's media types.
        case notAcceptable = 406
        /// Too much time has passed.
        case timeout = 408
        /// The body has more bytes than are accepted.
        case bodyTooLarge = 413
        /// The body's media type is not one of the operation's.
        case unsupportedMediaType = 415
        /// The caller has sent too many requests.
        case tooManyRequests = 429
        /// The service failed; the cause stays inside.
        case internalError = 500
        /// The service is shutting down or has too much to do.
        case unavailable = 503
    }

    /// The status of the response: that of the kind, or the one that the operation documents for it.
    public private(set) var status: Int

    public var description: String {
        "\(status): \(message)"
    }

    /// The message as a JSON string, including its quotation marks.
    public var quotedMessage: String {
        var json: [UInt8] = []
        TextTree.appendString(message, to: &json)
        return String(decoding: json, as: UTF8.self)
    }

    /// The failure as `application/problem+json` (RFC 9457).
    public var response: ServerResponse {
        var json: [UInt8] = Array("{\"type\":\"about:blank\",\"title\":".utf8)
        TextTree.appendString(statusPhrase(status), to: &json)
        json.append(contentsOf: ",\"status\":\(status),\"detail\":".utf8)
        TextTree.appendString(message, to: &json)
        if let parameter {
            json.append(contentsOf: ",\"parameter\":".utf8)
            TextTree.appendString(parameter, to: &json)
        }
        if !violations.isEmpty { appendViolations(to: &json) }
        json.append(UInt8(ascii: "}"))
        return .bytes(status, HTTPBody(json), as: "application/problem+json")
    }

    private func appendViolations(to json: inout [UInt8]) {
        json.append(contentsOf: ",\"violations\":[".utf8)
        for (index, violation) in violations.enumerated() {
            json.append(contentsOf: (index == 0 ? "{" : ",{").utf8)
            for (name, text) in [("pointer", violation.pointer), ("keyword", violation.keyword), ("message", violation.message)] {
                json.append(contentsOf: "\"\(name)\":".utf8)
                TextTree.appendString(text, to: &json)
                json.append(UInt8(ascii: ","))
            }
            json.append(contentsOf: "\"line\":\(violation.line.map(String.init) ?? "null")}".utf8)
        }
        json.append(UInt8(ascii: "]"))
    }
}

extension [JSONViolation] {
    /// The first violations whose JSON has at most this many bytes.
    fileprivate func fitting(_ limit: Int) -> [JSONViolation] {
        var rest = limit
        return Array(
            prefix { violation in
                rest -= violation.pointer.lengthInJSON + violation.message.lengthInJSON + 80
                return rest >= 0
            })
    }
}

extension String {
    /// The number of bytes as a JSON string, escapes counted.
    fileprivate var lengthInJSON: Int {
        utf8.reduce(0) { $0 + ($1 < 0x20 ? 6 : $1 == UInt8(ascii: "\"") || $1 == UInt8(ascii: "\\") ? 2 : 1) }
    }
}
