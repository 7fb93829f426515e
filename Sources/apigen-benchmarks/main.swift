import Foundation

// Measures what the runtime costs, beside what it is measured against, in one run.

let commands: [String: () throws -> Void] = ["json": compareJSON]

guard CommandLine.arguments.count == 2, let command = commands[CommandLine.arguments[1]] else {
    print("usage: apigen-benchmarks json")
    exit(64)
}
try command()
