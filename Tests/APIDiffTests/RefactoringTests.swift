import APIDiff
import Diagnostics
import Foundation
import Testing
import Trial
import YAMLTree

/// Rewritings of real documents that change nothing for callers are not reported.
@Suite struct RefactoringTests {
    /// Those that take less than a minute together.
    private static let documents = CorpusDocument.all(ofTier: "A").filter { $0.size < 60_000 }

    @Test(.enabled(if: !documents.isEmpty, "there is no ../shared/corpus"), arguments: documents.map(\.url))
    func refactoringIsNoChange(_ url: URL) throws {
        var log = DiagnosticLog()
        let text = try String(contentsOf: url, encoding: .utf8)
        let source = log.add(SourceFile(path: url.lastPathComponent, bytes: Array(text.utf8)))
        // Some documents have errors, and some consist of several files.
        guard isReadable(text), let tree = parseYAML(source, log: &log) else { return }
        let document = DocumentValue(tree.root)
        for refactoring in Refactoring.allCases {
            let rewritten = refactoring.apply(to: document).json
            #expect(try changes(from: text, to: rewritten) == [], "\(refactoring)")
            #expect(try changes(from: rewritten, to: text) == [], "from \(refactoring)")
        }
    }

    /// The changes on the wire.
    private func changes(from old: String, to new: String) throws -> [String] {
        try report(from: old, to: new).changes.filter { !$0.rule.id.hasPrefix("swift-") }
            .map { "\($0.subject): \($0.sentence.plain) [\($0.rule.id)]" }
    }
}
