#if StatusService
import ArgumentParser
import LambdaStatusStore

struct InstanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "instance",
        abstract: "Manages lambda instances.",
        subcommands: [Add.self, Import.self, List.self, SetStatus.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds a lambda instance and prints its UUID.")

        @OptionGroup var database: DatabaseOption
        @Option(
            parsing: .unconditional,
            help: "The UUID, an integer. (default: the greatest UUID plus 1, or the least positive one that is free)") var uuid:
            Int?
        @Option(help: "The name of the instance. (default: Lambda Instance)") var name: String?
        @Option(help: "The status of the instance. (default: PENDING)") var status: InstanceStatus?

        func run() async throws {
            writeLine("\(try await database.open().addInstance(uuid: uuid, name: name, status: status).uuid)")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the ID, UUID, status and name of each lambda instance, separated by tabs.")

        @OptionGroup var database: DatabaseOption

        func run() async throws {
            for instance in try await database.open().instances() {
                let name = instance.name.withoutControlCharacters
                writeLine("\(instance.id)\t\(instance.uuid)\t\(instance.status.rawValue)\t\(name)")
            }
        }
    }

    struct SetStatus: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Changes the status of a lambda instance.")

        @OptionGroup var database: DatabaseOption
        @Argument(help: "The UUID of the instance.") var uuid: Int
        @Argument(help: "The new status.") var status: InstanceStatus

        func run() async throws {
            try await database.open().setStatus(status, ofInstance: uuid)
        }
    }
}

extension InstanceStatus: ExpressibleByArgument {}
#endif
