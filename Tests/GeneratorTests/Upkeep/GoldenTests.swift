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

    /// Dictionaries and sets have another order in each process.
    @Test(arguments: ["agreement", "fields", "forms", "parameters", "security", "shapes"])
    func twoProcessesWriteTheSameBytes(document: String) throws {
        let folder = try Folder()
        let outputs = Output.allCases.map(\.rawValue).joined(separator: ",")
        for name in ["first", "second"] {
            let outcome = try apigen(
                in: folder, "\(package)/Specs/Features/\(document).yaml", "--emit", outputs, "--output", name)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let (first, second) = (folder.files.filter { $0.hasPrefix("first/") }, folder.files.filter { $0.hasPrefix("second/") })
        #expect(first.count > 20 && first.map { $0.dropFirst(6) } == second.map { $0.dropFirst(7) })
        for (one, other) in zip(first, second) { #expect(folder.read(one) == folder.read(other), "\(one)") }
    }

    @Test(arguments: namesInFolder(package + "/Specs/Invalid"))
    func invalidDocumentSaysWhatIsWrongUnderIt(_ name: String) throws {
        let bytes = try #require(readFile(package + "/Specs/Invalid/" + name))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text == withCaretComments(text, path: "Specs/Invalid/" + name), "renew it with: swift run update-generated")
        #expect(text.contains("error: ") || text.contains("warning: "), "nothing is wrong with this document")
    }
}
