import Diagnostics
import YAMLTree

extension SchemaReader {
    mutating func readReference(_ node: YAMLNode, _ keyword: Keyword, into schema: inout Schema) {
        guard let target = references.target(of: node, as: .schema) else { return }
        schema.reference = self.schema(target)
        schema.referenceText = node.text.map { Located($0, at: node.position) }
        if let text = node.text, let id = schema.reference { name(id, from: text, target) }
    }

    /// Names a schema that is not a component of this document after the last part of the reference to it.
    private mutating func name(_ id: SchemaID, from text: String, _ target: YAMLNode) {
        guard schemas[id.index].componentName == nil, target.isMapping else { return }
        guard let name = preferredName(from: text, target) else { return }
        addComponent(id, named: name, at: target.position)
    }

    private func preferredName(from text: String, _ target: YAMLNode) -> String? {
        let uri = URIReference(text)
        let fragment = uri.fragment ?? ""
        if fragment.isEmpty {
            guard let file = uri.path.split(separator: "/").last else { return nil }
            return file.firstIndex(of: ".").map { String(file[..<$0]) } ?? String(file)
        }
        guard let pointer = JSONPointer(fragment: fragment) else { return removingPercentEncoding(fragment) }
        let isNamed = ["schemas", "definitions", "$defs"].contains(pointer.tokens.dropLast().last ?? "")
        return isNamed || references.files.number(of: target) > 0 ? pointer.tokens.last : nil
    }

    mutating func readDiscriminator(_ node: YAMLNode) -> Discriminator? {
        if let name = node.string {
            // In Swagger the values are the names of the schemas, without a mapping.
            if version > .v2_0 { report(.discriminatorIsString(node), choosing: "read as 'propertyName'") }
            return Discriminator(propertyName: name, position: node.position)
        }
        var fields = fields(of: node, in: "the discriminator object")
        guard node.isMapping else { return nil }
        guard let name = text(fields.take("propertyName"), "propertyName") else {
            report(.noPropertyName(node), choosing: "it is ignored")
            return nil
        }
        var discriminator = Discriminator(propertyName: name, position: node.position)
        for entry in entries(of: fields.take("mapping"), "mapping") {
            let schema = mapped(entry.value)
            discriminator.mapping.append(
                DiscriminatorMapping(value: entry.name, schema: schema, position: entry.key.position))
        }
        discriminator.defaultMapping = fields.take("defaultMapping").flatMap { mapped($0) }
        warn(about: fields)
        return discriminator
    }

    /// Returns the schema of a mapping's value, which is a reference or the name of a component.
    private mutating func mapped(_ node: YAMLNode) -> SchemaID? {
        guard let text = node.text else { return references.target(of: node, as: .schema).flatMap { schema($0) } }
        let components = references.files.file(of: node).root
        let section = components["components"]?["schemas"] ?? components["definitions"]
        if let component = section?[text] { return schema(component) }
        let isName = !text.contains("/") && !text.contains("#") && !text.contains(".")
        if isName {
            let close = section.flatMap { closestMatch(to: text, in: $0.entries.prefix(5_000).map(\.name)) }
            report(.unmapped(text, node, guess: close), choosing: "the value is ignored")
            return nil
        }
        guard let target = references.target(of: node, as: .schema), let id = schema(target) else { return nil }
        name(id, from: text, target)
        return id
    }
}

extension Diagnostic {
    fileprivate static func discriminatorIsString(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'discriminator' must be a mapping in OpenAPI 3, found a string", at: node.position)
    }

    fileprivate static func noPropertyName(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "a discriminator needs a 'propertyName'", at: node.position)
    }

    fileprivate static func unmapped(_ name: String, _ node: YAMLNode, guess: String?) -> Diagnostic {
        return Diagnostic(.error, "there is no schema '\(name)'\(suggestion(guess))", at: node.position)
    }
}
