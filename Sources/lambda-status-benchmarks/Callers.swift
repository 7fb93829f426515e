#if StatusService
import AsyncHTTPClient
import Foundation
import LambdaStatusStore
import NIOCore
import NIOHTTP1
import Synchronization

/// Connections to services, each with one request at a time.
struct Callers {
    fileprivate let count: Int
    fileprivate let client: HTTPClient

    /// Sends a number of requests, which take turns.
    func send(_ count: Int, of requests: [CheckedRequest], to service: Service) async -> Figures {
        let next = Counter()
        let url = service.url
        let start = ContinuousClock.now
        let processorTime = service.processorTime
        var total = await withTaskGroup(of: Figures.self) { group in
            for _ in 0..<self.count {
                group.addTask {
                    var figures = Figures()
                    while case let number = next.next(), number < count {
                        await figures.measure(requests[number % requests.count], at: url, client)
                    }
                    return figures
                }
            }
            return await group.reduce(into: Figures()) { $0.add($1) }
        }
        total.time = .now - start
        if let before = processorTime, let after = service.processorTime { total.processorTime = after - before }
        return total
    }
}

/// Calls a closure with connections, which are closed when it returns.
func withCallers<Value>(_ count: Int, _ body: (Callers) async throws -> Value) async throws -> Value {
    var configuration = HTTPClient.Configuration.singletonConfiguration
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = count
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    do {
        let value = try await body(Callers(count: count, client: client))
        try await client.shutdown()
        return value
    } catch {
        try? await client.shutdown()
        throw error
    }
}

/// The numbers of requests, which all connections take.
private final class Counter: Sendable {
    private let count = Atomic(0)

    func next() -> Int {
        count.add(1, ordering: .relaxed).oldValue
    }
}

/// A request and what its response has to be.
struct CheckedRequest {
    let path: String
    let token: String
    let status: UInt
    /// A part of the body.
    let text: String

    static let successful = CheckedRequest(
        path: "/backend/lambda-instances/3/status", token: demoToken, status: 200, text: "\"uuid\":3")

    /// A successful request and two that fail.
    static let mixed = [
        successful,
        CheckedRequest(path: "/backend/lambda-instances/3/status", token: "wrong", status: 401, text: "\"code\":401"),
        CheckedRequest(path: "/backend/lambda-instances/999/status", token: demoToken, status: 404, text: "\"code\":404"),
    ]
}
#endif
