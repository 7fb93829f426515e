import APIDiff
import ApigenCommand
import Diagnostics
import Foundation
import Testing
import Trial
import YAMLTree

/// Rewritings of real documents that change nothing for callers are not reported.
///
/// Set `REFACTOR_ALL_DOCUMENTS` to rewrite all documents, which takes minutes.
@Suite struct RefactoringTests {
    private static let documents = selection(from: CorpusDocument.all(ofTier: "A"))

    /// Every second of the small documents, or all documents.
    private static func selection(from documents: [CorpusDocument]) -> [CorpusDocument] {
        if ProcessInfo.processInfo.environment["REFACTOR_ALL_DOCUMENTS"] != nil { return documents }
        let small = documents.filter { $0.size < 60_000 }
        return stride(from: 0, to: small.count, by: 2).map { small[$0] }
    }

    @Test(.enabled(if: !documents.isEmpty, "there is no ../shared/corpus"), arguments: documents.map(\.url))
    func refactoringIsNoChange(_ url: URL) throws {
        let text = try String(contentsOf: url, encoding: .utf8)
        var log = DiagnosticLog()
        let source = log.add(SourceFile(path: url.path, bytes: Array(text.utf8)))
        guard let original = version(text, at: url), let tree = parseYAML(source, log: &log) else { return }
        let document = DocumentValue(tree.root)
        for refactoring in Refactoring.allCases {
            let rewritten = try #require(version(refactoring.apply(to: document).json, at: url), "\(refactoring)")
            #expect(changes(from: original, to: rewritten) == [], "\(refactoring)")
            #expect(changes(from: rewritten, to: original) == [], "from \(refactoring)")
        }
    }

    /// The model of a text in place of a document, which may refer to other files; `nil` after errors.
    private func version(_ text: String, at url: URL) -> Version? {
        var log = DiagnosticLog()
        let source = log.add(SourceFile(path: url.path, bytes: Array(text.utf8)))
        var options = GenerationOptions()
        options.namespace = "API"
        options.loader = linkedFiles(of: url.path, allowingAbove: false)
        return model(of: source, options: options, log: &log).map { Version($0, log: log) }
    }

    /// The changes on the wire.
    private func changes(from old: Version, to new: Version) -> [String] {
        difference(from: old, to: new, options: DiffOptions(today: "2026-01-01")).limited(to: [.callers, .servers]).changes
            .map { "\($0.subject): \($0.sentence.plain) [\($0.rule.id)]" }
    }
}
