import Templating
import Testing

@testable import Generator

/// Comments of plain texts, whose lines are found by their bytes, and of texts with characters that are left out.
struct CommentTests {
    private static let texts: [String] = {
        let parts = [
            "word", "another", "(aside)", "`code`", "\"quoted\"", "- item", "* item", "# heading", "| cell |", "```", "é", "naïve",
            "…",
            "https://example.com/" + String(repeating: "long", count: 30), String(repeating: "x", count: 106), " ", "  ", "\n",
            "\n\n",
            "\n \n", "1. one", "e\u{301}", "‘it’", "🙂",
        ]
        var number: UInt64 = 7
        func next(_ count: Int) -> Int {
            number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(truncatingIfNeeded: number >> 33) % count
        }
        return (0..<3_000).map { _ in (0...next(60)).map { _ in parts[next(parts.count)] + (next(5) == 0 ? "" : " ") }.joined() }
    }()

    @Test func theyAreBrokenByTheSameRules() {
        for text in Self.texts {
            #expect(comment(text).map(\.line) == comment(text + "\u{200B}").map(\.line), "\(text)")
        }
    }

    @Test func longLinesAreBrokenAtWordsThatMayBegin() {
        let line = String(repeating: "word ", count: 20) + "- dash (aside) end of a line"
        #expect(comment(line).map(\.line) == [" " + String(repeating: "word ", count: 20) + "- dash", " (aside) end of a line"])
    }
}
