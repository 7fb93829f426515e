#if StatusService
import ArgumentParser
import LambdaStatusStore

struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Manages the tokens that give access to the service.",
        subcommands: [Add.self, List.self, Revoke.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds a token and prints it. The database stores only its hash, so it cannot be printed again.")

        @OptionGroup var database: DatabaseOption
        @Option(help: "A label for the token, shown in the list.") var label = ""

        func run() async throws {
            writeLine(try await database.open().addToken(label: label))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the ID, first characters, date and label of each token, separated by tabs.")

        @OptionGroup var database: DatabaseOption

        func run() async throws {
            for token in try await database.open().tokens() {
                let (hint, label) = (token.hint.withoutControlCharacters, token.label.withoutControlCharacters)
                writeLine("\(token.id)\t\(hint)…\t\(token.addedAt)\t\(label)")
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Revokes a token.")

        @OptionGroup var database: DatabaseOption
        @Argument(help: "The ID of the token, as in the list.") var id: Int

        func run() async throws {
            try await database.open().revokeToken(id: id)
        }
    }
}
#endif
