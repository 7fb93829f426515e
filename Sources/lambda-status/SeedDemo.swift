#if StatusService
import ArgumentParser
import LambdaStatusStore

struct SeedDemo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seed-demo",
        abstract: "Adds the example of the documentation: its lambda instance and its token, which it prints.")

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        try await database.open().seedDemo()
        print(LambdaStatusStore.demoToken)
    }
}
#endif
