import Diagnostics
import YAMLTree

extension DocumentReader {
    mutating func readServer(_ node: YAMLNode) -> Server? {
        guard node.isMapping else {
            report(.noServer(node), choosing: "it is ignored")
            return nil
        }
        var fields = fields(of: node, in: "the server object")
        let url = fields.take("url")
        if url == nil { report(.serverWithoutURL(node)) }
        var server = Server(url: text(url, "url") ?? "/", position: node.position)
        server.name = prose(fields.take("name"), "name")
        server.description = prose(fields.take("description"), "description")
        server.variables = entries(of: fields.take("variables"), "variables").map { readServerVariable($0) }
        warn(about: fields)
        let template = PathTemplate(server.url)
        for name in template.names + template.fragmentNames where !server.variables.contains(where: { $0.name == name }) {
            report(.undeclaredVariable(name, url ?? node))
        }
        return server
    }

    private mutating func readServerVariable(_ entry: YAMLEntry) -> ServerVariable {
        var fields = fields(of: entry.value, in: "the server variable object")
        let list = fields.take("enum")
        let values = texts(list, "enum")
        if let list, list.isSequence, list.count == 0 { report(.emptyVariable(entry, list)) }
        let standard = fields.take("default")
        if entry.value.isMapping, standard == nil { report(.variableWithoutDefault(entry)) }
        let variable = ServerVariable(
            name: entry.name, defaultValue: string(standard, "default") ?? values.first ?? "", enumeration: values,
            description: prose(fields.take("description"), "description"))
        if let standard, !values.isEmpty, !values.contains(variable.defaultValue) {
            report(.defaultNotListed(variable, standard))
        }
        warn(about: fields)
        return variable
    }
}

extension Diagnostic {
    fileprivate static func noServer(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "the server object must be a mapping, found \(node.kindPhrase)", at: node.position)
    }

    fileprivate static func serverWithoutURL(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "a server needs a 'url', read as '/'", at: node.position)
    }

    fileprivate static func undeclaredVariable(_ name: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "server variable '\(name)' is not declared in 'variables'", at: node.position)
    }

    fileprivate static func variableWithoutDefault(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(.warning, "server variable '\(entry.name)' needs a 'default'", at: entry.key.position)
    }

    fileprivate static func emptyVariable(_ entry: YAMLEntry, _ list: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "'enum' of server variable '\(entry.name)' is empty and ignored", at: list.position)
    }

    fileprivate static func defaultNotListed(_ variable: ServerVariable, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(
            .warning, "default '\(variable.defaultValue)' is not in 'enum' of server variable '\(variable.name)'", at: node.position
        )
    }
}
