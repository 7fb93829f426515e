import ApigenCommand
import ArgumentParser

@main
enum Main {
    /// Runs the command. An invalid command line exits with 2, as in compilers and shells, and not with ArgumentParser's 64.
    static func main() {
        onLargeStack { run() }
    }

    private static func run() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        // A subcommand in the sense of ArgumentParser would take the place of a document's path.
        switch arguments.first {
        case "diff": run(Diff.self, arguments.dropFirst())
        case "mock": run(Mock.self, arguments.dropFirst())
        default: run(Apigen.self, arguments[...])
        }
    }

    private static func run<Command: ParsableCommand>(_ type: Command.Type, _ arguments: ArraySlice<String>) {
        do {
            var command = try type.parseAsRoot(Array(arguments))
            try command.run()
        } catch  where type.exitCode(for: error) == .success {
            // ArgumentParser would not notice that the text of --help cannot be written.
            let message = type.fullMessage(for: error)
            if !message.isEmpty { printOutput(message + "\n") }
        } catch {
            guard type.exitCode(for: error) == .validationFailure else { type.exit(withError: error) }
            printError(type.fullMessage(for: error) + "\n")
            type.exit(withError: ExitCode(2))
        }
    }
}
