import ApigenCommand
import ArgumentParser

/// The subcommand that serves a document.
struct Mock: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apigen mock", abstract: "Runs apigen-mock, which serves a document.")

    @Argument(parsing: .captureForPassthrough, help: "The arguments of apigen-mock.")
    var arguments: [String] = []

    func run() throws {
        try runMockProgram(arguments)
    }
}

/// The subcommand that tests a running server.
struct ServerTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apigen test", abstract: "Runs apigen-mock test, which tests a server by its document.")

    @Argument(parsing: .captureForPassthrough, help: "The arguments of apigen-mock test.")
    var arguments: [String] = []

    func run() throws {
        try runMockProgram(["test"] + arguments)
    }
}

/// Runs the program for what needs a network, which is one of its own: packages build `apigen` for their plugins, and would build
/// servers and clients with it.
private func runMockProgram(_ arguments: [String]) throws {
    let own = CommandLine.arguments.first ?? ""
    let folder = own.lastIndex(of: "/").map { String(own[...$0]) } ?? ""
    // Does not return if the program is there.
    replaceProcess(with: folder + "apigen-mock", arguments)
    printError(
        "error: there is no program 'apigen-mock' beside apigen; build it with: swift build --traits Mock --product apigen-mock\n")
    throw ExitCode(1)
}
