import APIModel
import Printing

/// How a client's function reads a successful response.
struct SuccessReading {
    /// The function of the runtime that sends the request.
    var function = "send"
    /// The type whose initializer reads the response; empty if there is none.
    var type = ""
    /// The effects of the closure that reads the response, with a space behind them.
    var effects = ""
    /// The expression of that closure; empty if there is none.
    var value = ""
}

func reading(ofSuccessOf endpoint: Endpoint, _ spelling: Spelling) -> SuccessReading {
    var reading = SuccessReading(function: endpoint.isStreamed ? "stream" : "send")
    switch endpoint.success {
    case .nothing: break
    case .several(let name, _): reading.type = spelling.qualified(name)
    case .one(let index): read(endpoint.outcomes[index], isStreamed: endpoint.isStreamed, into: &reading, spelling)
    }
    return reading
}

private func read(_ outcome: Outcome, isStreamed: Bool, into reading: inout SuccessReading, _ spelling: Spelling) {
    if let name = outcome.structureName ?? (outcome.mayLackContent ? nil : outcome.choiceName) {
        reading.type = spelling.qualified(name)
    } else if outcome.isPlainJSON, !isStreamed {
        reading.function = "json"
    } else if let value = valueExpression(of: outcome, isStreamed: isStreamed, spelling) {
        reading.value = value
        // A closure's effects are not inferred where the error has a type.
        if value.contains("try ") {
            reading.effects = (value.contains("await ") ? "async " : "") + "throws(\(spelling.runtime)CallError) "
        }
    }
}

extension Outcome {
    /// Whether it is always JSON, and nothing but its body is of interest.
    fileprivate var isPlainJSON: Bool {
        guard let content, structureName == nil, choiceName == nil, !mayLackContent else { return false }
        return content.coding == .json && !content.hasSeveralCodings
    }
}

/// The initializers that read the responses of an operation: its failures, several successes, header fields with a body, and a body
/// of several media types.
///
/// - Parameter written: The initializers of the operations before it, which may share types with it.
func readings(
    of endpoint: Endpoint, writing written: inout Set<String>, _ spelling: Spelling
) -> [ClientTemplate.Reading] {
    var readings: [ClientTemplate.Reading] = []
    if case .declared(let name, let failures, _) = endpoint.error {
        readings.append(
            statusReading(of: failures, into: name, response: "response.failed", isStreamed: false, spelling))
    }
    if case .several(let name, _) = endpoint.success {
        readings.append(statusReading(of: endpoint.successes, into: name, isStreamed: endpoint.isStreamed, spelling))
    }
    for (outcomes, isStreamed) in [(endpoint.successes, endpoint.isStreamed), (endpoint.failures, false)] {
        for outcome in outcomes {
            if let name = outcome.structureName, written.insert("\(name.name) \(isStreamed)").inserted {
                readings.append(structureReading(of: outcome, into: name, isStreamed: isStreamed, spelling))
            }
            if let name = outcome.choiceName, written.insert("\(name.name) \(isStreamed)").inserted {
                readings.append(choiceReading(of: outcome.contents, into: name, isStreamed: isStreamed, spelling))
            }
        }
    }
    return readings
}

private func statusReading(
    of outcomes: [Outcome], into name: Identifier, response: String? = nil, isStreamed: Bool, _ spelling: Spelling
) -> ClientTemplate.Reading {
    let cases = outcomes.sortedForMatching.map { outcome -> (pattern: String, value: String) in
        let structure = outcome.structureName.map { "try \(isStreamed ? "await " : "")\(spelling.qualified($0))(response)" }
        let value = structure ?? valueExpression(of: outcome, isStreamed: isStreamed, spelling)
        return (
            pattern(of: outcome.response.status),
            ".\(outcome.name.spelling)" + outcome.associatedValues(status: "response.status", value: value, response: response)
        )
    }
    let undocumented = isStreamed ? "throw try await response.collected().undocumented()" : "throw response.undocumented()"
    return reading(into: spelling.qualified(name), by: "status", cases, else: undocumented, isStreamed: isStreamed)
}

