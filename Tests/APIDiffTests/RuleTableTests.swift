import APIDiff
import Foundation
import Testing

/// The article about rules, which readers look the identifiers of reports up in.
@Suite struct RuleTableTests {
    @Test func articleListsEveryRule() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appending(path: "Sources/apigen/apigen.docc/DiffRules.md")
        let article = try String(contentsOf: file, encoding: .utf8)
        for rule in Rule.all { #expect(article.contains(row(of: rule)), "the article lacks the row: \(row(of: rule))") }
    }

    private func row(of rule: Rule) -> String {
        let sentence = rule.template.replacing("{", with: "*").replacing("}", with: "*")
        return "| `\(rule.id)` | \(rule.sent.severity.rawValue) | \(rule.received.severity.rawValue) | \(sentence) |\n"
    }
}
