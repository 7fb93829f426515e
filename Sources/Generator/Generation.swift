import APIModel
package import Diagnostics
package import OpenAPI
import Templating
import YAMLTree

/// A file that the generator made, at a path relative to the output folder.
package struct GeneratedFile: Sendable {
    /// Components are separated by slashes.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

package struct GenerationOptions: Sendable {
    package var outputs: [Output] = Output.allCases
    package var isLenient = false
    /// Reads the files that the document refers to; without one, such references are errors.
    package var loader: DocumentLoader?
    /// A folder below the output folder that everything goes to; empty for none.
    package var group = ""

    package init() {}
}

/// Everything between a document's bytes and the files made from it: the same bytes give the same files.
package func generate(
    _ source: SourceFile.ID, options: GenerationOptions, with templates: Templates, log: inout DiagnosticLog
) -> [GeneratedFile] {
    guard let tree = parseYAML(source, log: &log), !log.hasErrors else { return [] }
    var reading = ReadingOptions()
    reading.isLenient = options.isLenient
    let document = readOpenAPI(tree, loader: options.loader, options: reading, log: &log)
    guard !log.hasErrors else { return [] }
    let api = makeAPI(from: document, namespace: namespace(for: log.source(source).path), log: &log)
    guard !log.hasErrors else { return [] }
    return plan(api, options: options).map { GeneratedFile(path: $0.path, bytes: templates.render($0, log: &log)) }
}

/// The folder that a document's files stand in below the output folder.
package func folderName(for path: String) -> String {
    namespace(for: path).name
}

/// The enum that a document's types live in, named after its file.
func namespace(for path: String) -> Identifier {
    let file = path.split(separator: "/").last ?? "api"
    let name = file.split(separator: ".").first ?? "api"
    let identifier = Identifier(typeFrom: String(name))
    return ["Swift", "APIRuntime", "Self", "Type", "Protocol", "Any"].contains(identifier.name)
        ? identifier.appending("API") : identifier
}
