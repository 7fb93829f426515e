#if StatusService
import ArgumentParser
import LambdaStatusStore

struct InstanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "instance",
        abstract: "Administers the lambda instances.",
        subcommands: [Add.self, Import.self, List.self, SetStatus.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds a lambda instance and prints its uuid.")

        @OptionGroup var database: DatabaseOption
        @Option(parsing: .unconditional, help: "The uuid, an integer. (default: one more than the greatest)") var uuid: Int?
        @Option(help: "The name. (default: Lambda Instance)") var name: String?
        @Option(help: "The status. (default: PENDING)") var status: InstanceStatus?

        func run() async throws {
            print(try await database.open().addInstance(uuid: uuid, name: name, status: status).uuid)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Prints id, uuid, status and name of each lambda instance.")

        @OptionGroup var database: DatabaseOption

        func run() async throws {
            for instance in try await database.open().instances() {
                print(instance.id, instance.uuid, instance.status.rawValue, instance.name, separator: "\t")
            }
        }
    }

    struct SetStatus: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Changes the status of a lambda instance.")

        @OptionGroup var database: DatabaseOption
        @Argument(help: "The instance's uuid.") var uuid: Int
        @Argument(help: "The new status.") var status: InstanceStatus

        func run() async throws {
            try await database.open().setStatus(status, ofInstance: uuid)
        }
    }
}

extension InstanceStatus: ExpressibleByArgument {}
#endif
