import ApigenCommand
import Diagnostics
import Printing
import Testing
import update_generated

/// What is made from `Templates/` and `Specs/` and kept in the repository.
struct GoldenTests {
    @Test func compiledTemplatesEqualTheTemplateFolder() {
        let texts = readTemplateFolder(package + "/Templates")
        #expect(!texts.isEmpty)
        let file = readFile(package + "/Sources/Printing/CompiledTemplates.swift")
        #expect(file == Array(compiledTemplatesFile(texts).utf8), "CompiledTemplates.swift is old: swift run update-generated")
    }

    @Test func listOfValuesIsThatOfTheTemplates() {
        var log = DiagnosticLog()
        let templates = Templates(log: &log)
        #expect(
            readFile(package + "/Templates/README.md") == Array(templates.reference.utf8),
            "renew it with: swift run update-generated")
        for (path, _) in readTemplateFolder(package + "/Templates") {
            #expect(
                templates.reference.contains("\n### \(path.replacing(".mustache", with: ""))\n"), "no file is made with \(path)")
        }
        #expect(templates.hiddenNames == [])
    }

    @Test func generatedFolderHoldsWhatTheDocumentsGive() {
        var log = DiagnosticLog()
        let templates = Templates(TemplateSources(of: readTemplateFolder(package + "/Templates"), log: &log), log: &log)
        #expect(log.rendered() == "")
        let tree = GoldenTree(package: package, templates: templates)
        #expect(!tree.hasErrors, "\(tree.report)")
        var findings: [String] = []
        for file in tree.documents.flatMap(\.files) + [tree.schema] {
            guard let existing = readFile("\(package)/Generated/\(file.path)") else {
                findings.append("missing Generated/\(file.path)")
                continue
            }
            if existing != file.bytes { findings.append("different Generated/\(file.path)") }
        }
        for path in filesBelow(package + "/Generated") where !tree.holds(path) {
            findings.append("stale Generated/\(path)")
        }
        #expect(findings == [], "renew it with: swift run update-generated")
    }

    @Test func documentsGiveTheSameBytesTwice() {
        var log = DiagnosticLog()
        let templates = Templates(log: &log)
        let first = GoldenTree(package: package, templates: templates)
        let second = GoldenTree(package: package, templates: templates)
        #expect(first.documents.flatMap(\.files).map(\.bytes) == second.documents.flatMap(\.files).map(\.bytes))
    }

    @Test(arguments: namesInFolder(package + "/Specs/Invalid"))
    func invalidDocumentSaysWhatIsWrongUnderIt(_ name: String) throws {
        let bytes = try #require(readFile(package + "/Specs/Invalid/" + name))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text == withCaretComments(text, path: "Specs/Invalid/" + name), "renew it with: swift run update-generated")
        #expect(text.contains("error: ") || text.contains("warning: "), "nothing is wrong with this document")
    }
}
