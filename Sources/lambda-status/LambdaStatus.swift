#if StatusService
import ArgumentParser

@main
struct LambdaStatus: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lambda-status",
        abstract: "Tells the status of lambda instances over HTTP.",
        subcommands: [Serve.self, StatusCommand.self, TokenCommand.self, InstanceCommand.self, SeedDemo.self])
}
#else
/// Stands in for the program in builds without the trait `StatusService`.
@main
struct Missing {
    static func main() {
        print("this program needs the trait StatusService, as in: swift run --traits StatusService lambda-status")
    }
}
#endif
