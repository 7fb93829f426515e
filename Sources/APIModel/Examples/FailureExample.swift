/// The JSON of an error body that explains why a request was rejected: the document's example with its reason replaced.
package struct FailureExample {
    package enum Piece {
        /// JSON as it is.
        case json(String)
        /// The reason, as a JSON string.
        case message
        /// The status of the response.
        case status
    }

    package let pieces: [Piece]

    /// Creates the JSON, or returns `nil` if no string of the example can be replaced by the reason.
    package init?(_ example: JSONValue, of schema: SchemaID, in api: API) {
        let example = example.withFirstElements
        guard ExampleSynthesis.fits(example, schema, in: api),
            let message = example.stringPaths.prefix(mostReplaced).first(where: {
                ExampleSynthesis.fits(example.replacing($0, with: .string("the reason, with 'quotes'")), schema, in: api)
            })
        else { return nil }
        var template = example.replacing(message, with: .string(messageMark))
        for path in example.statusPaths.prefix(mostReplaced)
        where ExampleSynthesis.fits(example.replacing(path, with: .number("415")), schema, in: api) {
            template = template.replacing(path, with: .string(statusMark))
        }
        pieces = Self.pieces(of: template.literal(.json))
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        for (index, part) in text.split(separator: "\"\(messageMark)\"", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { pieces.append(.message) }
            for (index, part) in part.split(separator: "\"\(statusMark)\"", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { pieces.append(.status) }
                if !part.isEmpty { pieces.append(.json(String(part))) }
            }
        }
        return pieces
    }
}

/// The whole example is validated for each replacement, and real ones have a few.
private let mostReplaced = 100
private let messageMark = "apigen: the reason"
private let statusMark = "apigen: the status"

extension JSONValue {
    /// The value with one element in each array, because the other elements are examples of different errors.
    fileprivate var withFirstElements: JSONValue {
        switch self {
        case .array(let elements): .array(elements.prefix(1).map(\.withFirstElements))
        case .object(let members): .object(members.map { JSONMember($0.name, $0.value.withFirstElements) })
        default: self
        }
    }

    /// The paths of the strings, those with common names of messages first.
    fileprivate var stringPaths: [[String]] {
        let names = ["message", "detail", "details", "description", "error_description", "reason", "msg", "error", "title"]
        let strings = leaves { if case .string = $0 { true } else { false } }
        func rank(_ path: [String]) -> Int {
            names.firstIndex(of: (path.last { $0 != "0" } ?? "").lowercased()) ?? names.count
        }
        return strings.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
    }

    /// The paths of the numbers with common names of status codes.
    fileprivate var statusPaths: [[String]] {
        let names: Set<String> = ["status", "code", "statuscode", "status_code", "httpstatus", "http_status"]
        return leaves { if case .number = $0 { true } else { false } }.filter { names.contains(($0.last ?? "").lowercased()) }
    }

    private func leaves(where isWanted: (JSONValue) -> Bool) -> [[String]] {
        switch self {
        case .array(let elements): elements.flatMap { $0.leaves(where: isWanted) }.map { ["0"] + $0 }
        case .object(let members): members.flatMap { member in member.value.leaves(where: isWanted).map { [member.name] + $0 } }
        default: isWanted(self) ? [[]] : []
        }
    }

    fileprivate func replacing(_ path: [String], with value: JSONValue) -> JSONValue {
        guard let next = path.first else { return value }
        let rest = Array(path.dropFirst())
        return switch self {
        case .array(let elements): .array(elements.map { $0.replacing(rest, with: value) })
        case .object(let members):
            .object(members.map { $0.name == next ? JSONMember($0.name, $0.value.replacing(rest, with: value)) : $0 })
        default: self
        }
    }
}
