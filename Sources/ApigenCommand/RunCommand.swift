package import ArgumentParser
#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// Runs a command with its arguments. An invalid command line exits with 2, as in compilers and shells, and not with ArgumentParser's 64.
package func runCommand<Command: ParsableCommand>(_ type: Command.Type, _ arguments: ArraySlice<String>) {
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

/// Runs a program in place of this one.
///
/// - Parameters:
///   - program: A path, or a name that is looked up in the folders of `PATH`.
///   - arguments: The arguments without the program's name.
/// - Returns: Only if the program cannot be run.
package func replaceProcess(with program: String, _ arguments: [String]) {
    let copies = ([program] + arguments).map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    execvp(program, copies + [nil])
}
