// Measures what the runtime costs and how far it agrees with the standards, beside what it is measured against.

import Foundation

let commands: [(name: String, run: ([String]) throws -> Void)] = [
    ("json", compareJSON), ("limits", tryLimits), ("schemas", scoreSchemas),
]

guard let name = CommandLine.arguments.dropFirst().first, let command = commands.first(where: { $0.name == name }) else {
    print("usage: apigen-benchmarks json | limits | schemas FOLDER-OF-THE-SUITE")
    exit(64)
}
try command.run(Array(CommandLine.arguments.dropFirst(2)))
