#if Compression
public import APIRuntime
import HTTPTypes

/// Compresses the bodies of responses with gzip for callers who accept it (RFC 9110, section 12.5.3).
///
///     router.middlewares = [CompressionMiddleware(), ETagMiddleware()]
///
/// Texts are compressed: JSON, XML, YAML, JavaScript, forms, and the types `text`. Bodies that have a `Content-Encoding`, parts of a body,
/// and responses with `Cache-Control: no-transform` are sent as they are. Each chunk of a stream is sent at once.
///
/// Place it before ``APIRuntime/ETagMiddleware`` and ``APIRuntime/RangeMiddleware``. The tag of a compressed response is a weak one.
///
/// The length of a compressed body tells what it repeats. Do not compress responses that have a secret and a text of the caller
/// beside each other.
public struct CompressionMiddleware: Middleware {
    private let level: Int
    private let shortestBody: Int

    /// Creates a middleware.
    ///
    /// - Parameters:
    ///   - level: From 1, which is fastest, to 9, which gives the smallest bodies.
    ///   - shortestBody: The smallest number of bytes of a body that is compressed, where its length is known.
    public init(level: Int = 6, shortestBody: Int = 1024) {
        self.level = min(max(level, 1), 9)
        self.shortestBody = shortestBody
    }

    public func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        var response = try await next(request)
        guard response.head.isCompressible else { return response }
        response.head.headerFields.appendToVary("Accept-Encoding")
        guard request.head.method != .head, prefersGzip(request.head.headerFields[.acceptEncoding]),
            response.body.length ?? .max >= shortestBody, let body = compressed(response.body)
        else { return response }
        response.body = body
        response.head.headerFields[.contentEncoding] = "gzip"
        response.head.headerFields[.contentLength] = body.length.map { String($0) }
        response.head.headerFields[.acceptRanges] = nil
        // The bytes are others than those of the tag (RFC 9110, section 8.8.3.3).
        if let tag = response.head.headerFields[.eTag], !tag.hasPrefix("W/") { response.head.headerFields[.eTag] = "W/" + tag }
        return response
    }

    /// Returns a body in the format gzip; `nil` if it is not smaller, or if there is no memory.
    private func compressed(_ body: HTTPBody) -> HTTPBody? {
        guard let bytes = body.bytes, bytes.count <= 1 << 16 else {
            let chunks = CompressedChunks(body: body, level: level, flushesChunks: body.bytes == nil && body.length == nil)
            return HTTPBody(chunks, isReplayable: body.isReplayable, mediaType: body.mediaType)
        }
        guard let encoded = GzipEncoder(level: level)?.encode(bytes[...], .end), encoded.count < bytes.count else { return nil }
        return HTTPBody(encoded, mediaType: body.mediaType)
    }
}

extension HTTPResponse {
    /// Whether the body is a text that nothing keeps from being compressed.
    fileprivate var isCompressible: Bool {
        guard status != .partialContent, headerFields[.contentRange] == nil, headerFields[.contentEncoding] == nil,
            headerFields[.cacheControl]?.lowercased().contains("no-transform") != true,
            let mediaType = headerFields[.contentType].flatMap({ MediaType($0) })
        else { return false }
        let subtypes = ["json", "xml", "yaml", "javascript", "x-www-form-urlencoded", "jsonl", "x-ndjson", "json-seq"]
        return mediaType.type == "text" || subtypes.contains(mediaType.subtype)
            || ["+json", "+xml", "+yaml"].contains(where: mediaType.subtype.hasSuffix)
    }
}

/// Whether a caller accepts gzip, and wants nothing else more.
private func prefersGzip(_ field: String?) -> Bool {
    var weights: [String: Int] = [:]
    for element in (field ?? "").split(separator: ",") {
        let parts = element.split(separator: ";").map { String($0).trimmingHTTPWhitespace.lowercased() }
        let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { AcceptedMediaTypes.weight(String($0.dropFirst(2))) }
        if let coding = parts.first { weights[coding] = weight ?? 1000 }
    }
    let weight = weights["gzip"] ?? weights["x-gzip"] ?? weights["*"] ?? 0
    return weight > 0 && weight >= weights["identity"] ?? 0
}
#endif
