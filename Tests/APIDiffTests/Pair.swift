import Diagnostics
import Foundation
import Testing
import YAMLTree

/// Two small documents and the report about them.
///
/// `Pairs/Schemas/…` has files with an `old` and a `new` schema, which stand once in a request (`sent`) and once in a response
/// (`received`). `Pairs/Documents/…` has files of three documents: the old one, the new one, and the report.
struct Pair: Sendable, CustomTestStringConvertible {
    let name: String
    let old: String
    let new: String
    /// The lines that the report must consist of, such as `breaking operation-removed (callers)`.
    let expected: [String]
    /// The changes that the lines speak of.
    let isIncluded: @Sendable (String) -> Bool

    var testDescription: String { name }

    static let all = files(below: "Documents").map { documents($0) } + files(below: "Schemas").flatMap { schemas($0) }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pairs")

    private static func files(below name: String) -> [String] {
        let paths = FileManager.default.enumerator(atPath: folder.appending(path: name).path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".yaml") }.map { "\(name)/\($0)" }.sorted()
    }

    private static func text(of file: String) -> String {
        (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)) ?? ""
    }

    private static func documents(_ file: String) -> Pair {
        let parts = text(of: file).components(separatedBy: "---\n")
        let texts = parts.prefix(2).map { $0.hasPrefix("openapi:") ? $0 : "openapi: 3.1.0\n\(about)\n\($0)" }
        return Pair(
            name: file, old: texts.first ?? "", new: texts.last ?? "", expected: lines("expected", in: parts.last ?? ""),
            isIncluded: { _ in true })
    }

    private static func schemas(_ file: String) -> [Pair] {
        let text = text(of: file)
        guard let fields = parsed(text) else { return [] }
        func pair(_ title: String, _ operation: (String) -> String, _ key: String, isSwift: Bool) -> Pair {
            Pair(
                name: "\(file) \(title)", old: document(fields, "old", operation), new: document(fields, "new", operation),
                expected: lines(key, in: text), isIncluded: { $0.hasPrefix("swift-") == isSwift })
        }
        let request = { (body: String) in
            "requestBody: {required: true, content: \(body)}, responses: {\"204\": {description: Done}}"
        }
        let response = { (body: String) in "responses: {\"200\": {description: The value, content: \(body)}}" }
        return [
            pair("sent", request, "sent", isSwift: false), pair("received", response, "received", isSwift: false),
            pair("in Swift", response, "swift", isSwift: true),
        ]
    }

    /// A document with a schema called `Value` in the only message that matters.
    private static func document(_ fields: YAMLNode, _ key: String, _ operation: (String) -> String) -> String {
        let body = operation("{application/json: {schema: {$ref: \"#/components/schemas/Value\"}}}")
        let others = fields["others"].map { Array($0.entries) } ?? []
        let schemas = ["Value: \(fields[key]?.jsonText() ?? "")"] + others.map { "\($0.name): \($0.value.jsonText())" }
        return """
            openapi: \(fields["openapi"]?.text ?? "3.1.0")
            \(about)
            paths: {/value: {post: {operationId: use, \(body)}}}
            components: {schemas: {\(schemas.joined(separator: ", "))}}
            """
    }

    private static let about = "info: {title: T, version: \"1\"}"

    private static func lines(_ key: String, in text: String) -> [String] {
        parsed(text)?[key]?.elements.compactMap(\.text) ?? ["no list '\(key)'"]
    }

    private static func parsed(_ text: String) -> YAMLNode? {
        var log = DiagnosticLog()
        let source = log.add(SourceFile(path: "pair.yaml", bytes: Array(text.utf8)))
        return parseYAML(source, log: &log)?.root
    }
}
