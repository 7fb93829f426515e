import Diagnostics
import YAMLTree

extension DocumentReader {
    /// Converts a body parameter to a request body with each media type that the operation consumes.
    mutating func body(_ node: YAMLNode, _ consumes: [YAMLNode]) -> RequestBody {
        var fields = fields(of: node, in: "the parameter object")
        for known in ["name", "in"] { _ = fields.take(known) }
        let schemaNode = fields.take("schema")
        if schemaNode == nil { report(.bodyWithoutSchema(node)) }
        var body = RequestBody(position: node.position)
        body.description = prose(fields.take("description"), "description")
        body.isRequired = bool(fields.take("required"), "required") ?? false
        body.componentName = componentNames[node]
        let id = schemas.schema(schemaNode)
        let examples = mediaExamples(fields.take("x-examples"))
        body.content = mediaTypes(consumes, at: node.position).map { mediaType in
            var mediaType = mediaType
            mediaType.schema = id
            mediaType.examples = examples[mediaType.name] ?? []
            return mediaType
        }
        for field in ["type", "format"] { _ = fields.take(field) }
        warn(about: fields)
        return body
    }

    /// Converts form parameters to a request body; `nil` if there are none.
    mutating func formBody(_ parameters: [SwaggerParameter], _ consumes: [YAMLNode]) -> RequestBody? {
        guard let first = parameters.first else { return nil }
        let schema = Schema(at: first.node.position)
        schema.types = .object
        var encodings: [Encoding] = []
        for parameter in parameters {
            guard let id = swaggerSchema(of: parameter.node) else { continue }
            schema.properties.append(SchemaProperty(name: parameter.name, position: parameter.nameNode.position, schema: id))
            if bool(parameter.node["required"], "required") == true {
                schema.required.append(Located(parameter.name, at: parameter.nameNode.position))
            }
            if let encoding = encoding(of: parameter) { encodings.append(encoding) }
        }
        let hasFile = parameters.contains { $0.node["type"]?.text == "file" }
        let id = schemas.add(schema)
        var body = RequestBody(position: first.node.position)
        body.isRequired = !schema.required.isEmpty
        body.content = formTypes(consumes, hasFile: hasFile).map { name in
            MediaType(name: name, schema: id, encodings: encodings, position: first.node.position)
        }
        return body
    }

    private func formTypes(_ consumes: [YAMLNode], hasFile: Bool) -> [String] {
        let forms = consumes.compactMap(\.text).filter {
            $0.hasPrefix("multipart/") || !hasFile && $0.hasPrefix("application/x-www-form-urlencoded")
        }
        return forms.isEmpty ? [hasFile ? "multipart/form-data" : "application/x-www-form-urlencoded"] : forms
    }

    private mutating func encoding(of parameter: SwaggerParameter) -> Encoding? {
        guard parameter.node["type"]?.text == "array" else { return nil }
        let (style, explode) = style(of: parameter.node, in: nil)
        return Encoding(property: parameter.name, style: style, explode: explode)
    }

    /// Returns the media types of `consumes` or `produces`, or JSON if there are none.
    func mediaTypes(_ names: [YAMLNode], at position: Position) -> [MediaType] {
        let listed = names.compactMap { node in node.text.map { MediaType(name: $0, position: node.position) } }
        return listed.isEmpty ? [MediaType(name: "application/json", position: position)] : listed
    }

    /// Reads the schema of a response and its examples by media type; section "Response Object".
    mutating func readSwaggerResponse(_ response: inout Response, _ fields: inout Fields) {
        response.headers = readHeaders(fields.take("headers"))
        let schemaNode = fields.take("schema")
        let examplesNode = fields.take("examples")
        let examples = mediaExamples(examplesNode)
        guard schemaNode != nil, let id = schemas.schema(schemaNode) else {
            response.content = content(shownBy: examplesNode, examples)
            return
        }
        response.content = mediaTypes(producing, at: response.position).map { mediaType in
            var mediaType = mediaType
            mediaType.schema = id
            mediaType.examples = examples[mediaType.name] ?? []
            return mediaType
        }
    }

    /// Without a schema a response has no content, unless examples show what it is.
    private func content(shownBy node: YAMLNode?, _ examples: [String: [Example]]) -> [MediaType] {
        guard let node, node.isMapping else { return [] }
        return node.entries.map { entry in
            var mediaType = MediaType(name: entry.name, position: entry.value.position)
            mediaType.examples = examples[entry.name] ?? []
            return mediaType
        }
    }

    private mutating func mediaExamples(_ node: YAMLNode?) -> [String: [Example]] {
        guard let node, node.isMapping else { return [:] }
        var examples: [String: [Example]] = [:]
        for entry in node.entries { examples[entry.name] = [Example(value: entry.value)] }
        return examples
    }
}

extension Diagnostic {
    fileprivate static func bodyWithoutSchema(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "a body parameter needs a 'schema', read as any JSON value", at: node.position)
    }
}
