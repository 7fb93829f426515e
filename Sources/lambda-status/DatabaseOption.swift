#if StatusService
import ArgumentParser
import LambdaStatusStore

/// The option of all commands that use the database.
struct DatabaseOption: ParsableArguments {
    @Option(
        name: .customLong("database"),
        help: "The SQLite database file, created if it does not exist, or a URL postgres://USER:PASSWORD@HOST/DATABASE.",
        completion: .file())
    var location = "lambda-status.sqlite"

    func open() async throws -> any StatusStore {
        do {
            return try await openStore(at: location)
        } catch {
            throw UnusableDatabase(location: location, reason: error)
        }
    }
}

private struct UnusableDatabase: Error, CustomStringConvertible {
    let location: String
    let reason: any Error

    var description: String { "the database '\(location.withoutPassword)' cannot be opened: \(reason)" }
}

extension String {
    /// The URL without what stands between its scheme and its host, and without its query: a password can be in both.
    fileprivate var withoutPassword: String {
        guard let scheme = firstRange(of: "://") else { return self }
        let rest = self[scheme.upperBound...].prefix { $0 != "?" }
        let host = rest.lastIndex(of: "@").map { rest[rest.index(after: $0)...] } ?? rest
        return String(self[..<scheme.upperBound] + host)
    }
}
#endif
