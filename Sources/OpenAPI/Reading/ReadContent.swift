import Diagnostics
import YAMLTree

extension DocumentReader {
    mutating func readRequestBody(_ node: YAMLNode) -> RequestBody? {
        guard let target = references.resolved(node, as: .requestBody), var body = requestBody(target) else { return nil }
        body.description = references.siblingText("description", of: node) ?? body.description
        return body
    }

    /// Returns the request body at a node; each node is read once.
    mutating func requestBody(_ node: YAMLNode) -> RequestBody? {
        if let known = requestBodies[node] { return known }
        var fields = fields(of: node, in: "the request body object")
        let content = fields.take("content")
        if content == nil, node.isMapping { report(.bodyWithoutContent(node)) }
        var body = RequestBody(position: node.position)
        body.description = prose(fields.take("description"), "description")
        body.isRequired = bool(fields.take("required"), "required") ?? false
        body.content = readContent(content)
        body.componentName = componentNames[node]
        warn(about: fields)
        requestBodies[node] = .some(body)
        return body
    }

    mutating func readContent(_ node: YAMLNode?) -> [MediaType] {
        entries(of: node, "content").compactMap { entry in
            guard isUsableMediaType(entry) else { return nil }
            return references.resolved(entry.value, as: .mediaType).map { readMediaType($0, named: entry) }
        }
    }

    private mutating func readMediaType(_ node: YAMLNode, named entry: YAMLEntry) -> MediaType {
        var mediaType = MediaType(name: entry.name, position: entry.key.position)
        guard !node.isNull else { return mediaType }
        var fields = fields(of: node, in: "the media type object")
        mediaType.schema = schemas.schema(fields.take("schema"))
        mediaType.itemSchema = schemas.schema(fields.take("itemSchema"))
        mediaType.examples = readExamples(&fields)
        mediaType.encodings = entries(of: fields.take("encoding"), "encoding").map { readEncoding($0) }
        for notYet in ["prefixEncoding", "itemEncoding"] {
            if let node = fields.take(notYet) { report(.encodingLeftOut(notYet, node)) }
        }
        warn(about: fields)
        return mediaType
    }

    /// Checks a key of `content`; an invalid media type that can be sent is kept with a warning.
    private mutating func isUsableMediaType(_ entry: YAMLEntry) -> Bool {
        let name = entry.name
        if name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            report(.controlInMediaType(entry), choosing: "it is ignored")
            return false
        }
        checkMediaType(name, at: entry.key)
        return true
    }

    private mutating func readEncoding(_ entry: YAMLEntry) -> Encoding {
        var fields = fields(of: entry.value, in: "the encoding object")
        var encoding = Encoding(property: entry.name)
        let contentType = fields.take("contentType")
        encoding.contentType = text(contentType, "contentType")
        for name in (encoding.contentType ?? "").split(separator: ",") {
            if let contentType { checkMediaType(String(name.drop { $0 == " " }), at: contentType) }
        }
        let style = fields.take("style")
        encoding.style = text(style, "style").flatMap(ParameterStyle.init(rawValue:))
        if encoding.style == nil, let style, style.isScalar { report(.unknownStyle(style), choosing: "read as 'form'") }
        encoding.explode = bool(fields.take("explode"), "explode")
        encoding.allowsReserved = bool(fields.take("allowReserved"), "allowReserved") ?? false
        encoding.headers = readHeaders(fields.take("headers"))
        for notYet in ["encoding", "prefixEncoding", "itemEncoding"] {
            if let node = fields.take(notYet) { report(.encodingLeftOut(notYet, node)) }
        }
        warn(about: fields)
        return encoding
    }
}

extension NodeReading {
    func checkMediaType(_ name: String, at node: YAMLNode) {
        if !name.isMediaType { report(.noMediaType(name, node)) }
    }
}

extension Diagnostic {
    fileprivate static func bodyWithoutContent(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "a request body needs 'content'", at: node.position)
    }

    fileprivate static func encodingLeftOut(_ name: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "'\(name)' is not supported and is ignored", at: node.position)
    }

    fileprivate static func controlInMediaType(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(.error, "a media type cannot contain control characters", at: entry.key.position)
    }

    fileprivate static func noMediaType(_ name: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "'\(name)' is not a media type\(mediaTypeSuggestion(for: name))", at: node.position)
    }

    fileprivate static func unknownStyle(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "unknown style '\(node.text ?? "")'", at: node.position)
    }
}
