import ApigenCommand
import ArgumentParser

@main
enum Main {
    /// Runs the command. An invalid command line exits with 2, as in compilers and shells, and not with ArgumentParser's 64.
    static func main() {
        onLargeStack { run() }
    }

    private static func run() {
        do {
            let command = try Apigen.parse()
            try command.run()
        } catch {
            guard Apigen.exitCode(for: error) == .validationFailure else { Apigen.exit(withError: error) }
            printError(Apigen.fullMessage(for: error) + "\n")
            Apigen.exit(withError: ExitCode(2))
        }
    }
}
