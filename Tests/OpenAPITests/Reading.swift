import Diagnostics
import OpenAPI
import YAMLTree

/// What reading a text gives: the document and what was said about it, without carets.
struct Reading {
    var document: OpenAPIDocument?
    let diagnostics: [String]
    let log: DiagnosticLog

    /// - Parameter files: other files, by their path relative to the entry document's folder.
    init(_ text: String, files: [String: String] = [:], lenient: Bool = false, path: String = "api.yaml") {
        self.init(Array(text.utf8), path: path, lenient: lenient) { path in
            files[path].map { .success(Array($0.utf8)) } ?? .failure(path.hasPrefix("../") ? .outside : .missing)
        }
    }

    init(
        _ bytes: [UInt8], path: String, lenient: Bool = false,
        load: @escaping @Sendable (String) -> Result<[UInt8], LoadFailure>
    ) {
        var log = DiagnosticLog()
        let id = log.add(SourceFile(path: path, bytes: bytes))
        var options = ReadingOptions()
        options.isLenient = lenient
        if let tree = parseYAML(id, log: &log) {
            document = readOpenAPI(tree, loader: DocumentLoader(load: load), options: options, log: &log)
        }
        diagnostics = log.diagnostics.map { diagnostic in
            let position = diagnostic.position
            let file = position.file.index == 0 ? "" : log.source(position.file).path + ":"
            return "\(file)\(position.line):\(position.column) \(diagnostic.severity): \(diagnostic.text)"
        }
        self.log = log
    }

    var errors: [String] { diagnostics.filter { $0.contains(" error: ") } }

    /// The first operation; reading a document without one is a mistake of the test, which reading a nil shows.
    var operation: OpenAPI.Operation? { document?.operations.first }

    func schema(_ name: String) -> Schema? {
        document?.componentSchemas.first { $0.name == name }.flatMap { document?[$0.schema] }
    }

    /// The schema of a property, with its references followed.
    func property(_ name: String, of component: String) -> Schema? {
        guard let document, let member = schema(component)?.properties.first(where: { $0.name == name }) else { return nil }
        return document[document.schemas.resolved(member.schema)]
    }
}

extension Reading {
    /// A document whose schemas are the given lines.
    static func schemas(_ lines: String, version: String = "3.1.1", lenient: Bool = false) -> Reading {
        let indented = lines.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
        let text = "openapi: \(version)\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n\(indented)\n"
        return Reading(text, lenient: lenient)
    }

    /// A document with one operation, `GET /tickets/{id}`, whose fields are the given lines.
    static func operation(_ lines: String, version: String = "3.1.1", path: String = "/tickets", lenient: Bool = false) -> Reading {
        let indented = lines.split(separator: "\n").map { "      " + $0 }.joined(separator: "\n")
        let text = "openapi: \(version)\ninfo: {title: T, version: '1'}\npaths:\n  \(path):\n    get:\n\(indented)\n"
        return Reading(text, lenient: lenient)
    }
}
