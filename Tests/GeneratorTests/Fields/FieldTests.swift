import ApigenCommand
import Diagnostics
import Foundation
import Generator
import Printing
import Testing

/// The article's list of OpenAPI fields, and the effect of each on what is generated.
///
/// `fields.tsv` has a line for each field: its object and name, a document of `Specs/Features`, a change of that document, and the
/// file and text that the change removes. The change is a JSONPath that is removed or, with a mapping after it, updated. The file
/// `error` stands for the errors that the change causes.
struct FieldTests {
    struct Field: Sendable, CustomTestStringConvertible {
        let object: String
        let name: String
        let document: String
        let change: String
        let file: String
        let evidence: String

        var testDescription: String { "\(object): \(name)" }
    }

    static let fields: [Field] = text("Tests/GeneratorTests/Fields/fields.tsv").split(separator: "\n").map { line in
        let cells = line.split(separator: "\t").map(String.init)
        return Field(
            object: cells[0], name: cells[1], document: cells[2], change: cells[3], file: cells[4], evidence: cells[5])
    }

    private static let unchanged: [String: [String: String]] = Dictionary(
        uniqueKeysWithValues: Set(fields.map(\.document)).map { ($0, generated($0)) })

    @Test(arguments: fields) func aFieldShowsUntilItIsRemoved(_ field: Field) {
        let changed = Self.generated(field.document, change: field.change)
        if field.file == "error" {
            #expect(changed["error"]?.contains(field.evidence) == true, "\(changed["error"] ?? "no error")")
        } else {
            #expect(changed["error"] == nil)
            #expect(Self.shows(field, in: Self.unchanged[field.document]))
            #expect(!Self.shows(field, in: changed), "\(field.file) shows it without the field too")
        }
    }

    /// Whether the file contains the evidence, however the lines are broken.
    private static func shows(_ field: Field, in files: [String: String]?) -> Bool {
        files?[field.file]?.filter { !$0.isWhitespace }.contains(field.evidence.filter { !$0.isWhitespace }) == true
    }

    private static let templates: Templates = {
        var log = DiagnosticLog()
        return Templates(log: &log)
    }()

    /// The generated files without the folder of the namespace, such as `Models.swift` and `Docs/index.md`, or `error`.
    private static func generated(_ document: String, change: String? = nil) -> [String: String] {
        var log = DiagnosticLog()
        let path = "Specs/Features/\(document).yaml"
        let source = log.add(SourceFile(path: path, bytes: Array(text(path).utf8)))
        var options = GenerationOptions()
        options.printing.outputs.append(.fake)
        options.overlays = change.map { [log.add(SourceFile(path: "change.yaml", bytes: Array(overlay($0).utf8)))] } ?? []
        guard let made = generate(source, options: options, with: templates, log: &log) else { return ["error": log.rendered()] }
        let files = made.files.map { file in
            let folders = file.path.split(separator: "/")
            let name = (folders[0] == "Docs" ? ["Docs"] + folders.dropFirst(2) : folders.dropFirst()).joined(separator: "/")
            return (name, String(decoding: file.bytes, as: UTF8.self))
        }
        return Dictionary(uniqueKeysWithValues: files)
    }

    private static func overlay(_ change: String) -> String {
        let parts = change.split(separator: " ", maxSplits: 1)
        let action = parts.count == 1 ? "remove: true" : "update: \(parts[1])"
        let target = parts[0].replacing("'", with: "''")
        return "overlay: 1.0.0\ninfo: {title: Change, version: '1'}\nactions:\n  - {target: '\(target)', \(action)}\n"
    }

    @Test func articleListsTheFields() {
        let article = Self.text("Sources/apigen/apigen.docc/Fields.md").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for list in Self.lists { #expect(article.contains(list), "Fields.md lacks: \(list)") }
        #expect(
            article.contains("\(Self.fields.count) fields"), "Fields.md does not contain the number of fields, \(Self.fields.count)"
        )
    }

    /// The fields of each object, in the article's form.
    private static var lists: [String] {
        var objects: [String] = []
        for field in fields where !objects.contains(field.object) { objects.append(field.object) }
        return objects.map { object in
            "**\(object)** " + fields.filter { $0.object == object }.map(\.name).joined(separator: ", ")
        }
    }

    private static func text(_ path: String) -> String {
        readFile("\(package)/\(path)").map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
