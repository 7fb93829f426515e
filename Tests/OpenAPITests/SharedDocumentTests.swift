import Foundation
import OpenAPI
import Testing

/// Documents that others wrote, where they are at hand; they stay out of this repository.
struct SharedDocumentTests {
    private static let shared = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "../shared").standardizedFileURL

    static let isPresent = FileManager.default.fileExists(atPath: shared.path)

    private static func table(_ path: String) -> [[String: String]] {
        guard let text = try? String(contentsOf: shared.appending(path: path), encoding: .utf8) else { return [] }
        let lines = text.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        guard let names = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(zip(names, $0), uniquingKeysWith: { first, _ in first }) }
    }

    /// The corpus's documents, those of one tier where it is given; none where the corpus is not at hand.
    static func entries(tier: String? = nil) -> [Row] {
        table("corpus/MANIFEST.tsv").filter { tier == nil || $0["tier"] == tier }.map(Row.init)
    }

    static func read(_ path: String, lenient: Bool = false) -> Reading? {
        let url = shared.appending(path: path)
        guard let data = try? Data(contentsOf: url) else { return nil }
        let folder = url.deletingLastPathComponent()
        return Reading([UInt8](data), path: path, lenient: lenient) { path in
            (try? Data(contentsOf: folder.appending(path: path))).map { .success([UInt8]($0)) } ?? .failure(.missing)
        }
    }

    /// Documents that the validator takes although they are ambiguous or refer to nothing.
    private static let refused: Set<String> = [
        "goswagger--bugs-1487-fixture-additionalprops", "oasdiff--data-duplicate-endpoints-base",
    ]

    @Test(.enabled(if: isPresent, "there is no ../shared"), arguments: entries(tier: "A"))
    func aDocumentOfTheCorpusIsRead(_ row: Row) throws {
        let reading = try #require(Self.read("corpus/" + row["entry"]))
        if row["valid"] == "valid", !Self.refused.contains(row["name"]) { #expect(reading.errors == []) }
    }

    /// The malformed documents whose outcome is certain, without a folder and a missing file that are among them.
    private static let malformed = table("bad/EXPECT.tsv").map(Row.init).filter { row in
        row["expect"] != "either" && read("bad/" + row["file"]) != nil
    }

    @Test(.enabled(if: isPresent, "there is no ../shared"), arguments: malformed)
    func aMalformedDocumentEndsAsItShould(_ row: Row) throws {
        let reading = try #require(Self.read("bad/" + row["file"]))
        if row["expect"] == "ok" { return #expect(reading.errors == []) }
        let line = row["line"]
        #expect(reading.errors.contains { line == "-" || $0.hasPrefix(line + ":") || $0.hasPrefix("bad/") })
    }
}

/// A line of a table, shown as its first field's value.
struct Row: CustomTestStringConvertible, Sendable {
    let fields: [String: String]

    subscript(name: String) -> String { fields[name] ?? "" }

    var testDescription: String { fields["name"] ?? fields["file"] ?? "" }
}
