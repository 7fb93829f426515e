public import APIRuntime
public import AsyncHTTPClient
import HTTPTypes
public import NIOCore
import NIOHTTP1

/// Sends a client's requests through AsyncHTTPClient. Bodies are streamed both ways.
public struct AsyncHTTPClientTransport: ClientTransport {
    /// The client that holds the connections.
    public let client: HTTPClient
    /// How long an exchange may take, from its start to the last byte of the response.
    public let timeout: TimeAmount

    /// - Parameters:
    ///   - client: whoever made it shuts it down; the shared one needs no shutdown.
    ///   - timeout: one hour by default, since streams may last; clients have a timeout of their own.
    public init(client: HTTPClient = .shared, timeout: TimeAmount = .hours(1)) {
        self.client = client
        self.timeout = timeout
    }

    /// - Throws: what `HTTPClient` throws.
    public func send(_ request: RequestMessage) async throws -> ResponseMessage {
        let response = try await client.execute(Self.request(request), timeout: timeout)
        var fields = HTTPFields()
        for (name, value) in response.headers {
            guard let name = HTTPField.Name(name) else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        let head = HTTPResponse(
            status: HTTPResponse.Status(code: Int(response.status.code), reasonPhrase: response.status.reasonPhrase),
            headerFields: fields)
        let chunks = response.body.map { Array($0.readableBytesView) }
        return ResponseMessage(head: head, body: HTTPBody(chunks, length: Self.length(of: response, request)))
    }

    private static func request(_ message: RequestMessage) -> HTTPClientRequest {
        let head = message.head
        var request = HTTPClientRequest(url: "\(head.scheme ?? "http")://\(head.authority ?? "")\(head.path ?? "/")")
        request.method = HTTPMethod(rawValue: head.method.rawValue)
        for field in head.headerFields { request.headers.add(name: field.name.rawName, value: field.value) }
        request.body = message.body.map(body)
        return request
    }

    private static func body(_ body: HTTPBody) -> HTTPClientRequest.Body {
        if let bytes = body.bytes { return .bytes(ByteBuffer(bytes: bytes)) }
        return .stream(ChunkBuffers(body), length: body.length.map { .known(Int64($0)) } ?? .unknown)
    }

    /// The field tells the length only where nothing was unpacked on the way.
    private static func length(of response: HTTPClientResponse, _ request: RequestMessage) -> Int? {
        guard request.head.method != .head, response.headers["content-encoding"].isEmpty else { return nil }
        return response.headers.first(name: "content-length").flatMap { Int($0) }
    }
}

/// Arrays as NIO's buffers.
private struct ChunkBuffers: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    private let body: HTTPBody

    init(_ body: HTTPBody) {
        self.body = body
    }

    func makeAsyncIterator() -> Iterator {
        Iterator(chunks: body.makeAsyncIterator())
    }

    struct Iterator: AsyncIteratorProtocol {
        var chunks: HTTPBody.Iterator

        mutating func next() async throws -> ByteBuffer? {
            try await chunks.next().map { ByteBuffer(bytes: $0) }
        }
    }
}
