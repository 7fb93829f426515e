import ArgumentParser

@main
struct LambdaStatus: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lambda-status",
        abstract: "Tells the status of lambda instances over HTTP.",
        subcommands: [Serve.self, StatusCommand.self, TokenCommand.self, InstanceCommand.self, SeedDemo.self])
}
