import ApigenCommand
#if !Mock
import ArgumentParser
#endif

@main
enum Main {
    static func main() {
        onLargeStack {
            let arguments = CommandLine.arguments.dropFirst()
            #if Mock
            // A subcommand in the sense of ArgumentParser would take the place of a document's path.
            if arguments.first == "test" { return runCommand(ServerTest.self, arguments.dropFirst()) }
            #endif
            runCommand(Mock.self, arguments)
        }
    }
}

#if !Mock
/// The command of a program that was built without its server.
struct Mock: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "apigen-mock")

    @Argument(parsing: .captureForPassthrough)
    var arguments: [String] = []

    func run() throws {
        printError(
            "error: this program was built without its server; build it with: swift build --traits Mock --product apigen-mock\n")
        throw ExitCode(1)
    }
}
#endif
