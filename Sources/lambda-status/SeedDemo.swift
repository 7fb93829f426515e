#if StatusService
import ArgumentParser
import LambdaStatusStore

struct SeedDemo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seed-demo",
        abstract: "Adds the lambda instance and the token of the documentation's example, and prints the token.")

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        try await database.open().seedDemo()
        writeLine(demoToken)
    }
}
#endif
