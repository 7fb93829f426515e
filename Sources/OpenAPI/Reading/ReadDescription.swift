import Diagnostics
import YAMLTree

extension DocumentReader {
    mutating func readInfo(_ node: YAMLNode?) -> Info {
        guard let node else {
            log.report(.missingInfo(root))
            return Info()
        }
        var fields = fields(of: node, in: "the info object")
        let info = Info(
            title: text(fields.take("title"), "title") ?? "", summary: text(fields.take("summary"), "summary"),
            description: text(fields.take("description"), "description"),
            version: text(fields.take("version"), "version") ?? "",
            termsOfService: text(fields.take("termsOfService"), "termsOfService"))
        for documentationOnly in ["contact", "license"] { _ = fields.take(documentationOnly) }
        warn(about: fields)
        return info
    }

    mutating func readTag(_ node: YAMLNode) -> Tag? {
        var fields = fields(of: node, in: "the tag object")
        let tag = Tag(
            name: text(fields.take("name"), "name") ?? "", summary: text(fields.take("summary"), "summary"),
            description: text(fields.take("description"), "description"), position: node.position)
        for documentationOnly in ["externalDocs", "parent", "kind"] { _ = fields.take(documentationOnly) }
        warn(about: fields)
        return tag
    }

    mutating func readExternalDocs(_ node: YAMLNode) -> ExternalDocumentation? {
        var fields = fields(of: node, in: "the external documentation object")
        let url = text(fields.take("url"), "url")
        let description = text(fields.take("description"), "description")
        warn(about: fields)
        return url.map { ExternalDocumentation(url: $0, description: description) }
    }

    mutating func readServer(_ node: YAMLNode) -> Server? {
        var fields = fields(of: node, in: "the server object")
        var server = Server(url: text(fields.take("url"), "url") ?? "/", position: node.position)
        server.description = text(fields.take("description"), "description")
        _ = fields.take("name")
        server.variables = entries(of: fields.take("variables"), "variables").map { readServerVariable($0) }
        warn(about: fields)
        return server
    }

    private mutating func readServerVariable(_ entry: YAMLEntry) -> ServerVariable {
        var fields = fields(of: entry.value, in: "the server variable object")
        let variable = ServerVariable(
            name: entry.name, defaultValue: text(fields.take("default"), "default") ?? "",
            enumeration: texts(fields.take("enum"), "enum"),
            description: text(fields.take("description"), "description"))
        warn(about: fields)
        return variable
    }
}

extension Diagnostic {
    fileprivate static func missingInfo(_ root: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "the document has no 'info' field", at: root.position)
    }
}
