import APIModel
import Templating

/// The document's servers as functions of their variables; none where the only server is a plain URL.
func serversContext(_ api: API, _ spelling: Spelling) -> [Context] {
    let servers = api.about.servers
    guard servers.count > 1 || servers.contains(where: { !$0.variables.isEmpty }) else { return [] }
    var names = MemberNames()
    var types = MemberNames()
    return servers.enumerated().map { index, server in
        let name = names.claim(server.name.map { Identifier(memberFrom: $0) } ?? Identifier(memberFrom: servers.count == 1 ? "server" : "server \(index + 1)"))
        var context = Context(.name, name.spelling)
        context.set(.comment, comment([server.description ?? "", "`\(server.template)`"].filter { !$0.isEmpty }.joined(separator: "\n\n")))
        let variables = server.variables.filter { server.template.contains("{\($0.name)}") }
        let typed = variables.map { variable in
            (variable, type: variable.values.isEmpty ? nil : types.claim(Identifier(typeFrom: name.name + " " + variable.name)))
        }
        context.set(.enumerations, typed.compactMap { variable, type in type.map { enumContext(variable, named: $0) } })
        context.set(.takesVariables, !variables.isEmpty)
        context.set(.parameters, typed.map { parameter($0, type: $1, spelling) }.joined(separator: ", "))
        context.set(.value, urlExpression(server, typed.map { ($0, $1 != nil) }))
        return context
    }
}

/// Names in a small scope, the later of two equal ones with a number behind it.
private struct MemberNames {
    private var taken: Set<String> = []

    mutating func claim(_ wish: Identifier) -> Identifier {
        var name = wish
        var number = 2
        while !taken.insert(name.name).inserted {
            name = wish.appending("_\(number)")
            number += 1
        }
        return name
    }
}

private func enumContext(_ variable: ServerVariable, named name: Identifier) -> Context {
    var context = Context(.name, name.spelling)
    context.set(.comment, comment(variable.description ?? ""))
    context.set(
        .cases,
        caseNames(variable).map { name, value in
            var context = Context(.name, name.spelling)
            context.set(.rawValue, SwiftText.literal(value))
            return context
        })
    return context
}

private func caseNames(_ variable: ServerVariable) -> [(name: Identifier, value: String)] {
    var names = MemberNames()
    var seen: Set<String> = []
    let values = variable.values.contains(variable.defaultValue) ? variable.values : variable.values + [variable.defaultValue]
    return values.filter { seen.insert($0).inserted }.map { (names.claim(Identifier(memberFrom: $0)), $0) }
}

private func parameter(_ variable: ServerVariable, type: Identifier?, _ spelling: Spelling) -> String {
    let name = Identifier(memberFrom: variable.name).spelling
    guard let type, let value = caseNames(variable).first(where: { $0.value == variable.defaultValue }) else {
        return "\(name): \(spelling.swift)String = \(SwiftText.literal(variable.defaultValue))"
    }
    return "\(name): \(type.spelling) = .\(value.name.spelling)"
}

/// The URL as literals joined with the variables.
private func urlExpression(_ server: ServerAddress, _ variables: [(variable: ServerVariable, isEnumeration: Bool)]) -> String {
    var pieces: [String] = []
    var literal = ""
    var rest = Substring(server.template)
    while let character = rest.first {
        let match = variables.first { rest.hasPrefix("{\($0.variable.name)}") }
        guard let match else {
            literal.append(character)
            rest.removeFirst()
            continue
        }
        if !literal.isEmpty { pieces.append(SwiftText.literal(literal)) }
        literal = ""
        pieces.append(Identifier(memberFrom: match.variable.name).spelling + (match.isEnumeration ? ".rawValue" : ""))
        rest = rest.dropFirst(match.variable.name.count + 2)
    }
    if !literal.isEmpty || pieces.isEmpty { pieces.append(SwiftText.literal(literal)) }
    return pieces.joined(separator: " + ")
}
