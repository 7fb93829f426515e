import HTTPTypes

/// A request on its way into a handler: the generated code takes parameters and body from it.
public struct ServerRequest: Sendable {
    /// The request as it came.
    public let message: RequestMessage
    /// The operation that it calls.
    public let operation: APIOperation

    let securitySchemes: [SecurityScheme]
    let captures: [(name: String, text: Substring)]
    let maximumBodyBytes: Int
    let multipartLimits: MultipartLimits
    /// Whether parameters and body are checked against their schemas.
    let isValidated: Bool
    /// The failure found before parameters and body are read, which is reported after authentication.
    let earlyRefusal: RequestFailure?

    init(
        message: RequestMessage, operation: APIOperation, securitySchemes: [SecurityScheme],
        captures: [(name: String, text: Substring)], maximumBodyBytes: Int, multipartLimits: MultipartLimits, isValidated: Bool
    ) throws(RequestFailure) {
        self.message = message
        self.operation = operation
        self.securitySchemes = securitySchemes
        self.captures = captures
        self.maximumBodyBytes = maximumBodyBytes
        self.multipartLimits = multipartLimits
        self.isValidated = isValidated
        earlyRefusal =
            Self.bodyFailure(message, operation, limit: maximumBodyBytes) ?? Self.negotiationFailure(message.head, operation)
        // Security is decided before anything else that may be wrong.
        if operation.security.isEmpty, let earlyRefusal { throw earlyRefusal }
    }

    /// The one of several media types that the caller wants most.
    /// - Throws: 406 where it wants none.
    public func accepted(_ mediaTypes: [String]) throws(RequestFailure) -> String {
        guard let field = message.head.headerFields[.accept] else { return mediaTypes.first ?? "" }
        guard let best = AcceptedMediaTypes(field).best(of: mediaTypes) else { throw .notAcceptable(mediaTypes) }
        return best
    }

    /// The media type of the response with a status: the documented one that the caller wants most, or the first one.
    ///
    /// For a range in the document, it is the caller's media type in that range, or the default one.
    /// - Throws: 406 where the caller wants none of them.
    public func responseMediaType(_ status: Int) throws(RequestFailure) -> String {
        let documented = operation.response(for: status)?.content ?? []
        return accept.concrete(try accepted(documented), among: documented)
    }

    /// A body that says by itself that it is too large, or that the operation does not have at all.
    private static func bodyFailure(_ message: RequestMessage, _ operation: APIOperation, limit: Int) -> RequestFailure? {
        guard operation.requestBody == nil, message.announcesBody else { return nil }
        if let length = message.body?.length, length > limit { return .bodyTooLarge(limit: limit) }
        return RequestFailure(.unsupportedMediaType, "the operation takes no body", parameter: "Content-Type")
    }

    /// The media types that the caller accepts, for services that respond in several media types.
    public var accept: AcceptedMediaTypes {
        AcceptedMediaTypes(message.head.headerFields[.accept] ?? "")
    }

    private static func negotiationFailure(_ head: HTTPRequest, _ operation: APIOperation) -> RequestFailure? {
        guard let field = head.headerFields[.accept], field != "*/*" else { return nil }
        let offered = operation.successContent
        guard !offered.isEmpty, !offered.contains(field), AcceptedMediaTypes(field).best(of: offered) == nil else { return nil }
        return .notAcceptable(offered)
    }

    var query: Substring {
        guard let path = message.head.path, let mark = path.utf8.firstIndex(of: UInt8(ascii: "?")) else { return "" }
        let query = path[path.utf8.index(after: mark)...]
        return query.beforeFirst(UInt8(ascii: "#"), or: UInt8(ascii: "#"))
    }
}

extension RequestFailure {
    fileprivate static func notAcceptable(_ offered: [String]) -> RequestFailure {
        RequestFailure(.notAcceptable, "the response can only be \(offered.joined(separator: " or "))", parameter: "Accept")
    }
}
