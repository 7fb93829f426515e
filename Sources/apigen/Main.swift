import ApigenCommand
import ArgumentParser

@main
enum Main {
    static func main() {
        onLargeStack { run() }
    }

    private static func run() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        // A subcommand in the sense of ArgumentParser would take the place of a document's path.
        switch arguments.first {
        case "diff": runCommand(Diff.self, arguments.dropFirst())
        case "mock": runCommand(Mock.self, arguments.dropFirst())
        case "test": runCommand(ServerTest.self, arguments.dropFirst())
        default: runCommand(Apigen.self, arguments[...])
        }
    }
}
