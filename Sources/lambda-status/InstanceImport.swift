#if StatusService
import ArgumentParser
import LambdaStatusStore

extension InstanceCommand {
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds a lambda instance for each line UUID,STATUS,NAME of standard input.",
            discussion: "Prints each UUID as soon as its instance is stored durably.")

        @OptionGroup var database: DatabaseOption
        @Option(help: "The number of instances to add concurrently.") var concurrency = 100

        func validate() throws {
            guard concurrency > 0 else { throw ValidationError("--concurrency must be positive, found \(concurrency).") }
        }

        func run() async throws {
            let store = try await database.open()
            let lines = try standardInputLines()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (index, line) in lines.enumerated() {
                    if index >= concurrency { try await group.next() }
                    group.addTask { try await add(line, to: store) }
                }
                try await group.waitForAll()
            }
        }

        private func add(_ line: InstanceLine, to store: any StatusStore) async throws {
            let added = try await store.addInstance(uuid: line.uuid, name: line.name, status: line.status)
            writeLine("\(added.uuid)")
        }
    }
}

private struct InstanceLine {
    var uuid: Int
    var status: InstanceStatus
    var name: String

    init?(_ text: String) {
        let fields = text.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
        guard fields.count == 3, let uuid = Int(fields[0]), let status = InstanceStatus(rawValue: String(fields[1])) else {
            return nil
        }
        self.uuid = uuid
        self.status = status
        self.name = String(fields[2])
    }
}

private struct UnreadableLine: Error, CustomStringConvertible {
    let number: Int
    let text: String

    var description: String { "line \(number) must be UUID,STATUS,NAME, found '\(text)'" }
}

private func standardInputLines() throws -> [InstanceLine] {
    var lines: [InstanceLine] = []
    while let text = readLine() {
        guard let line = InstanceLine(text) else {
            throw UnreadableLine(number: lines.count + 1, text: text)
        }
        lines.append(line)
    }
    return lines
}
#endif
