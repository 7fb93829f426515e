import HTTPTypes

/// Serves files beside the operations, such as the documentation and the OpenAPI document.
///
///     router.middlewares = [
///         FilesMiddleware(try ServedFiles(folder: site), at: "/docs"), FilesMiddleware(try ServedFiles(files: [document])),
///     ]
///
/// Responses have an `ETag`, and browsers are asked to revalidate what they keep (RFC 9111, section 5.2.2.4). The first page of a folder
/// is its `index.html`. Paths without a file are left to the operations. Middlewares that follow do not see requests for files.
public struct FilesMiddleware: Middleware, PathServer {
    private let files: ServedFiles
    private let mount: Mount
    private let cacheControl: String

    /// Creates a middleware.
    ///
    /// - Parameters:
    ///   - files: The files.
    ///   - path: The path below which they are found.
    ///   - cacheControl: The field `Cache-Control` of responses.
    public init(_ files: ServedFiles, at path: String = "/", cacheControl: String = "no-cache") {
        self.files = files
        mount = Mount(at: path)
        self.cacheControl = cacheControl
    }

    func serves(_ path: Substring) -> Bool { match(path) != nil }

    private func match(_ path: Substring) -> ServedFiles.Match? {
        mount.pathBelow(path).flatMap { files.match($0) }
    }

    public func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        guard let match = match(request.head.pathWithoutQuery) else { return try await next(request) }
        if let response = try responseToOtherMethod(request) { return response }
        var response = ResponseMessage(head: HTTPResponse(status: .ok, headerFields: [.xContentTypeOptions: "nosniff"]))
        switch match {
        case .folder:
            let path = request.head.pathWithoutQuery
            let query = (request.head.path ?? "").utf8.dropFirst(path.utf8.count)
            response.head.status = .movedPermanently
            response.head.headerFields[.location] = "\(path)/\(Substring(query))"
            response.head.headerFields[.contentLength] = "0"
        case .file(let tagged):
            response.head.headerFields[.contentType] = tagged.file.mediaType
            response.head.headerFields[.contentLength] = String(tagged.file.bytes.count)
            response.head.headerFields[.eTag] = tagged.tag
            response.head.headerFields[.cacheControl] = cacheControl
            if request.head.method != .head { response.body = HTTPBody(tagged.file.bytes) }
        }
        return ETagMiddleware.revalidated(response, for: request)
    }
}

/// Reports at a path whether a service can do its work, for those who start, stop and balance its instances.
///
///     router.middlewares = [HealthMiddleware { await store.isReachable ? nil : "the database cannot be reached" }]
///
/// The status is 200, or 503 with the problem as text.
public struct HealthMiddleware: Middleware, PathServer {
    private let mount: Mount
    private let problem: @Sendable () async throws -> String?

    /// Creates a middleware.
    ///
    /// - Parameters:
    ///   - path: The path of the health check.
    ///   - problem: Returns why the service cannot do its work; `nil` if it can. An error that it throws is not shown to callers.
    public init(at path: String = "/health", _ problem: @escaping @Sendable () async throws -> String? = { nil }) {
        mount = Mount(at: path)
        self.problem = problem
    }

    func serves(_ path: Substring) -> Bool { mount.pathBelow(path)?.isEmpty == true }

    public func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        guard serves(request.head.pathWithoutQuery) else { return try await next(request) }
        if let response = try responseToOtherMethod(request) { return response }
        var found: String?
        do {
            found = try await problem()
        } catch {
            found = "the service failed"
        }
        let text = HTTPBody((found ?? "ok") + "\n")
        var head = HTTPResponse(status: found == nil ? .ok : .serviceUnavailable)
        head.headerFields[.contentType] = "text/plain; charset=utf-8"
        head.headerFields[.contentLength] = text.length.map { String($0) }
        head.headerFields[.cacheControl] = "no-store"
        head.headerFields[.xContentTypeOptions] = "nosniff"
        return ResponseMessage(head: head, body: request.head.method == .head ? HTTPBody() : text)
    }
}

/// A middleware that responds to the requests of some paths itself, which have no operation.
protocol PathServer {
    func serves(_ path: Substring) -> Bool
}

extension HTTPRequest {
    /// The path of the request's target, without a query.
    var pathWithoutQuery: Substring {
        (path ?? "/").beforeFirst(UInt8(ascii: "?"), or: UInt8(ascii: "#"))
    }
}

/// Returns the response to OPTIONS for a path that is only read; `nil` for GET and HEAD.
///
/// - Throws: An error for all other methods.
private func responseToOtherMethod(_ request: RequestMessage) throws(RequestFailure) -> ResponseMessage? {
    let allow = "GET, HEAD, OPTIONS"
    switch request.head.method {
    case .get, .head: return nil
    case .options: return ResponseMessage(head: HTTPResponse(status: .noContent, headerFields: [.allow: allow]))
    default: throw .methodNotAllowed(request.head.method, allow: allow)
    }
}
