public import HTTPTypes

/// A request on its way, as middlewares, transports and the router see it.
public struct RequestMessage: Sendable {
    /// Method, scheme, authority, path with query, and header fields.
    public var head: HTTPRequest
    /// The body; `nil` where the request has none.
    public var body: HTTPBody?
    /// The operation that is called; `nil` on a server where no operation has this path and method.
    public var operation: APIOperation?
    /// Who sent the request, on a server whose adapter knows it.
    public var source: RequestSource?
    /// The instant after which nobody waits for the response, on a server; `nil` where there is none.
    public var deadline: ContinuousClock.Instant?

    /// Creates a request.
    public init(head: HTTPRequest, body: HTTPBody? = nil, operation: APIOperation? = nil, source: RequestSource? = nil) {
        self.head = head
        self.body = body
        self.operation = operation
        self.source = source
    }
}

/// A response on its way back.
public struct ResponseMessage: Sendable {
    /// Status and header fields.
    public var head: HTTPResponse
    /// The body, empty where there is none.
    public var body: HTTPBody

    /// Creates a response.
    public init(head: HTTPResponse, body: HTTPBody = HTTPBody()) {
        self.head = head
        self.body = body
    }
}

extension RequestMessage {
    /// The header fields as the field lines of HTTP/1.1, with all cookies in one line (RFC 6265, section 5.4).
    ///
    /// `HTTPFields` keeps each cookie in a field of its own, as HTTP/2 compresses them.
    public var fieldLines: [(name: String, value: String)] {
        var lines: [(name: String, value: String)] = []
        var hasCookies = false
        for field in head.headerFields {
            if field.name != .cookie {
                lines.append((field.name.rawName, field.value))
            } else if !hasCookies {
                hasCookies = true
                lines.append(("Cookie", head.headerFields[values: .cookie].joined(separator: "; ")))
            }
        }
        return lines
    }
}

extension HTTPResponse.Status {
    /// Whether a response with this status has no content, regardless of its header fields (RFC 9110, sections 15.2 to 15.4).
    var hasNoContent: Bool {
        code < 200 || code == 204 || code == 205 || code == 304
    }
}
