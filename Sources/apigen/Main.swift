import ApigenCommand
import ArgumentParser

@main
enum Main {
    /// Runs the command and ends with 2 where ArgumentParser would say 64, because that is what compilers and shells do.
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
