#if StatusService
import ArgumentParser
import LambdaStatusStore

struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Administers the tokens that give access to the service.",
        subcommands: [Add.self, List.self, Revoke.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds a new token and prints it, once: the database only keeps its hash.")

        @OptionGroup var database: DatabaseOption
        @Option(help: "What to call the token in the list.") var label = ""

        func run() async throws {
            print(try await database.open().addToken(label: label))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Prints id, first characters, date and label of each token.")

        @OptionGroup var database: DatabaseOption

        func run() async throws {
            for token in try await database.open().tokens() {
                print(token.id, token.hint + "…", token.addedAt, token.label, separator: "\t")
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Takes a token out; it gives access to nothing any more.")

        @OptionGroup var database: DatabaseOption
        @Argument(help: "The token's id in the list.") var id: Int

        func run() async throws {
            try await database.open().revokeToken(id: id)
        }
    }
}
#endif
