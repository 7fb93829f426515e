// What its adapter uses of AsyncHTTPClient, for .ci/apple-floor. All of it is older than macOS 13.
public import NIOCore
public import NIOHTTP1

public final class HTTPClient: Sendable {
    public struct Configuration: Sendable {
        public enum RedirectConfiguration: Sendable { case disallow }
        public static var singletonConfiguration: Configuration { Configuration() }
        public var redirectConfiguration = RedirectConfiguration.disallow
        public var connectionPool = ConnectionPool()

        public struct ConnectionPool: Sendable {
            public var retryConnectionEstablishment = true
        }
    }

    public static var defaultEventLoopGroup: any EventLoopGroup { fatalError() }
    public init(eventLoopGroup: any EventLoopGroup, configuration: Configuration) {}
    public func execute(_ request: HTTPClientRequest, timeout: TimeAmount) async throws -> HTTPClientResponse { fatalError() }
}

public struct HTTPClientRequest: Sendable {
    public struct Body: Sendable {
        public enum Length: Sendable { case unknown, known(Int64) }
        public static func bytes(_ bytes: ByteBuffer) -> Body { Body() }
        public static func stream<Chunks: AsyncSequence & Sendable>(_ chunks: Chunks, length: Length) -> Body
        where Chunks.Element == ByteBuffer { Body() }
    }

    public init(url: String) {}
    public var method = HTTPMethod(rawValue: "GET")
    public var headers = HTTPHeaders()
    public var body: Body?
}

public struct HTTPClientResponse: Sendable {
    public struct Body: AsyncSequence, Sendable {
        public struct AsyncIterator: AsyncIteratorProtocol {
            public mutating func next() async throws -> ByteBuffer? { nil }
        }

        public func makeAsyncIterator() -> AsyncIterator { AsyncIterator() }
    }

    public struct History: Sendable {}
    public var status: HTTPResponseStatus { HTTPResponseStatus() }
    public var headers: HTTPHeaders { HTTPHeaders() }
    public var history: [History] { [] }
    public var body: Body { Body() }
}