/// An initializer that selects a case by a property of the response; the case without a pattern is for all other values.
private func reading(
    into name: String, by subject: String, _ cases: [(pattern: String, value: String)], else rest: String = "", isStreamed: Bool
) -> ClientTemplate.Reading {
    ClientTemplate.Reading(
        name: name, isStreamed: isStreamed, subject: subject,
        cases: cases.filter { !$0.pattern.isEmpty }.map { ClientTemplate.Reading.Case(pattern: $0.pattern, value: $0.value) },
        rest: cases.first { $0.pattern.isEmpty }.map { "self = " + $0.value } ?? rest, arguments: [])
}

private func structureReading(
    of outcome: Outcome, into name: Identifier, isStreamed: Bool, _ spelling: Spelling
) -> ClientTemplate.Reading {
    let headers = outcome.headers.map { header in
        let mode = header.type.isOptional ? "ifPresent" : "as"
        return "\(header.name.label): try response.header(\(SwiftText.literal(header.header.name)), "
            + "\(mode): \(spelling.type(header.type.unwrapped)).self)"
    }
    let body = valueExpression(of: outcome, isStreamed: isStreamed, spelling)
    return ClientTemplate.Reading(
        name: spelling.qualified(name), isStreamed: isStreamed, subject: "", cases: [], rest: "",
        arguments: headers + (body.map { ["body: " + $0] } ?? []))
}

private func choiceReading(
    of contents: [Content], into name: Identifier, isStreamed: Bool, _ spelling: Spelling
) -> ClientTemplate.Reading {
    let cases = mediaTypeCases(of: contents) { readExpression(of: $0, isStreamed: isStreamed, spelling) }
        .map { (pattern: $0.mediaTypes, value: ".\($0.name)(\($0.value))") }
    return reading(into: spelling.qualified(name), by: "mediaType", cases, isStreamed: isStreamed)
}

/// A case for each content of a body; the first content is read where no other one's media type is there.
func mediaTypeCases(of contents: [Content], _ value: (Content) -> String) -> [MediaTypeCase] {
    let last = contents[0]
    return (contents.dropFirst() + [last]).map { content in
        let mediaTypes = content.representations.map { SwiftText.literal($0.name) }.joined(separator: ", ")
        return MediaTypeCase(
            mediaTypes: content.name == last.name ? "" : mediaTypes, name: content.name.spelling, value: value(content))
    }
}

extension [Outcome] {
    /// Statuses before ranges, because a switch takes the first that matches.
    fileprivate var sortedForMatching: [Outcome] {
        func rank(_ outcome: Outcome) -> Int {
            switch outcome.response.status {
            case .code: 0
            case .range: 1
            case .default: 2
            }
        }
        return enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
    }
}

/// The pattern of a status; empty for all others.
private func pattern(of status: StatusPattern) -> String {
    switch status {
    case .code(let code): String(code)
    case .range(let first): "\(first)00..<\(first + 1)00"
    case .default: ""
    }
}

/// The expression that reads the body of an outcome.
private func valueExpression(of outcome: Outcome, isStreamed: Bool, _ spelling: Spelling) -> String? {
    let choice = outcome.choiceName.map { "try \(isStreamed ? "await " : "")\(spelling.qualified($0))(response)" }
    let body = choice ?? outcome.content.map { readExpression(of: $0, isStreamed: isStreamed, spelling) }
    return outcome.mayLackContent ? body.map(readingWhereThereIsContent) : body
}

/// The expression that reads a body that some statuses do not have.
private func readingWhereThereIsContent(_ expression: String) -> String {
    // Swift wants one 'try' before the whole.
    let effects = ["try await ", "try "].first { expression.hasPrefix($0) } ?? ""
    return "\(effects)response.hasContent ? \(expression.dropFirst(effects.count)) : nil"
}
