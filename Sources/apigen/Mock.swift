import ApigenCommand
import ArgumentParser

/// The subcommand that serves a document, which is a program of its own: packages build `apigen` for their plugins, and would build
/// a server with it.
struct Mock: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apigen mock", abstract: "Runs apigen-mock, which serves a document.")

    @Argument(parsing: .captureForPassthrough, help: "The arguments of apigen-mock.")
    var arguments: [String] = []

    func run() throws {
        let own = CommandLine.arguments.first ?? ""
        let folder = own.lastIndex(of: "/").map { String(own[...$0]) } ?? ""
        // Does not return if the program is there.
        replaceProcess(with: folder + "apigen-mock", arguments)
        printError(
            "error: there is no program 'apigen-mock' beside apigen; build it with: swift build --traits Mock --product apigen-mock\n"
        )
        throw ExitCode(1)
    }
}
