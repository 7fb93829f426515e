import HTTPTypes

/// Finds the operation of a request and responds to it.
///
/// With and without a slash at the end a path is the same; HEAD follows GET; OPTIONS names the methods.
public struct Router: Sendable {
    /// The middlewares of every response, the first one outermost. They see rejected requests too.
    public var middlewares: [any Middleware] = []
    /// The greatest number of bytes of a body that is read as a whole; 1 MiB.
    public var maximumBodyBytes = 1 << 20
    /// The greatest numbers of bytes of the bodies of some operations, by ``APIOperation/id``. They hold for streamed bodies too.
    ///
    /// An operation without one has the limit of ``RequestBodyDescription/maximumBytes``, if its document has any.
    public var bodyLimits: [String: Int] = [:]
    /// Which pages of other origins may call the API in a browser; `nil` for none.
    public var crossOrigin: CrossOriginPolicy?
    /// The limits of a multipart body that is read part by part.
    public var multipartLimits = MultipartLimits()
    /// Whether parameters and bodies are checked against the document's schemas. Invalid requests are rejected with status 400.
    public var validatesRequests = true
    /// Receives errors that callers must not see: those that a handler threw and the document doesn't define.
    public var unexpectedError: @Sendable (any Error, APIOperation) -> Void = { _, _ in }

    /// The path below which the operations are found, such as `/api/v1`; empty at the root. See ``mounted(at:)``.
    public var basePath: String { mount.basePath }
    /// Returns the principal for a credential of a security scheme, or `nil` if the credential is invalid.
    public typealias Authentication<Principal> =
        @Sendable (_ scheme: String, _ credential: PresentedCredential) async throws -> Principal?

    /// Returns the response to a request that is rejected before an operation is called.
    public typealias FailureResponse = @Sendable (RequestFailure) async -> ServerResponse

    /// The signature that requests must have; `nil` if they need none.
    var signature: WebhookSignature?
    private let securitySchemes: [SecurityScheme]
    private let failureResponse: FailureResponse
    /// All operations, below the base path.
    private var mount = Mount(at: "")
    /// The operations with servers of their own, below the paths of these servers.
    private var ownMounts: [(server: String, mount: Mount)] = []
    private var routes: [Route] = []

    private struct Route: Sendable {
        let operation: APIOperation
        let failureResponse: FailureResponse
        let respond: @Sendable (ServerRequest) async throws -> ServerResponse
    }

    /// A router without operations.
    /// - Parameters:
    ///   - securitySchemes: the schemes that the operations' security names.
    ///   - failureResponse: the error body of refusals; `application/problem+json` (RFC 9457) by default.
    public init(
        securitySchemes: [SecurityScheme] = [],
        failureResponse: FailureResponse? = nil
    ) {
        self.securitySchemes = securitySchemes
        self.failureResponse = failureResponse ?? { $0.response }
    }

    /// Adds an operation.
    ///
    /// - Parameters:
    ///   - operation: The operation.
    ///   - failureResponse: Returns the operation's error response for a rejected request; `nil` for the router's.
    ///   - respond: Decodes the request, calls the handler and encodes the response.
    public mutating func add(
        _ operation: APIOperation, failureResponse: FailureResponse? = nil,
        _ respond: @escaping @Sendable (ServerRequest) async throws -> ServerResponse
    ) {
        let path = operation.path.beforeFirst(UInt8(ascii: "?"), or: UInt8(ascii: "?"))
        mount.tree.add(method: operation.method, path: String(path), index: routes.count)
        if let server = operation.serverURL { addOwn(operation.method, String(path), of: server) }
        routes.append(Route(operation: operation, failureResponse: failureResponse ?? self.failureResponse, respond: respond))
    }

    /// Adds an operation that authenticates its callers.
    ///
    /// - Parameters:
    ///   - operation: The operation.
    ///   - authentication: Finds the principal for a credential.
    ///   - failureResponse: Returns the operation's error response for a rejected request; `nil` for the router's.
    ///   - respond: Decodes the request, calls the handler and encodes the response.
    public mutating func add<Principal: Sendable>(
        _ operation: APIOperation, authenticating authentication: @escaping Authentication<Principal>,
        failureResponse: FailureResponse? = nil,
        _ respond: @escaping @Sendable (ServerRequest, Principal) async throws -> ServerResponse
    ) {
        add(operation, failureResponse: failureResponse) { request in
            try await respond(request, request.authenticate(authentication))
        }
    }

