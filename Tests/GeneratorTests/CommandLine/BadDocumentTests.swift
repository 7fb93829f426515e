import Foundation
import Testing

/// Documents that are none, or hold mistakes: said at their place, and nothing written.
struct BadDocumentTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
    }

    /// The last lines of a document that is sound so far.
    private static func document(_ rest: String) -> String {
        "openapi: 3.1.0\ninfo:\n  title: x\n  version: '1'\n" + rest
    }

    @Test(arguments: [
        ("", "bad.yaml:1:1: error: "),
        ("\n\n# only a comment\n", "bad.yaml:"),
        ("\u{0}\u{1}\u{2}\u{FFFD}", "bad.yaml:1:1: error: "),
        ("just words", "bad.yaml:1:1: error: "),
        ("openapi: 3.1.0\ninfo:\n  title: \"x", "bad.yaml:3:10: error: "),
        ("{\"openapi\": \"3.1.0\", \"info\": {\"title\": ", "bad.yaml:1:"),
        ("openapi: 3.1.0\nopenapi: 3.1.0\n", "bad.yaml:2:1: error: "),
        ("openapi: 9.9.9\n", "bad.yaml:1:10: error: "),
        (document("paths: 5\n"), "bad.yaml:5:8: error: "),
        (
            document(
                "paths:\n  /a:\n    get:\n      parameters:\n        - $ref: '#/components/parameters/No'\n      responses: {}\n"),
            "bad.yaml:9:17: error: "
        ),
        ("a: &a [*a]\n", "bad.yaml:1:"),
    ])
    func mistakeStandsAtItsPlace(_ text: String, _ beginning: String) throws {
        try folder.write(text, to: "bad.yaml")
        let outcome = try apigen(in: folder, "bad.yaml")
        #expect(outcome.status == 1)
        #expect(outcome.output == "")
        #expect(outcome.errors.hasPrefix(beginning), "\(outcome.errors)")
        #expect(folder.files == ["bad.yaml"], "something was written")
    }

    @Test(arguments: [("missing.yaml", "no such file"), ("folder", "this is a folder"), ("ring.yaml", "no such file")])
    func fileThatIsNoneIsNamed(_ name: String, _ reason: String) throws {
        try folder.write("", to: "folder/kept")
        try folder.link("ring.yaml", to: "ring.yaml")
        let outcome = try apigen(in: folder, name)
        #expect(outcome.status == 1)
        #expect(outcome.errors.hasPrefix("\(name):1:1: error: \(reason)"), "\(outcome.errors)")
        #expect(folder.files == ["folder/kept", "ring.yaml"])
    }

    @Test func documentThatTurnsBadLeavesItsOldFiles() throws {
        try folder.write(petDocument, to: "pets.yaml")
        _ = try apigen(in: folder, "pets.yaml")
        let before = folder.files.map(folder.read)
        try folder.write(petDocument.replacing("in: path", with: "in: queery"), to: "pets.yaml")
        #expect(try apigen(in: folder, "pets.yaml").status == 1)
        try folder.write(petDocument, to: "pets.yaml")
        #expect(folder.files.map(folder.read) == before)
    }
}
