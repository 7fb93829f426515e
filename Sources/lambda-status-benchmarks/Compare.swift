#if StatusService
import ArgumentParser
import Foundation
import LambdaStatusStore

struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints requests per second, p99 and memory of both, and the ratio.",
        discussion: "Needs wrk. Exits with 1 if the ratio is below 0.95 or the service's memory grows.")

    @Option(help: "How many times each is loaded, in turn.") var rounds = 5
    @Option(help: "How long each load lasts, in seconds.") var seconds = 5
    @Option(help: "How many requests the memory is watched over.") var requests = 1_000_000

    func validate() throws {
        guard rounds > 0, seconds > 0 else { throw ValidationError("--rounds and --seconds must be positive.") }
    }

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lambda-status-benchmarks-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = folder.appending(path: "benchmark.sqlite").path
        try await SQLiteStore(path: database).seedDemo()

        let generated = try Service(
            name: "generated", program: "lambda-status",
            arguments: ["serve", "--port", "0", "--log-level", "error", "--database", database])
        defer { generated.stop() }
        let byHand = try Service(
            name: "by hand", program: "lambda-status-benchmarks", arguments: ["serve-by-hand", "--database", database])
        defer { byHand.stop() }

        let isFast = try compare(generated, byHand)
        let isSteady = try watchMemory(of: generated)
        if !isFast || !isSteady { throw ExitCode.failure }
    }

    /// Loads both in turn, so that other load on the machine affects both, and returns whether the ratio suffices.
    private func compare(_ generated: Service, _ byHand: Service) throws -> Bool {
        var loads: [(generated: Load, byHand: Load)] = []
        for round in 0...rounds {
            let first = try load(byHand, seconds: seconds), second = try load(generated, seconds: seconds)
            // The first round warms both up.
            guard round > 0 else { continue }
            loads.append((second, first))
            print("round \(round): \(line(byHand, first)); \(line(generated, second))")
        }
        let ratio = median(loads.map(\.generated.requestsPerSecond)) / median(loads.map(\.byHand.requestsPerSecond))
        let shown = ratio.formatted(.number.precision(.fractionLength(3)))
        print("generated / by hand, medians of \(rounds) rounds: \(shown) (at least \(Self.leastRatio))")
        return ratio >= Self.leastRatio
    }

    private static let leastRatio = 0.95

    /// Loads the service with the requests, and returns whether its memory stays within a tenth.
    private func watchMemory(of service: Service) throws -> Bool {
        var answered = 0
        guard let before = service.residentMemory else { return true }
        while answered < requests { answered += try load(service, seconds: seconds).requests }
        let after = service.residentMemory ?? before
        print("memory: \(Int(before)) MiB, after \(answered) more requests \(Int(after)) MiB")
        return after <= before * 1.1 + 1
    }

    private func load(_ service: Service, seconds: Int) throws -> Load {
        let load = try Load(on: service.url, token: demoToken, seconds: seconds)
        if load.hasFailures { print("\(service.name): some requests failed") }
        return load
    }

    private func line(_ service: Service, _ load: Load) -> String {
        "\(service.name) \(Int(load.requestsPerSecond)) requests/s, p99 \(load.p99)"
    }
}

private func median(_ values: [Double]) -> Double {
    values.sorted()[values.count / 2]
}
#endif
