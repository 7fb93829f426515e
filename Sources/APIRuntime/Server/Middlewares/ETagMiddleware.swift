import HTTPTypes

/// Gives responses an `ETag`, and answers requests for what the caller already has with status 304 (RFC 9110, section 13.1.2).
///
///     router.middlewares = [ETagMiddleware()]
///
/// The tag is a hash of the body. A handler that knows the version of its data sends an `ETag` of its own, which is kept; then bodies
/// that are streamed can be spared, too.
public struct ETagMiddleware: Middleware {
    private let longestBody: Int

    /// Creates a middleware.
    ///
    /// - Parameter longestBody: The greatest number of bytes of a body that is hashed.
    public init(longestBody: Int = 1 << 20) {
        self.longestBody = longestBody
    }

    public func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        var response = try await next(request)
        guard [.get, .head].contains(request.head.method), response.head.status == .ok else { return response }
        if response.head.headerFields[.eTag] == nil, request.head.method == .get, let bytes = response.body.bytes,
            bytes.count <= longestBody
        {
            response.head.headerFields[.eTag] = Self.tag(of: bytes)
        }
        return Self.revalidated(response, for: request)
    }

    /// Returns a response, or one with status 304 if the caller has what its tag names.
    static func revalidated(_ response: ResponseMessage, for request: RequestMessage) -> ResponseMessage {
        guard let tag = response.head.headerFields[.eTag], let known = request.head.headerFields[.ifNoneMatch],
            EntityTags(known).contain(tag)
        else { return response }
        return notModified(response)
    }

    /// Returns a strong entity tag of a body.
    static func tag(of bytes: [UInt8]) -> String {
        "\"\(Base64URLData(Array(SHA256.digest(of: bytes).prefix(18))))\""
    }

    private static func notModified(_ response: ResponseMessage) -> ResponseMessage {
        var head = response.head
        head.status = .notModified
        for name in [HTTPField.Name.contentType, .contentLength, .contentEncoding, .contentLanguage, .contentRange] {
            head.headerFields[name] = nil
        }
        return ResponseMessage(head: head)
    }
}

/// The entity tags of `If-None-Match`.
private struct EntityTags {
    private let isAny: Bool
    private let tags: Set<String>

    init(_ field: String) {
        isAny = field.trimmingHTTPWhitespace == "*"
        // A comma inside of a tag splits it into two that match nothing, so that the whole response is sent.
        tags = Set(field.split(separator: ",").map { Self.opaque(String($0).trimmingHTTPWhitespace) })
    }

    func contain(_ tag: String) -> Bool {
        isAny || tags.contains(Self.opaque(tag))
    }

    /// The tag without its mark of weakness, as If-None-Match compares (RFC 9110, section 8.8.3.2).
    private static func opaque(_ tag: String) -> String {
        tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : tag
    }
}
