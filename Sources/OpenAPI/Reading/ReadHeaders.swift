import Diagnostics
import YAMLTree

extension DocumentReader {
    mutating func readHeaders(_ node: YAMLNode?) -> [Header] {
        entries(of: node, "headers").compactMap { entry in
            guard isSendable(entry.name, at: entry.key, .header) else { return nil }
            guard let target = references.resolved(entry.value, as: .header), var header = header(target) else { return nil }
            header.name = entry.name
            header.position = entry.key.position
            header.description = references.siblingText("description", of: entry.value) ?? header.description
            return header
        }
    }

    /// Returns the header at a node, without its name; each node is read once.
    mutating func header(_ node: YAMLNode) -> Header? {
        if let known = headers[node] { return known }
        // A header can contain itself through the encoding of its content.
        headers[node] = .some(nil)
        guard enter(node) else { return nil }
        let header = document.version == .v2_0 ? readSwaggerHeader(node) : readHeader(node)
        depth -= 1
        headers[node] = header
        return header
    }

    /// Counts the depth of nested callbacks and headers, as deep recursion exhausts the stack.
    mutating func enter(_ node: YAMLNode) -> Bool {
        guard depth < 40 else {
            report(.tooDeep(node))
            return false
        }
        depth += 1
        return true
    }

    private mutating func readHeader(_ node: YAMLNode) -> Header {
        var fields = fields(of: node, in: "the header object")
        var header = Header(name: "", position: node.position)
        header.description = prose(fields.take("description"), "description")
        header.isRequired = bool(fields.take("required"), "required") ?? false
        header.isDeprecated = bool(fields.take("deprecated"), "deprecated") ?? false
        header.explode = bool(fields.take("explode"), "explode") ?? false
        header.schema = schemas.schema(fields.take("schema"))
        header.content = readContent(fields.take("content")).first
        header.examples = readExamples(&fields)
        header.componentName = componentNames[node]
        if let style = fields.take("style"), style.text != "simple" { report(.headerStyle(style)) }
        for fixed in ["name", "in", "allowEmptyValue", "allowReserved"] {
            if let node = fields.take(fixed) { report(.notForHeaders(fixed, node)) }
        }
        warn(about: fields)
        return header
    }
}

extension Diagnostic {
    fileprivate static func tooDeep(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "callbacks and headers are nested more than 40 levels deep", at: node.position)
    }

    fileprivate static func headerStyle(_ node: YAMLNode) -> Diagnostic {
        let found = node.text.map { "'\($0)'" } ?? node.kindPhrase
        return Diagnostic(.warning, "the style of a header must be 'simple', found \(found)", at: node.position)
    }

    fileprivate static func notForHeaders(_ name: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "'\(name)' is not allowed in a header object and is ignored", at: node.position)
    }
}
