import APIModel
import ApigenCommand
import Diagnostics
import Foundation
import OpenAPI
import Resolution
import YAMLTree

/// Writes what it takes to try what a document was made into. For models: values that fit its component schemas and values that do
/// not, and a program that reads and writes them, which `.ci/instances` builds and runs. With `--calls`, for client and server: a
/// program that serves and calls every operation, for `.ci/corpus-servers`.
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
        guard let (document, api) = try read(URL(filePath: arguments[1])) else { exit(1) }
        let folder = URL(filePath: arguments[2])
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        func write(_ text: String, to file: String) throws {
            try Data(text.utf8).write(to: folder.appending(path: file))
        }
        if makesCalls { return try write(callsProgram(for: document, api, seed: seed, credential: "trial"), to: "main.swift") }
        try write(driver(for: api), to: "main.swift")
        try write(schemasText(of: document), to: "schemas.json")
        try write(instances(of: document, api, seed: seed), to: "instances.tsv")
    }

    private static func read(_ url: URL) throws -> (OpenAPIDocument, API)? {
        var log = DiagnosticLog()
        let source = log.add(SourceFile(path: url.path, bytes: Array(try Data(contentsOf: url))))
        guard let tree = parseYAML(source, log: &log) else { return nil }
        let loader = DocumentLoader { path in
            let file = url.deletingLastPathComponent().appending(path: path).standardizedFileURL
            return (try? Data(contentsOf: file)).map { .success(Array($0)) } ?? .failure(.missing)
        }
        let document = readOpenAPI(tree, loader: loader, log: &log)
        let api = makeAPI(from: resolve(document, log: &log), namespace: namespace(for: url.path), log: &log)
        return log.hasErrors ? nil : (document, api)
    }

    /// The component schemas as the document writes them.
    private static func schemasText(of document: OpenAPIDocument) -> String {
        let schemas = document.componentSchemas.map { component in
            Instance.string(component.name).json + ":" + (document[component.schema].node?.jsonText() ?? "true")
        }
        return ("{\"$defs\":{" + schemas.joined(separator: ",\n") + "}}")
            .replacingOccurrences(of: "#/components/schemas/", with: "#/$defs/")
            .replacingOccurrences(of: "#/definitions/", with: "#/$defs/")
    }

    /// A line for each value: the type's index, whether the value fits, the schema's name, and the value.
    private static func instances(of document: OpenAPIDocument, _ api: API, seed: UInt64) -> String {
        var lines = ""
        for (index, type) in api.types.enumerated() {
            guard let name = type.componentName else { continue }
            var generator = InstanceGenerator(document, seed: seed &+ UInt64(index) &* 7_919)
            let schema = OpenAPI.SchemaID(index: type.schema.index)
            for _ in 0..<10 {
                if let value = generator.fitting(schema) { lines += "\(index)\tfits\t\(name)\t\(value.json)\n" }
                if let value = generator.unfitting(schema) { lines += "\(index)\tspoiled\t\(name)\t\(value.json)\n" }
            }
        }
        return lines
    }
}
