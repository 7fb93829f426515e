#if Hummingbird
public import APIRuntime
import HTTPTypes
public import Hummingbird
import NIOCore

/// Answers the requests of a Hummingbird application with the operations of a router.
///
///     let app = Application(responder: APIResponder(service.router()))
///
/// An application with routes of its own names them as the fallback, which gets every path that the API doesn't have:
///
///     let app = Application(responder: APIResponder(service.router(), fallback: ownRouter.buildResponder()))
///
/// A streamed body is asked for its next chunk when the last one is on its way. When the caller is gone, the next write
/// fails, and the body's iterator is let go of.
@available(macOS 14, iOS 17, tvOS 17, *)
public struct APIResponder<Context: Sendable>: HTTPResponder {
    private let router: APIRuntime.Router
    private let connections = Connections()
    private let fallback: (@Sendable (Request, Context) async throws -> Response)?

    /// A responder for the operations of a router, and for nothing else.
    /// - Parameter context: the type of the application's request contexts.
    public init(_ router: APIRuntime.Router, context: Context.Type = ConnectionContext.self) {
        self.router = router
        fallback = nil
    }

    /// A responder for the operations of a router.
    /// - Parameter fallback: The responder for paths without an operation, for any method.
    public init(_ router: APIRuntime.Router, fallback: some HTTPResponder<Context>) {
        self.router = router
        self.fallback = { request, context in try await fallback.respond(to: request, context: context) }
    }

    public func respond(to request: Request, context: Context) async throws -> Response {
        let source = RequestSource(
            peer: (context as? any RemoteAddressRequestContext)?.remoteAddress?.ipAddress, framework: context)
        let message = RequestMessage(head: request.head, body: Self.body(of: request), source: source)
        guard let response = await respond(to: message, over: (context as? any ChannelRequestContext)?.channel) else {
            guard let fallback else { return Self.response(await router.respond(to: message)) }
            return try await fallback(request, context)
        }
        return Self.response(response)
    }

    /// Returns the response to a request whose path belongs to an operation. Its task is cancelled when the caller leaves.
    private func respond(to message: RequestMessage, over channel: (any Channel)?) async -> ResponseMessage? {
        guard let channel else { return await router.respondIfKnown(to: message) }
        return await connections.whileOpen(channel) { [router] in await router.respondIfKnown(to: message) }
    }

    /// A request has a body where it says so (RFC 9112, section 6); HTTP/2 need not say it.
    private static func body(of request: Request) -> HTTPBody? {
        let length = request.headers[.contentLength].flatMap { Int($0) }
        if length == 0 { return nil }
        // HTTP/2 announces no body, so that only methods which rarely have one are known to come without.
        let hasNoBody = [.get, .head, .options, .delete, .trace].contains(request.method)
        if length == nil, hasNoBody, request.headers[.transferEncoding] == nil { return nil }
        return HTTPBody(ReceivedChunks(body: request.body), length: length)
    }

    private static func response(_ message: ResponseMessage) -> Response {
        Response(status: message.head.status, headers: message.head.headerFields, body: body(message.body))
    }

    private static func body(_ body: HTTPBody) -> ResponseBody {
        if let bytes = body.bytes {
            return bytes.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        }
        return ResponseBody(contentLength: body.length) { writer in
            for try await chunk in body {
                if !chunk.isEmpty { try await writer.write(ByteBuffer(bytes: chunk)) }
                // A body that never waits for anything would keep its thread from all other requests.
                await Task.yield()
            }
            try await writer.finish(nil)
        }
    }
}

/// The chunks of a request's body. If the connection fails, the request is invalid.
@available(macOS 14, iOS 17, tvOS 17, *)
private struct ReceivedChunks: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    let body: RequestBody

    func makeAsyncIterator() -> Iterator {
        Iterator(chunks: body.makeAsyncIterator())
    }

    struct Iterator: AsyncIteratorProtocol {
        var chunks: RequestBody.AsyncIterator

        mutating func next() async throws -> [UInt8]? {
            // Reading chunks that are already there does not wait.
            await Task.yield()
            do {
                return try await chunks.next().map { Array($0.readableBytesView) }
            } catch {
                throw RequestFailure(.invalidBody, "the body cannot be read: it broke off")
            }
        }
    }
}

@available(macOS 14, iOS 17, tvOS 17, *)
extension APIRuntime.Router {
    /// A responder for the router's operations, and for nothing else.
    public func hummingbirdResponder() -> APIResponder<ConnectionContext> {
        APIResponder(self)
    }
}
#endif
