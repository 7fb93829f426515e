import APIModel
import Printing

/// The document's servers as functions of their variables.
func serverTemplates(_ api: API, _ spelling: Spelling) -> [OperationsTemplate.Server] {
    api.servers.map { named in
        let server = named.server
        return OperationsTemplate.Server(
            comment: comment([server.description ?? "", "`\(server.template)`"].filter { !$0.isEmpty }.joined(separator: "\n\n")),
            name: named.name.spelling, parameters: named.variables.map { parameter($0, spelling) }, value: urlExpression(named),
            enumerations: named.variables.compactMap(enumeration))
    }
}

private func enumeration(_ named: NamedVariable) -> OperationsTemplate.ServerVariable? {
    named.type.map { type in
        OperationsTemplate.ServerVariable(
            comment: comment(named.variable.description ?? ""), name: type.spelling,
            cases: named.cases.map { NamedText($0, rawValue: $1) })
    }
}

private func parameter(_ named: NamedVariable, _ spelling: Spelling) -> String {
    let value = named.variable.defaultValue
    guard let type = named.type, let defaultCase = named.cases.first(where: { $0.value == value }) else {
        return "\(named.name.spelling): \(spelling.swift)String = \(SwiftText.literal(value))"
    }
    return "\(named.name.spelling): \(type.spelling) = .\(defaultCase.name.spelling)"
}

/// The URL as literals joined with the variables.
private func urlExpression(_ named: NamedServer) -> String {
    var pieces: [String] = []
    var literal = ""
    var rest = Substring(named.server.template)
    while let character = rest.first {
        let match = named.variables.first { rest.hasPrefix("{\($0.variable.name)}") }
        guard let match else {
            literal.append(character)
            rest.removeFirst()
            continue
        }
        if !literal.isEmpty { pieces.append(SwiftText.literal(literal)) }
        literal = ""
        pieces.append(match.name.spelling + (match.type == nil ? "" : ".rawValue"))
        rest = rest.dropFirst(match.variable.name.count + 2)
    }
    if !literal.isEmpty || pieces.isEmpty { pieces.append(SwiftText.literal(literal)) }
    return pieces.joined(separator: " + ")
}
