import Diagnostics
import YAMLTree

extension DocumentReader {
    mutating func readRequestBody(_ node: YAMLNode) -> RequestBody? {
        guard let node = resolved(node, as: "request body") else { return nil }
        var fields = fields(of: node, in: "the request body object")
        let content = fields.take("content")
        if content == nil { log.report(.bodyWithoutContent(node)) }
        let body = RequestBody(
            description: text(fields.take("description"), "description"),
            isRequired: bool(fields.take("required"), "required") ?? false, content: readContent(content),
            position: node.position)
        warn(about: fields)
        return body
    }

    mutating func readContent(_ node: YAMLNode?) -> [MediaType] {
        entries(of: node, "content").map { entry in
            var fields = fields(of: resolved(entry.value, as: "media type") ?? entry.value, in: "the media type object")
            var mediaType = MediaType(name: entry.name, position: entry.key.position)
            mediaType.schema = schema(fields.take("schema"))
            mediaType.itemSchema = schema(fields.take("itemSchema"))
            mediaType.examples = readExamples(&fields)
            mediaType.encodings = entries(of: fields.take("encoding"), "encoding").map { readEncoding($0) }
            for notYet in ["prefixEncoding", "itemEncoding"] {
                if let node = fields.take(notYet) { log.report(.encodingLeftOut(notYet, node)) }
            }
            warn(about: fields)
            return mediaType
        }
    }

    private mutating func readEncoding(_ entry: YAMLEntry) -> Encoding {
        var fields = fields(of: entry.value, in: "the encoding object")
        var encoding = Encoding(property: entry.name)
        encoding.contentType = text(fields.take("contentType"), "contentType")
        encoding.style = text(fields.take("style"), "style").flatMap(ParameterStyle.init(rawValue:))
        encoding.explode = bool(fields.take("explode"), "explode")
        encoding.allowsReserved = bool(fields.take("allowReserved"), "allowReserved") ?? false
        encoding.headers = readHeaders(fields.take("headers"))
        warn(about: fields)
        return encoding
    }

    mutating func readResponse(_ entry: YAMLEntry) -> Response? {
        if entry.name.hasPrefix("x-") { return nil }
        guard let status = readStatus(entry) else { return nil }
        guard let node = resolved(entry.value, as: "response") else { return nil }
        var fields = fields(of: node, in: "the response object")
        var response = Response(status: status, position: entry.key.position)
        response.summary = text(fields.take("summary"), "summary")
        response.description = text(fields.take("description"), "description")
        if response.description == nil { log.report(.responseWithoutDescription(entry)) }
        response.headers = readHeaders(fields.take("headers"))
        response.content = readContent(fields.take("content"))
        response.links = entries(of: fields.take("links"), "links").compactMap { readLink($0) }
        warn(about: fields)
        return response
    }

    private mutating func readStatus(_ entry: YAMLEntry) -> StatusPattern? {
        let text = entry.name
        if text == "default" { return .default }
        if let code = Int(text), (100...599).contains(code) { return .code(code) }
        if text.count == 3, text.dropFirst().lowercased() == "xx", let first = text.first?.wholeNumberValue,
            (1...5).contains(first)
        {
            if !text.hasSuffix("XX") { log.report(.lowerCaseRange(entry)) }
            return .range(first)
        }
        log.report(.unknownStatus(entry))
        return nil
    }

    private mutating func readLink(_ entry: YAMLEntry) -> Link? {
        guard let node = resolved(entry.value, as: "link") else { return nil }
        var fields = fields(of: node, in: "the link object")
        let link = Link(
            name: entry.name, operationID: text(fields.take("operationId"), "operationId"),
            operationReference: text(fields.take("operationRef"), "operationRef"),
            description: text(fields.take("description"), "description"), position: entry.key.position)
        for documentationOnly in ["parameters", "requestBody", "server"] { _ = fields.take(documentationOnly) }
        warn(about: fields)
        return link
    }

    /// Components that nobody refers to are looked at too, so that their mistakes are found.
    mutating func readUnusedComponents(_ components: YAMLNode?) {
        guard let components else { return }
        var fields = fields(of: components, in: "the components object")
        let kinds = [
            "schemas", "securitySchemes", "parameters", "requestBodies", "responses", "headers", "examples", "links",
            "callbacks", "pathItems", "mediaTypes",
        ]
        for kind in kinds { _ = fields.take(kind) }
        warn(about: fields)
    }
}

extension Diagnostic {
    fileprivate static func bodyWithoutContent(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "a request body needs 'content'", at: node.position)
    }

    fileprivate static func encodingLeftOut(_ name: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "'\(name)' is left out", at: node.position)
    }

    fileprivate static func responseWithoutDescription(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(.warning, "response '\(entry.name)' has no description", at: entry.key.position)
    }

    fileprivate static func lowerCaseRange(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(.warning, "status range '\(entry.name)' is written '\(entry.name.uppercased())'", at: entry.key.position)
    }

    fileprivate static func unknownStatus(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(
            .error, "'\(entry.name)' is no status, expected 100 to 599, 1XX to 5XX or default", at: entry.key.position)
    }
}
