import Testing
import update_generated

/// The comments that say what is wrong with a document below the mistake.
struct CaretCommentTests {
    private let document = """
        openapi: 3.1.0
        info:
          title: x
          version: "1"
        pathss: {}
        paths: 5
        """

    @Test func caretStandsBelowTheColumn() {
        let lines = withCaretComments(document, path: "x.yaml").split(separator: "\n")
        let line = lines.firstIndex(of: "paths: 5").map { lines[$0 + 1] } ?? ""
        #expect(line.hasPrefix("#      ^ error: "))
    }

    @Test func columnIsANumberWhereTheCommentsOwnSignStands() {
        let lines = withCaretComments(document, path: "x.yaml").split(separator: "\n")
        let line = lines.firstIndex(of: "pathss: {}").map { lines[$0 + 1] } ?? ""
        #expect(line.hasPrefix("#@1 "))
    }

    @Test func renewingTwiceChangesNothing() {
        let once = withCaretComments(document, path: "x.yaml")
        #expect(withCaretComments(once, path: "x.yaml") == once)
    }

    @Test func oldCommentsGoAndOthersStay() {
        let old = "# a word\n\(document)\n#      ^ error: something else\n# error-free since March\n"
        let renewed = withCaretComments(old, path: "x.yaml")
        #expect(!renewed.contains("something else"))
        #expect(renewed.hasPrefix("# a word\n"))
        #expect(renewed.contains("# error-free since March\n"))
    }
}
