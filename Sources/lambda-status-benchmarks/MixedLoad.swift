#if StatusService
import ArgumentParser
import Foundation
import LambdaStatusStore

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
        let isGood = try await withDemoDatabase { database in
            let service = try Service.generated(database: database)
            defer { service.stop() }
            return try await withCallers(connections) { await load(service, with: $0) }
        }
        if !isGood { throw ExitCode.failure }
    }

    /// - Returns: Whether all responses were the expected ones, and the memory stayed within a tenth of that after the first tenth.
    private func load(_ service: Service, with callers: Callers) async -> Bool {
        var total = Figures()
        // The first requests make caches and buffers, which stay.
        total.add(await callers.send(max(requests / 10, connections), of: CheckedRequest.mixed, to: service))
        let before = service.residentMemory
        var watched = Figures()
        for part in 1...10 {
            watched.add(await callers.send(max(requests / 10, 1), of: CheckedRequest.mixed, to: service))
            let memory = service.residentMemory.map { ", memory \(Int($0)) MiB" } ?? ""
            print("\(part * 10) %: \(watched.requests) requests" + memory)
        }
        total.add(watched)
        print("\(Int(watched.perSecond)) requests/s, p50 \(watched.latency(0.5)), p99 \(watched.latency(0.99))")
        print("unexpected responses: \(total.unexpected)" + (total.firstUnexpected.map { ", first: \($0)" } ?? ""))
        guard let before, let after = service.residentMemory else { return total.unexpected == 0 }
        print("memory: \(Int(before)) MiB, after \(watched.requests) more requests \(Int(after)) MiB")
        return total.unexpected == 0 && after <= before * 1.1 + 1
    }
}
#endif
