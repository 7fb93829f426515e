import APIModel
import Templating

/// The document's servers as functions of their variables.
func serversContext(_ api: API, _ spelling: Spelling) -> [Context] {
    api.servers.map { named in
        let server = named.server
        var context = Context(.name, named.name.spelling)
        context.set(
            .comment, comment([server.description ?? "", "`\(server.template)`"].filter { !$0.isEmpty }.joined(separator: "\n\n")))
        context.set(.enumerations, named.variables.compactMap(enumContext))
        context.set(.takesVariables, !named.variables.isEmpty)
        context.set(.parameters, named.variables.map { parameter($0, spelling) }.joined(separator: ", "))
        context.set(.value, urlExpression(named))
        return context
    }
}

private func enumContext(_ named: NamedVariable) -> Context? {
    guard let type = named.type else { return nil }
    var context = Context(.name, type.spelling)
    context.set(.comment, comment(named.variable.description ?? ""))
    context.set(
        .cases,
        named.cases.map { name, value in
            var context = Context(.name, name.spelling)
            context.set(.rawValue, SwiftText.literal(value))
            return context
        })
    return context
}

private func parameter(_ named: NamedVariable, _ spelling: Spelling) -> String {
    let value = named.variable.defaultValue
    guard let type = named.type, let usual = named.cases.first(where: { $0.value == value }) else {
        return "\(named.name.spelling): \(spelling.swift)String = \(SwiftText.literal(value))"
    }
    return "\(named.name.spelling): \(type.spelling) = .\(usual.name.spelling)"
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
