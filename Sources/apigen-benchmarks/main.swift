// Measures what the runtime costs and how far it agrees with the standards, beside what it is measured against.

import Foundation

let commands: [(name: String, run: ([String]) async throws -> Void)] = [
    ("json", compareJSON), ("requests", compareRequests), ("limits", tryLimits), ("schemas", scoreSchemas),
]

guard let name = CommandLine.arguments.dropFirst().first, let command = commands.first(where: { $0.name == name }) else {
    print("usage: apigen-benchmarks json | requests | limits | schemas FOLDER-OF-THE-SUITE")
    exit(64)
}
try await command.run(Array(CommandLine.arguments.dropFirst(2)))