    /// Adds an operation that also allows requests without a credential.
    ///
    /// - Parameters:
    ///   - operation: The operation.
    ///   - authentication: Finds the principal for a credential.
    ///   - failureResponse: Returns the operation's error response for a rejected request; `nil` for the router's.
    ///   - respond: Decodes the request, calls the handler and encodes the response; the principal is `nil` without a credential.
    public mutating func add<Principal: Sendable>(
        _ operation: APIOperation, authenticatingIfPresented authentication: @escaping Authentication<Principal>,
        failureResponse: FailureResponse? = nil,
        _ respond: @escaping @Sendable (ServerRequest, Principal?) async throws -> ServerResponse
    ) {
        add(operation, failureResponse: failureResponse) { request in
            try await respond(request, request.authenticateIfPresented(authentication))
        }
    }

    private mutating func addOwn(_ method: String, _ path: String, of server: String) {
        let index = ownMounts.firstIndex { $0.server == server } ?? ownMounts.endIndex
        if index == ownMounts.endIndex { ownMounts.append((server, Mount(at: server, below: basePath))) }
        ownMounts[index].mount.tree.add(method: method, path: path, index: routes.count)
    }

    /// Returns a copy that serves the operations below the path of a server (OpenAPI 3.1.1, section 4.8.5).
    ///
    /// An operation with a server of its own is served below that server's path too. The base path is added to a `Location` that is a
    /// path of the document, such as `/things/1`.
    ///
    /// - Parameter server: A path such as `/api/v1`, or a URL with that path.
    public func mounted(at server: String) -> Router {
        var copy = self
        copy.mount = mount.moved(to: server)
        copy.ownMounts = ownMounts.map { ($0.server, $0.mount.moved(to: $0.server, below: copy.basePath)) }
        return copy
    }

    /// The operations in the order in which they were added.
    public var operations: [APIOperation] {
        routes.map(\.operation)
    }

    /// Returns the response to a request. Every error becomes a response.
    public func respond(to message: RequestMessage) async -> ResponseMessage {
        await respond(to: message, match(message.head.method.rawValue, message.head))
    }

    /// Returns the response to a request whose path belongs to an operation or to files beside them, with any method; `nil` for all
    /// others.
    public func respondIfKnown(to message: RequestMessage) async -> ResponseMessage? {
        let match = match(message.head.method.rawValue, message.head)
        if case .nothing = match.result, !isServedByMiddleware(message.head.pathWithoutQuery) { return nil }
        return await respond(to: message, match)
    }

    private func isServedByMiddleware(_ path: Substring) -> Bool {
        middlewares.contains { ($0 as? any PathServer)?.serves(path) == true }
    }

    private func respond(to message: RequestMessage, _ match: Match) async -> ResponseMessage {
        if let preflight = preflight(message.head) { return preflight }
        var message = message
        var failureResponse = failureResponse
        if case .found(let index, _) = match.result {
            message.operation = routes[index].operation
            failureResponse = routes[index].failureResponse
        }
        var response = await throughMiddlewares(message, match, failureResponse)
        crossOrigin?.share(&response, with: message.head)
        return response
    }

    /// Passes a request through all middlewares. What one of them throws is a response for those outside of it.
    private func throughMiddlewares(
        _ message: RequestMessage, _ match: Match, _ failureResponse: @escaping FailureResponse
    ) async -> ResponseMessage {
        var next: @Sendable (RequestMessage) async -> ResponseMessage = { await response(to: $0, match) }
        for middleware in middlewares.reversed() {
            let inner = next
            next = { message in
                do {
                    return try await middleware.intercept(message, next: inner)
                } catch {
                    return await finish(
                        refuse(error, of: message, message.operation, failureResponse), for: message, in: match.mount)
                }
            }
        }
        return await next(message)
    }

    /// The response to a preflight request of a browser; `nil` for all other requests, and for paths without operations.
    private func preflight(_ head: HTTPRequest) -> ResponseMessage? {
        guard let crossOrigin, let method = crossOrigin.preflightMethod(head),
            case .otherMethods(let methods) = match("", head).result
        else { return nil }
        var headers: [String] = []
        if case .found(let index, _) = match(method, head).result {
            headers = routes[index].operation.requestHeaders(securitySchemes)
        }
        return crossOrigin.preflight(head, methods: Self.allow(methods), headers: headers)
    }

    private struct Match {
        let result: RouteTree.Match
        let mount: Mount
    }

    private func match(_ method: String, _ request: HTTPRequest) -> Match {
        let path = request.pathWithoutQuery
        var best = Match(result: mount.match(method: method, path: path), mount: mount)
        for own in ownMounts {
            if case .found = best.result { break }
            let result = own.mount.match(method: method, path: path)
            switch (result, best.result) {
            case (.found, _), (.otherMethods, .nothing): best = Match(result: result, mount: own.mount)
            default: break
            }
        }
        return best
    }

