import ApigenCommand

@main
enum Main {
    static func main() {
        #if Mock
        onLargeStack { runCommand(Mock.self, CommandLine.arguments.dropFirst()) }
        #else
        printError(
            "error: this program was built without its server; build it with: swift build --traits Mock --product apigen-mock\n")
        #endif
    }
}
