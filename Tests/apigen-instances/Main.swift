import APIModel
import Foundation
import OpenAPI
import Trial

/// Writes what it takes to try what a document was made into. For models: values that fit its component schemas and values that do
/// not, the author's schemas, and a program that compares them with the types, which `.ci/agreement` builds and runs. With `--calls`,
/// for client and server: a program that serves and calls every operation, for `.ci/corpus-servers`.
@main
struct Main {
    static func main() throws {
        var arguments = CommandLine.arguments
        let makesCalls = arguments.count > 1 && arguments[1] == "--calls"
        if makesCalls { arguments.remove(at: 1) }
        guard arguments.count == 3 || arguments.count == 4 else {
            FileHandle.standardError.write(Data("usage: apigen-instances [--calls] DOCUMENT FOLDER [SEED]\n".utf8))
            exit(2)
        }
        let seed = arguments.count == 4 ? UInt64(arguments[3]) ?? 1 : 1
        guard let (document, api) = try readDocument(URL(filePath: arguments[1])) else { exit(1) }
        let folder = URL(filePath: arguments[2])
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        func write(_ text: String, to file: String) throws {
            try Data(text.utf8).write(to: folder.appending(path: file))
        }
        if makesCalls { return try write(callsProgram(for: document, api, seed: seed, credential: "trial"), to: "main.swift") }
        let values = TrialValues(document, seed: seed, count: 10)
        try write(values.lines.joined(separator: "\n"), to: "trials.tsv")
        for (direction, text) in values.schemas { try write(text, to: "\(direction.rawValue).json") }
        let hasSchemas = FileManager.default.fileExists(
            atPath: folder.appending(path: "out/\(api.namespace.name)/Schemas.swift").path)
        try write(judgeProgram(for: document, api, hasSchemas: hasSchemas), to: "main.swift")
    }
}
