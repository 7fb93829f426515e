import AgreementJudge
import ApigenCommand
import Foundation

/// An example of a page of the docs.
struct ShownExample {
    /// The name of a component, or method and path of an operation.
    let schema: String
    /// The directions in one of which it has to be accepted.
    let directions: [Direction]
    let json: String

    func finding(_ outcome: String) -> Finding {
        Finding(property: .shown, schema: schema, direction: directions[0], json: json, outcome: outcome)
    }
}

/// The examples of schemas, of request bodies and of the responses of successes, as the pages of a document show them.
func shownExamples(in folder: String) -> [ShownExample] {
    filesBelow(folder).filter { $0.hasPrefix("Schemas/") || $0.hasPrefix("Reference/") }.flatMap { path -> [ShownExample] in
        let text = String(decoding: readFile("\(folder)/\(path)") ?? [], as: UTF8.self)
        if path.hasPrefix("Schemas/") {
            guard let name = heading(of: text), let json = block(after: "\n## Example\n", in: text) else { return [] }
            return [ShownExample(schema: name, directions: Direction.allCases, json: json)]
        }
        guard
            let label = text.split(separator: "\n").first(where: { $0.hasPrefix("`") })?.split(separator: "`").first.map(
                String.init)
        else {
            return []
        }
        let response = block(after: "\n### 20", in: text).map { ShownExample(schema: label, directions: [.responses], json: $0) }
        let body = text.split(separator: "\n").first { $0.hasPrefix("  body: JSON.stringify(") && $0.hasSuffix("),") }
        let request = body.map { line in
            ShownExample(
                schema: label, directions: [.requests], json: String(line.dropFirst("  body: JSON.stringify(".count).dropLast(2)))
        }
        return [response, request].compactMap(\.self)
    }
}

private func heading(of page: String) -> String? {
    page.split(separator: "\n").first { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)) }
}

/// The first block of JSON behind a text and before the next section.
private func block(after start: String, in page: String) -> String? {
    guard let section = page.range(of: start) else { return nil }
    let rest = page[section.upperBound...]
    let end = [rest.range(of: "\n## "), rest.range(of: "\n### ")].compactMap { $0?.lowerBound }.min() ?? rest.endIndex
    guard let first = rest.range(of: "```json\n"), first.upperBound < end, let last = rest[first.upperBound...].range(of: "\n```")
    else { return nil }
    return String(rest[first.upperBound..<last.lowerBound])
}