    private func response(to message: RequestMessage, _ match: Match) async -> ResponseMessage {
        await finish(response(to: message, match.result), for: message, in: match.mount)
    }

    private func response(to message: RequestMessage, _ match: RouteTree.Match) async -> ServerResponse {
        switch match {
        case .found(let index, let captures):
            await response(to: message, routes[index], captures)
        case .otherMethods(let methods) where message.head.method == .options:
            ServerResponse(status: 204, headers: [.allow: Self.allow(methods)])
        case .otherMethods(let methods):
            await respond(.methodNotAllowed(message.head.method, allow: Self.allow(methods)), failureResponse)
        case .nothing:
            await respond(.nothingHere(), failureResponse)
        }
    }

    private func response(
        to message: RequestMessage, _ route: Route, _ captures: [(name: String, text: Substring)]
    ) async -> ServerResponse {
        await RequestContext.local.withValue(RequestContext(message, route.operation)) {
            do {
                let limit = ownLimit(of: route.operation) ?? maximumBodyBytes
                let request = try ServerRequest(
                    message: try await verified(limited(message, route.operation), upTo: limit), operation: route.operation,
                    securitySchemes: securitySchemes, captures: captures, maximumBodyBytes: limit, multipartLimits: multipartLimits,
                    isValidated: validatesRequests)
                return await written(try await route.respond(request), for: message, route.operation, route.failureResponse)
            } catch {
                return await refuse(error, of: message, route.operation, route.failureResponse)
            }
        }
    }

    /// The limit of the bodies of an operation: the one that was set, or that of the document.
    private func ownLimit(of operation: APIOperation) -> Int? {
        if let limit = bodyLimits[operation.id] { return limit }
        guard let documented = operation.requestBody?.maximumBytes else { return nil }
        // Without validation, a body may be longer than its schema allows.
        return validatesRequests ? documented : max(documented, maximumBodyBytes)
    }

    /// Returns a request whose body has no more bytes than its operation's own limit.
    private func limited(_ message: RequestMessage, _ operation: APIOperation) throws(RequestFailure) -> RequestMessage {
        guard let limit = ownLimit(of: operation), let body = message.body else { return message }
        if let length = body.length, length > limit { throw .bodyTooLarge(limit: limit) }
        var message = message
        message.body = body.limited(to: limit)
        return message
    }

    /// Makes any response conform to HTTP (RFC 9110, sections 6.4.1 and 9.3.2).
    private func finish(_ response: ServerResponse, for message: RequestMessage, in mount: Mount) async -> ResponseMessage {
        var response = response
        // Swift HTTP Types trap at a status that has not three digits.
        if !(200...599).contains(response.status) { response = await failureResponse(.internalError()) }
        let status = HTTPResponse.Status(code: response.status)
        if status.hasNoContent {
            response.body = HTTPBody()
            response.headers[.contentType] = nil
            // Only a 304 may say how long the content would have been (RFC 9110, section 8.6).
            if status != .notModified { response.headers[.contentLength] = nil }
        }
        if status == .resetContent { response.headers[.contentLength] = "0" }
        if !status.hasNoContent, response.headers[.contentLength] == nil, let length = response.body.length {
            response.headers[.contentLength] = String(length)
        }
        if message.head.method == .head { response.body = HTTPBody() }
        if let location = response.headers[.location] { response.headers[.location] = belowBase(location, of: mount) }
        return ResponseMessage(
            head: HTTPResponse(status: status, headerFields: response.headers),
            body: response.body)
    }

    /// Adds the base path to a path of the document. Other references are returned unchanged.
    ///
    /// - Parameter mount: The mount that matched the request.
    private func belowBase(_ location: String, of mount: Mount) -> String {
        guard location.hasPrefix("/"), !location.hasPrefix("//") else { return location }
        let path = location.beforeFirst(UInt8(ascii: "?"), or: UInt8(ascii: "#"))
        let mounts = [self.mount] + ownMounts.map(\.mount)
        guard !mounts.contains(where: { !$0.basePath.isEmpty && $0.pathBelow(path) != nil }) else { return location }
        if case .nothing = mount.tree.match(method: "GET", path: path) { return basePath + location }
        return mount.basePath + location
    }

    private static func allow(_ methods: [String]) -> String {
        var methods = methods
        if methods.contains("GET"), !methods.contains("HEAD") { methods.append("HEAD") }
        if !methods.contains("OPTIONS") { methods.append("OPTIONS") }
        return methods.joined(separator: ", ")
    }
}
