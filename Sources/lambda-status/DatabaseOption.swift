#if StatusService
import ArgumentParser
import LambdaStatusStore

/// The option of all commands that use the database.
struct DatabaseOption: ParsableArguments {
    @Option(name: .customLong("database"), help: "The SQLite database file; created if it does not exist.", completion: .file())
    var path = "lambda-status.sqlite"

    func open() throws -> LambdaStatusStore {
        do {
            return try LambdaStatusStore(path: path)
        } catch {
            throw UnusableDatabase(path: path, reason: error)
        }
    }
}

private struct UnusableDatabase: Error, CustomStringConvertible {
    let path: String
    let reason: any Error

    var description: String { "the database '\(path)' cannot be opened: \(reason)" }
}
#endif
