import ApigenCommand
import Testing

/// Every diagnostic about a document stands in a document of `Specs/Invalid/`, so that its text and place are tested.
struct DiagnosticCoverageTests {
    /// Diagnostics that no small document brings about; other tests do.
    private static let exceptions: Set<String> = [
        "EventReader.parserUnavailable", "Limits.tooDeep", "Limits.tooManyNodes", "ParseYAML.tooLarge", "ReadHeaders.tooDeep",
        "SchemaResolver.tooManyMergedSchemas",
    ]

    /// Files whose diagnostics are about overlays and filters, which have tests of their own.
    private static let others = ["Overlay.", "Filtering."]

    @Test(arguments: ["YAMLTree", "OpenAPI", "Resolution", "APIModel"])
    func everyDiagnosticStandsInADocument(_ target: String) {
        let said = Self.expectations()
        let messages = filesBelow("\(package)/Sources/\(target)").flatMap { Self.messages(in: "\(target)/\($0)") }
        let unsaid = messages.filter { message in
            !Self.exceptions.contains(message.name) && !Self.others.contains(where: message.name.hasPrefix)
                && !said.contains { message.text.matches($0) }
        }
        #expect(unsaid.map(\.name) == [], "write a document in Specs/Invalid for each, then: swift run update-generated")
    }

    @Test func exceptionsExist() {
        let files = filesBelow(package + "/Sources").flatMap { Self.messages(in: $0) }
        #expect(Self.exceptions.subtracting(files.map(\.name)) == [])
    }

    /// What the caret comments say, from the severity on.
    private static func expectations() -> [Substring] {
        namesInFolder(package + "/Specs/Invalid").flatMap { name in
            let text = String(decoding: readFile("\(package)/Specs/Invalid/\(name)") ?? [], as: UTF8.self)
            return text.split(separator: "\n").compactMap { $0.firstMatch(of: /#[ ^@0-9]*((?:error|warning): .*)/)?.output.1 }
        }
    }

    /// The functions of a source file that make diagnostics, with the texts that they make.
    private static func messages(in path: String) -> [(name: String, text: Interpolated)] {
        let source = String(decoding: readFile("\(package)/Sources/\(path)") ?? [], as: UTF8.self)
        let file = path.split(separator: "/").last?.dropLast(6) ?? ""
        return source.split(separator: "static func ").dropFirst().compactMap { function in
            guard let head = function.firstRange(of: "-> Diagnostic {"), let name = function.split(separator: "(").first,
                !function[..<head.lowerBound].contains("{"),
                let call = function.firstMatch(of: /Diagnostic\(\s*\.(error|warning),\s*"/)
            else { return nil }
            return ("\(file).\(name)", Interpolated("\(call.output.1): ", literal: function[call.range.upperBound...]))
        }
    }
}

/// The parts of a string literal that stand between interpolations.
private struct Interpolated {
    private var parts: [String]

    /// - Parameter literal: the source behind the opening quote.
    init(_ beginning: String, literal: Substring) {
        parts = [beginning]
        var depth = 0
        var isEscaped = false
        for character in literal {
            if depth > 0 {
                depth += character == "(" ? 1 : character == ")" ? -1 : 0
            } else if isEscaped {
                isEscaped = false
                guard character == "(" else { continue }
                depth = 1
                parts.append("")
            } else if character == "\"" {
                return
            } else if character == "\\" {
                isEscaped = true
            } else {
                parts[parts.count - 1].append(character)
            }
        }
    }

    func matches(_ text: Substring) -> Bool {
        guard text.hasPrefix(parts[0]), text.hasSuffix(parts[parts.count - 1]) else { return false }
        var rest = text
        for part in parts where !part.isEmpty {
            guard let range = rest.firstRange(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return true
    }
}
