#if StatusService
import ArgumentParser
import AsyncHTTPClient
import Foundation
import LambdaStatusStore
import NIOCore
import NIOHTTP1
import Synchronization

/// Loads the service with requests that succeed and fail, and watches its memory.
struct MixedLoad: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Sends requests with status 200, 401 and 404 over many connections, and prints figures of the service.",
        discussion: "Exits with 1 if a response is not the expected one or the memory of the service grows.")

    @Option(help: "The number of connections, each with one request at a time.") var connections = 64
    @Option(help: "The number of requests over which the memory is watched.") var requests = 1_000_000

    func validate() throws {
        guard 1...1_000 ~= connections, requests > 0 else {
            throw ValidationError("--connections must be from 1 to 1000, and --requests positive.")
        }
    }

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lambda-status-load-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = folder.appending(path: "load.sqlite").path
        try await SQLiteStore(path: database).seedDemo()
        let service = try Service(
            name: "service", program: "lambda-status",
            arguments: ["serve", "--port", "0", "--log-level", "error", "--database", database])
        defer { service.stop() }
        var configuration = HTTPClient.Configuration.singletonConfiguration
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connections
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let isGood = try await load(service, with: client)
        try await client.shutdown()
        if !isGood { throw ExitCode.failure }
    }

    /// - Returns: Whether all responses were the expected ones, and the memory stayed within a tenth of that after the first tenth.
    private func load(_ service: Service, with client: HTTPClient) async throws -> Bool {
        var total = Figures()
        // The first requests make caches and buffers, which stay.
        total.add(await send(max(requests / 10, connections), to: service, client))
        let before = service.residentMemory
        let start = ContinuousClock.now
        var watched = Figures()
        for part in 1...10 {
            watched.add(await send(max(requests / 10, 1), to: service, client))
            let memory = service.residentMemory.map { ", memory \(Int($0)) MiB" } ?? ""
            print("\(part * 10) %: \(watched.requests) requests" + memory)
        }
        total.add(watched)
        let rate = Double(watched.requests) / ((.now - start) / .seconds(1))
        print("\(Int(rate)) requests/s over \(connections) connections, p50 \(watched.latency(0.5)), p99 \(watched.latency(0.99))")
        print("unexpected responses: \(total.unexpected)" + (total.firstUnexpected.map { ", first: \($0)" } ?? ""))
        guard let before, let after = service.residentMemory else { return total.unexpected == 0 }
        print("memory: \(Int(before)) MiB, after \(watched.requests) more requests \(Int(after)) MiB")
        return total.unexpected == 0 && after <= before * 1.1 + 1
    }

    /// Sends a number of requests, as many at a time as there are connections.
    private func send(_ count: Int, to service: Service, _ client: HTTPClient) async -> Figures {
        let next = Counter()
        let url = service.url
        return await withTaskGroup(of: Figures.self) { group in
            for _ in 0..<connections {
                group.addTask {
                    var figures = Figures()
                    while case let number = next.next(), number < count {
                        await figures.measure(MixedRequest.all[number % MixedRequest.all.count], at: url, client)
                    }
                    return figures
                }
            }
            return await group.reduce(into: Figures()) { $0.add($1) }
        }
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
struct MixedRequest {
    let path: String
    let token: String
    let status: UInt
    /// A part of the body.
    let text: String

    static let all = [
        MixedRequest(path: "/backend/lambda-instances/3/status", token: demoToken, status: 200, text: "\"uuid\":3"),
        MixedRequest(path: "/backend/lambda-instances/3/status", token: "wrong", status: 401, text: "\"code\":401"),
        MixedRequest(path: "/backend/lambda-instances/999/status", token: demoToken, status: 404, text: "\"code\":404"),
    ]
}

/// What requests have shown.
private struct Figures {
    private(set) var requests = 0
    private(set) var unexpected = 0
    private(set) var firstUnexpected: String?
    /// The numbers of responses by their time, in steps of a tenth of a millisecond; the last one has all that are slower.
    private var times = [Int](repeating: 0, count: 20_000)

    mutating func measure(_ mixed: MixedRequest, at url: String, _ client: HTTPClient) async {
        requests += 1
        let start = ContinuousClock.now
        do {
            var request = HTTPClientRequest(url: url + mixed.path)
            request.headers.add(name: "Authorization", value: "Token \(mixed.token)")
            let response = try await client.execute(request, timeout: .seconds(30))
            let body = String(buffer: try await response.body.collect(upTo: 1 << 16))
            if response.status.code != mixed.status || !body.contains(mixed.text) {
                refuse("status \(response.status.code) in place of \(mixed.status): \(body.prefix(200))")
            }
        } catch {
            refuse("\(error)")
        }
        let step = Int((ContinuousClock.now - start) / .microseconds(100))
        times[min(max(step, 0), times.count - 1)] += 1
    }

    private mutating func refuse(_ reason: String) {
        unexpected += 1
        if firstUnexpected == nil { firstUnexpected = reason }
    }

    mutating func add(_ other: Figures) {
        requests += other.requests
        unexpected += other.unexpected
        if firstUnexpected == nil { firstUnexpected = other.firstUnexpected }
        for index in times.indices { times[index] += other.times[index] }
    }

    /// Returns the time within which a share of the responses came.
    func latency(_ share: Double) -> String {
        let wanted = Int(Double(requests) * share)
        var seen = 0
        for (step, count) in times.enumerated() {
            seen += count
            if seen >= wanted { return "\(Double(step + 1) / 10) ms" }
        }
        return "more than 2 s"
    }
}
#endif
