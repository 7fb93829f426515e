import APIDiff
import Foundation
import Testing
import YAMLTree
import Diagnostics

/// A document has not changed from itself, in whatever order its parts are written.
@Suite struct SameDocumentTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The documents of `Specs`, without those that are errors and those that consist of several files.
    static let documents: [String] = {
        let folder = root.appending(path: "Specs")
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix("Invalid") }.sorted()
    }()

    @Test func thereAreDocuments() {
        #expect(Self.documents.count > 25)
    }

    @Test(arguments: documents) func documentHasNotChanged(_ name: String) throws {
        let text = try String(contentsOf: Self.root.appending(path: "Specs/\(name)"), encoding: .utf8)
        #expect(try report(from: text, to: text).changes.map(\.sentence.plain) == [])
    }

    /// Keywords of schemas, fields of objects, and the entries of maps whose order means nothing in Swift.
    @Test(arguments: documents) func orderMeansNothing(_ name: String) throws {
        let text = try String(contentsOf: Self.root.appending(path: "Specs/\(name)"), encoding: .utf8)
        var log = DiagnosticLog()
        let source = log.add(SourceFile(path: name, bytes: Array(text.utf8)))
        let tree = try #require(parseYAML(source, log: &log))
        let changes = try report(from: text, to: reordered(tree.root)).limited(to: [.callers, .storage]).changes
        #expect(changes.map(\.sentence.plain) == [])
    }

    /// The value as JSON with all members backwards.
    private func reordered(_ node: YAMLNode) -> String {
        if node.isSequence { return "[" + node.elements.map { reordered($0) }.joined(separator: ",") + "]" }
        guard node.isMapping else { return node.jsonText() }
        let members = node.entries.map { "\(jsonString($0.name)):\(reordered($0.value))" }
        return "{" + members.reversed().joined(separator: ",") + "}"
    }
}
