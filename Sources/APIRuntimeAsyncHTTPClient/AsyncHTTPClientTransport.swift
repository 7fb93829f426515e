#if AsyncHTTPClient
public import APIRuntime
public import AsyncHTTPClient
import HTTPTypes
public import NIOCore
import NIOHTTP1

/// Sends a client's requests through AsyncHTTPClient. Bodies are streamed both ways.
public struct AsyncHTTPClientTransport: ClientTransport {
    /// The client that holds the connections.
    public let client: HTTPClient
    /// The time limit of an exchange, from its start to the last byte of the response.
    public let timeout: TimeAmount

    /// The client of all transports that are not given another one. It needs no shutdown, follows no redirects, and makes no
    /// second attempt to connect.
    public static let sharedClient: HTTPClient = {
        var configuration = HTTPClient.Configuration.singletonConfiguration
        configuration.redirectConfiguration = .disallow
        // A connection that cannot be made is an error at once: the API's client decides whether to try again.
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
    }()

    /// - Parameters:
    ///   - client: its creator shuts it down. Set its `redirectConfiguration` to `.disallow`: redirects are followed by the API's client,
    ///     which sends no credential to another origin. A client that followed a redirect is an error.
    ///   - timeout: one hour by default, since streams may last; clients have time limits of their own.
    public init(client: HTTPClient = Self.sharedClient, timeout: TimeAmount = .hours(1)) {
        self.client = client
        self.timeout = timeout
    }

    /// - Throws: what `HTTPClient` throws, `CancellationError` when the task is cancelled, ``AsyncHTTPClientTransportError``.
    public func send(_ request: RequestMessage) async throws -> ResponseMessage {
        try Task.checkCancellation()
        let response: HTTPClientResponse
        do {
            response = try await client.execute(Self.request(request), timeout: timeout)
        } catch {
            throw Task.isCancelled ? CancellationError() : error
        }
        guard response.history.count < 2 else { throw AsyncHTTPClientTransportError.redirectFollowed }
        if let coding = Self.unknownCoding(of: response), request.head.method != .head {
            throw AsyncHTTPClientTransportError.unknownContentCoding(coding)
        }
        var fields = HTTPFields()
        for (name, value) in response.headers {
            guard let name = HTTPField.Name(name) else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        let head = HTTPResponse(
            status: HTTPResponse.Status(code: Int(response.status.code), reasonPhrase: response.status.reasonPhrase),
            headerFields: fields)
        return ResponseMessage(
            head: head, body: HTTPBody(ResponseChunks(response.body), length: Self.length(of: response, request)))
    }

    private static func request(_ message: RequestMessage) -> HTTPClientRequest {
        let head = message.head
        var request = HTTPClientRequest(url: "\(head.scheme ?? "http")://\(head.authority ?? "")\(head.path ?? "/")")
        request.method = HTTPMethod(rawValue: head.method.rawValue)
        for line in message.fieldLines { request.headers.add(name: line.name, value: line.value) }
        request.body = message.body.map(body)
        return request
    }

    private static func body(_ body: HTTPBody) -> HTTPClientRequest.Body {
        if let bytes = body.bytes { return .bytes(ByteBuffer(bytes: bytes)) }
        return .stream(RequestChunks(body), length: body.length.map { .known(Int64($0)) } ?? .unknown)
    }

    /// Returns the content coding that `HTTPClient` does not decode. Some servers use codings that the request does not accept.
    private static func unknownCoding(of response: HTTPClientResponse) -> String? {
        response.headers[canonicalForm: "content-encoding"].map { $0.lowercased() }
            .first { !["gzip", "x-gzip", "deflate", "identity", ""].contains($0) }
    }

    /// The field is the length only where nothing was decompressed on the way.
    private static func length(of response: HTTPClientResponse, _ request: RequestMessage) -> Int? {
        guard request.head.method != .head, response.headers["content-encoding"].isEmpty else { return nil }
        return response.headers.first(name: "content-length").flatMap { Int($0) }
    }
}

/// The settings of an `HTTPClient` that the transport does not accept.
public enum AsyncHTTPClientTransportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The client followed a redirect by itself, and may have sent credentials to another origin.
    case redirectFollowed
    /// The response's body is in a content coding (RFC 9110, section 8.4) that the client does not decode, such as `br`.
    case unknownContentCoding(String)

    public var description: String {
        switch self {
        case .redirectFollowed: "the HTTPClient followed a redirect by itself; its redirectConfiguration has to be .disallow"
        case .unknownContentCoding(let coding): "the body has the content coding '\(coding)', which the HTTPClient does not decode"
        }
    }
}
#endif
