#if StatusService
import APIRuntime
import APIRuntimeAsyncHTTPClient
import APIRuntimeURLSession
import Foundation
import HTTPTypes
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A client over a transport with the shape of Swift OpenAPI Generator's `ClientTransport`.
struct BridgedTransportTests {
    /// The protocol's requirement, and a body as its package has it, whose chunks are slices.
    private protocol OtherTransport: Sendable {
        func send(_ request: HTTPRequest, body: OtherBody?, baseURL: URL, operationID: String) async throws -> (
            HTTPResponse, OtherBody?
        )
    }

    private struct OtherBody: AsyncSequence, Sendable {
        typealias Element = ArraySlice<UInt8>
        let chunks: HTTPBody

        func makeAsyncIterator() -> Iterator { Iterator(chunks: chunks.makeAsyncIterator()) }

        struct Iterator: AsyncIteratorProtocol {
            var chunks: HTTPBody.Iterator

            mutating func next() async throws -> ArraySlice<UInt8>? { try await chunks.next().map { $0[...] } }
        }
    }

    /// Sends with a real client, as that protocol's transports do.
    private struct Other: OtherTransport {
        let operations: ReceivedTexts

        func send(
            _ request: HTTPRequest, body: OtherBody?, baseURL: URL, operationID: String
        ) async throws -> (HTTPResponse, OtherBody?) {
            operations.add(operationID)
            #expect(request.scheme == nil && request.authority == nil)
            var head = request
            head.scheme = baseURL.scheme
            head.authority = "\(baseURL.host ?? ""):\(baseURL.port ?? 80)"
            let message = RequestMessage(head: head, body: body.map { HTTPBody($0.map { Array($0) }) })
            let response = try await AsyncHTTPClientTransport().send(message)
            return (response.head, operationID == "remove" ? nil : OtherBody(chunks: response.body))
        }
    }

    @Test(.timeLimit(.minutes(1))) func callsPassThroughTheOtherTransport() async throws {
        let operations = ReceivedTexts()
        let other = Other(operations: operations)
        let transport = BridgedTransport { request, body, baseURL, operationID in
            guard let url = URL(string: baseURL) else { throw URLError(.badURL) }
            return try await other.send(request, body: body.map { OtherBody(chunks: $0) }, baseURL: url, operationID: operationID)
        }
        try await withRunningServer { url in
            let configuration = ClientConfiguration(serverURL: url, transport: transport)
            var upload = OperationCall(Echo.upload, configuration)
            upload.path("name", "a b")
            upload.body(bytes: HTTPBody([1, 2, 3]))
            #expect(try await upload.send().json([String: Int].self) == ["a b": 3])
            #expect(try await OperationCall(Echo.remove, configuration).send().status == 204)
            var numbers = OperationCall(Echo.numbers, configuration)
            numbers.query("count", 3)
            var received: [Int] = []
            for try await number in try await numbers.stream().lines(of: Int.self) { received.append(number) }
            #expect(received == [0, 1, 2])
        }
        #expect(operations.texts == ["upload", "remove", "numbers"])
    }

    /// A delegate of the app sees the end of each task besides the transport.
    @Test(.timeLimit(.minutes(1))) func theDelegateOfTheAppIsKept() async throws {
        let delegate = Ends()
        try await withRunningServer { url in
            let configuration = ClientConfiguration(
                serverURL: url, transport: URLSessionTransport(configuration: .ephemeral, delegate: delegate))
            let response = try await OperationCall(Echo.remove, configuration).send()
            #expect(response.status == 204)
        }
        #expect(delegate.ends.texts == ["DELETE"])
    }

    private final class Ends: NSObject, URLSessionTaskDelegate {
        let ends = ReceivedTexts()

        func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
            ends.add(task.originalRequest?.httpMethod ?? "")
        }
    }
}
#endif
