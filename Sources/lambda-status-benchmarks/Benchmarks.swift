import ArgumentParser

@main
struct Benchmarks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lambda-status-benchmarks",
        abstract: "Compares the status route on generated stubs with one that is written by hand.",
        subcommands: [Compare.self, ServeByHand.self],
        defaultSubcommand: Compare.self)
}
