import ApigenCommand

@main
enum Main {
    static func main() {
        #if Mock
        onLargeStack {
            let arguments = CommandLine.arguments.dropFirst()
            // A subcommand in the sense of ArgumentParser would take the place of a document's path.
            guard arguments.first == "test" else { return runCommand(Mock.self, arguments) }
            runCommand(ServerTest.self, arguments.dropFirst())
        }
        #else
        printError(
            "error: this program was built without its server; build it with: swift build --traits Mock --product apigen-mock\n")
        #endif
    }
}
