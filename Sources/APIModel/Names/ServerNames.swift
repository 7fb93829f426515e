/// A server of the document with its names in `Servers`.
package struct NamedServer {
    package let server: ServerAddress
    /// The function that returns its URL.
    package let name: Identifier
    /// The variables in its URL, one parameter each.
    package let variables: [NamedVariable]
}

/// A server variable with its names.
package struct NamedVariable {
    package let variable: ServerVariable
    package let name: Identifier
    /// The enum of its values; nil where any text is one.
    package let type: Identifier?
    /// The cases of the enum.
    package let cases: [(name: Identifier, value: String)]
}

/// Names the servers of the document and of single operations; none where the only server is a plain URL.
func namedServers(_ own: [ServerAddress], of operations: [ResolvedOperation], overrides: inout NameOverrides) -> [NamedServer] {
    var known = Set(own.map(\.template))
    let others = operations.filter(\.hasOwnServers).flatMap(\.servers).filter { known.insert($0.template).inserted }
    let servers = own + others
    guard servers.count > 1 || servers.contains(where: { !$0.variables.isEmpty }) else { return [] }
    var names = NameScope(.servers)
    var types = NameScope(.serverTypes)
    overrides.hold(servers.map { NameKey(.servers, $0.template) }, in: &names)
    return servers.enumerated().map { index, server in
        let number = own.count == 1 ? "server" : "server \(index + 1)"
        let preferred = server.name ?? (index < own.count ? number : server.place)
        let name = overrides.claim(
            NameKey(.servers, server.template), Identifier(memberFrom: preferred, kind: "server"), in: &names)
        var labels = NameScope(.serverVariables)
        let used = server.variables.filter { server.template.contains("{\($0.name)}") }
        overrides.hold(used.map { NameKey(.servers, "\(server.template) \($0.name)") }, in: &labels)
        let variables = used.map { variable in
            let type = Identifier(typeFrom: name.name).appending(wordsOf: variable.name)
            return NamedVariable(
                variable: variable,
                name: overrides.claim(
                    NameKey(.servers, "\(server.template) \(variable.name)"),
                    Identifier(memberFrom: variable.name, kind: "variable"), in: &labels),
                type: variable.values.isEmpty ? nil : types.claim(type), cases: cases(of: variable, type))
        }
        return NamedServer(server: server, name: name, variables: variables)
    }
}

extension ServerAddress {
    /// The host, or the path where the URL has none: a name that no other server changes.
    fileprivate var place: String {
        guard let start = template.firstRange(of: "//") else { return template }
        return String(template[start.upperBound...].prefix { $0 != "/" })
    }
}

/// The values of a variable that has a list of them, its default among them.
private func cases(of variable: ServerVariable, _ type: Identifier) -> [(name: Identifier, value: String)] {
    if variable.values.isEmpty { return [] }
    var names = NameScope(.serverValues)
    var seen: Set<String> = []
    return (variable.values + [variable.defaultValue]).filter { seen.insert($0).inserted }.map { value in
        (names.claim(Identifier(caseFrom: value, of: type)), value)
    }
}
