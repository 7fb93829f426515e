import Foundation
import Testing

/// A document of the table with its expected model.
struct ModelCase: Sendable, CustomTestStringConvertible {
    /// Its folder and name, such as `Null/type-lists`.
    let name: String

    var testDescription: String { name }

    var document: String {
        get throws { try Self.text(of: name + ".yaml") }
    }

    /// The sections of the expected text. Only what they show of the model is compared.
    var expected: [(name: String, lines: [String])] {
        get throws {
            var sections: [(name: String, lines: [String])] = []
            for line in try Self.text(of: name + ".txt").split(separator: "\n") {
                if line.hasPrefix("# ") {
                    sections.append((String(line.dropFirst(2)), []))
                } else if !sections.isEmpty {
                    sections[sections.count - 1].lines.append(String(line))
                }
            }
            return sections
        }
    }

    static let all = names(of: "yaml").map { ModelCase(name: $0) }

    static var modelsWithoutDocument: [String] {
        names(of: "txt").filter { name in !all.contains { $0.name == name } }
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

    private static func text(of file: String) throws -> String {
        try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }

    private static func names(of kind: String) -> [String] {
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix("." + kind) }.map { String($0.dropLast(kind.count + 1)) }.sorted()
    }
}
