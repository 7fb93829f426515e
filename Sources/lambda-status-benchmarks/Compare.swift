#if StatusService
import ArgumentParser
import Foundation

struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints what a request costs in the generated route and in one written by hand, and the ratio.",
        discussion: """
            The costs are those of the services' processes alone, because callers on the same machine take more of its time than \
            the services do. Exits with 1 if the ratio is below \(leastRatio).
            """)

    @Option(help: "How many times each is loaded, in turn.") var rounds = 9
    @Option(help: "The number of requests of each load.") var requests = 20_000

    func validate() throws {
        guard rounds > 0, requests > 0 else { throw ValidationError("--rounds and --requests must be positive.") }
    }

    func run() async throws {
        let isFast = try await withDemoDatabase { database in
            let generated = try Service.generated(database: database)
            defer { generated.stop() }
            let byHand = try Service(
                name: "by hand", program: "lambda-status-benchmarks", arguments: ["serve-by-hand", "--database", database])
            defer { byHand.stop() }
            return try await withCallers(32) { await compare(generated, byHand, $0) }
        }
        if !isFast { throw ExitCode.failure }
    }

    /// Loads both in turn, so that other load on the machine affects both, and returns whether the ratio suffices.
    private func compare(_ generated: Service, _ byHand: Service, _ callers: Callers) async -> Bool {
        var ratios: [Double] = []
        var hasFailures = false
        for round in 0...rounds {
            let first = await callers.send(requests, of: [.successful], to: byHand)
            let second = await callers.send(requests, of: [.successful], to: generated)
            hasFailures = hasFailures || first.unexpected + second.unexpected > 0
            // The first round warms both up.
            guard round > 0 else { continue }
            ratios.append(first.microseconds / second.microseconds)
            print("round \(round): \(line(byHand, first)); \(line(generated, second))")
        }
        let ratio = ratios.sorted()[ratios.count / 2]
        print("by hand / generated, median of \(rounds) rounds: \(ratio.formatted(.number.precision(.fractionLength(3))))")
        if hasFailures { print("some requests failed") }
        return ratio >= Self.leastRatio && !hasFailures
    }

    private static let leastRatio = 0.98

    private func line(_ service: Service, _ figures: Figures) -> String {
        let cost = figures.microseconds.formatted(.number.precision(.fractionLength(1)))
        return "\(service.name) \(cost) µs, \(Int(figures.perSecond)) requests/s, p99 \(figures.latency(0.99))"
    }
}
#endif
