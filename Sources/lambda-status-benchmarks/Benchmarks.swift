#if StatusService
import ArgumentParser

@main
struct Benchmarks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lambda-status-benchmarks",
        abstract: "Measures the status service.",
        subcommands: [Compare.self, MixedLoad.self, ServeByHand.self],
        defaultSubcommand: Compare.self)
}
#else
/// Stands in for the program in builds without the trait `StatusService`.
@main
struct Missing {
    static func main() {
        print("this program needs the trait StatusService, as in: swift run --traits StatusService lambda-status-benchmarks")
    }
}
#endif
