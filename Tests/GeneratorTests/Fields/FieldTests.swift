import ApigenCommand
import Testing

/// The article's list of OpenAPI fields, held against what the documents in `Specs/Features` give.
///
/// `fields.tsv` has a line for each field: its object, its name, and a text of the generated files that is there because
/// of it; or a dash, why there is none, and what a diagnostic says about it (a dash where nothing is said).
struct FieldTests {
    struct Field: Sendable, CustomTestStringConvertible {
        let object: String
        let name: String
        let evidence: String
        let reason: String

        var works: Bool { evidence != "-" }
        var testDescription: String { "\(object): \(name)" }
    }

    static let fields: [Field] = text("Tests/GeneratorTests/Fields/fields.tsv").split(separator: "\n").map { line in
        let cells = line.split(separator: "\t").map(String.init)
        return Field(object: cells[0], name: cells[1], evidence: cells[2], reason: cells.count > 3 ? cells[3] : "")
    }

    private static let generated = filesBelow(package + "/Generated").map { text("Generated/" + $0) }.joined(separator: "\n")

    @Test(arguments: fields.filter(\.works)) func aFieldThatWorksShows(_ field: Field) {
        #expect(Self.generated.contains(field.evidence))
    }

    @Test(arguments: fields.filter { !$0.works }) func aFieldThatDoesNotWorkHasAReason(_ field: Field) {
        #expect(!field.reason.isEmpty)
    }

    @Test func articleListsTheFields() {
        let article = Self.text("Sources/apigen/apigen.docc/Fields.md").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for list in Self.lists { #expect(article.contains(list), "Fields.md lacks: \(list)") }
        let count = "\(Self.fields.count(where: \.works)) of the \(Self.fields.count)"
        #expect(article.contains(count), "Fields.md does not contain: \(count)")
    }

    /// The working fields of each object, and the others with their reasons, in the article's form.
    private static var lists: [String] {
        var objects: [String] = []
        for field in fields where !objects.contains(field.object) { objects.append(field.object) }
        return objects.flatMap { object in
            let own = fields.filter { $0.object == object }
            let working = own.filter(\.works).map(\.name)
            let missing = own.filter { !$0.works }.map { "\($0.name) (\($0.reason))" }
            return [working, missing].filter { !$0.isEmpty }.map { "**\(object)** \($0.joined(separator: ", "))" }
        }
    }

    private static func text(_ path: String) -> String {
        readFile("\(package)/\(path)").map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
