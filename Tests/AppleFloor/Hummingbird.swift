// What its adapter uses of Hummingbird, for .ci/apple-floor. Hummingbird is for macOS 14.
public import HTTPTypes
public import NIOCore

@available(macOS 14, *)
public struct Request: Sendable {
    public var head: HTTPRequest { fatalError() }
    public var method: HTTPRequest.Method { head.method }
    public var headers: HTTPFields { head.headerFields }
    public var body: RequestBody { RequestBody() }
}

@available(macOS 14, *)
public struct RequestBody: AsyncSequence, Sendable {
    public struct AsyncIterator: AsyncIteratorProtocol {
        public mutating func next() async throws -> ByteBuffer? { nil }
    }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator() }
}

@available(macOS 14, *)
public protocol ResponseBodyWriter {
    mutating func write(_ buffer: ByteBuffer) async throws
    consuming func finish(_ fields: HTTPFields?) async throws
}

@available(macOS 14, *)
public struct ResponseBody: Sendable {
    public init() {}
    public init(byteBuffer: ByteBuffer) {}
    public init(contentLength: Int?, _ write: @Sendable @escaping (inout any ResponseBodyWriter) async throws -> Void) {}
}

@available(macOS 14, *)
public struct Response: Sendable {
    public init(status: HTTPResponse.Status, headers: HTTPFields = [:], body: ResponseBody = ResponseBody()) {}
}

@available(macOS 14, *)
public protocol HTTPResponder<Context>: Sendable {
    associatedtype Context
    func respond(to request: Request, context: Context) async throws -> Response
}

@available(macOS 14, *)
public protocol RequestContext: Sendable {
    associatedtype Source
    init(source: Source)
    var coreContext: CoreRequestContextStorage { get set }
}

@available(macOS 14, *)
public protocol RemoteAddressRequestContext: RequestContext {
    var remoteAddress: SocketAddress? { get }
}

@available(macOS 14, *)
public struct ApplicationRequestContextSource: Sendable {
    public let channel: any Channel
}

@available(macOS 14, *)
public struct CoreRequestContextStorage: Sendable {
    public init(source: ApplicationRequestContextSource) {}
}
