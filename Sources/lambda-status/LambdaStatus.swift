#if StatusService
import ArgumentParser

@main
struct LambdaStatus: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lambda-status",
        abstract: "A service that returns the status of lambda instances, and a client for it.",
        subcommands: [Serve.self, StatusCommand.self, TokenCommand.self, InstanceCommand.self, SeedDemo.self])
}
#else
/// The program in builds without the trait `StatusService`.
@main
struct Missing {
    static func main() {
        print("lambda-status needs the trait StatusService: swift run --enable-all-traits lambda-status")
    }
}
#endif
