import Diagnostics
package import OpenAPI

extension EndpointBuilder {
    /// What a body may be: JSON first, then in document order; media types that mean the same in Swift are one.
    mutating func contents(of mediaTypes: [MediaType], named wish: Identifier, log: inout DiagnosticLog) -> [Content] {
        let ranked = mediaTypes.enumerated().sorted { one, other in
            (ContentCoding(one.element).rank, one.offset) < (ContentCoding(other.element).rank, other.offset)
        }
        var contents: [Content] = []
        var scope = NameScope(.contents)
        for (_, mediaType) in ranked {
            var content = content(of: mediaType, named: wish, log: &log)
            if let same = contents.firstIndex(where: { $0.meansTheSame(as: content, types.schemas) }) {
                contents[same].synonyms.append(mediaType)
                contents[same].itemSchemas.merge(content.itemSchemas) { $1 }
                continue
            }
            content.name = scope.claim(content.name, alternative: Identifier(memberFrom: mediaType.bareName))
            contents.append(content)
        }
        return contents
    }

    private mutating func content(of mediaType: MediaType, named wish: Identifier, log: inout DiagnosticLog) -> Content {
        var coding = ContentCoding(mediaType)
        // Text and what no schema describes is handed on as it is.
        if coding == .xml, !(mediaType.schema.map { types.schemas.namesParts($0) } ?? false) { coding = .bytes }
        var content = Content(mediaType: mediaType, coding: coding, type: .string, name: Identifier(memberFrom: mediaType.wish(coding)))
        switch coding {
        case .json, .form, .xml:
            content = content.replacing(type: type(of: mediaType.schema, named: wish))
        case .multipart:
            content = content.replacing(type: .runtime(.body))
            content.form = multipartForm(of: mediaType, named: wish, log: &log)
        case .jsonLines:
            let line = mediaType.itemSchema ?? itemOf(mediaType.schema)
            content = content.replacing(type: type(of: line, named: wish.appending("Line")))
            content.itemSchemas[mediaType.name] = line
        case .events:
            if let data = eventData(of: mediaType) {
                content = content.replacing(type: type(of: data, named: wish.appending("Event")), coding: .jsonEvents)
                content.itemSchemas[mediaType.name] = data
            } else if let event = mediaType.itemSchema, types.schemas.flattened(event).schema.properties.contains(where: { $0.name == "data" }) {
                content.itemSchemas[mediaType.name] = event
            }
        case .bytes: content = content.replacing(type: .runtime(.body))
        case .text, .jsonEvents: break
        }
        return content
    }

    private mutating func type(of schema: SchemaID?, named wish: Identifier) -> TypeReference {
        let type = schema.map { types.type(of: $0, named: wish).reference } ?? .anyJSON
        types.finishPending()
        return type
    }

    /// Before 3.2 documents describe JSON Lines by the schema of a line, or by an array of them.
    private mutating func itemOf(_ schema: SchemaID?) -> SchemaID? {
        guard let schema else { return nil }
        return types.schemas.flattened(schema).schema.items ?? schema
    }

    /// The schema of the JSON in each event's data; nil where data is text or the document does not say.
    ///
    /// OpenAPI 3.2, section 4.14.4: `itemSchema` describes an event with its fields, the data in `contentSchema`. Where
    /// a schema has no `data`, as in documents before 3.2, it is taken for the data's own.
    private mutating func eventData(of mediaType: MediaType) -> SchemaID? {
        guard let schema = mediaType.itemSchema ?? itemOf(mediaType.schema) else { return nil }
        let flat = types.schemas.flattened(schema).schema
        if let data = flat.properties.first(where: { $0.name == "data" }), flat.properties.allSatisfy({ eventFields.contains($0.name) }) {
            let described = types.schemas.flattened(data.schema).schema
            return described.rare.contentSchema ?? (described.meaningfulTypes == [.string] ? nil : data.schema)
        }
        return flat.meaningfulTypes == [.string] ? nil : schema
    }
}

/// The fields of a server-sent event (HTML, section 9.2.6).
private let eventFields: Set<String> = ["data", "event", "id", "retry"]

extension Content {
    fileprivate func replacing(type: TypeReference, coding: ContentCoding? = nil) -> Content {
        Content(mediaType: mediaType, synonyms: synonyms, coding: coding ?? self.coding, type: type, form: form, name: name)
    }

    fileprivate func meansTheSame(as other: Content, _ schemas: SchemaSet) -> Bool {
        if coding == .xml, mediaType.schema.map(schemas.xmlKey) != other.mediaType.schema.map(schemas.xmlKey) { return false }
        return coding == other.coding && type == other.type && [.json, .text, .xml, .jsonLines].contains(coding)
    }
}

extension MediaType {
    var bareName: String {
        name.prefix { $0 != ";" }.lowercased().trimmingSpaces
    }

    /// What a case for the media type is called where no other has the same wish.
    fileprivate func wish(_ coding: ContentCoding) -> String {
        switch coding {
        case .json, .text, .form, .multipart, .events, .xml: "\(coding)"
        case .jsonEvents: "events"
        case .jsonLines: "lines"
        case .bytes where bareName == "application/xml" || bareName == "text/xml": "xml"
        case .bytes where bareName == "application/octet-stream": "bytes"
        case .bytes: bareName
        }
    }
}

extension ContentCoding {
    /// How bodies of a media type are read, decided by its name alone.
    package init(_ mediaType: MediaType) {
        let name = mediaType.bareName
        self =
            switch name {
            case "application/json", "text/json", "*/*", "application/*": .json
            case "application/x-www-form-urlencoded": .form
            case "text/event-stream": .events
            case "application/xml", "text/xml": .xml
            case "application/jsonl", "application/jsonlines", "application/x-jsonlines", "application/x-ndjson", "application/ndjson",
                "application/json-seq", "application/x-jsonl", "application/stream+json":
                .jsonLines
            case _ where name.hasSuffix("+json-seq"): .jsonLines
            case _ where name.hasSuffix("+json"): .json
            case _ where name.hasPrefix("application/") && name.hasSuffix("+xml"): .xml
            case _ where name.hasPrefix("multipart/"): .multipart
            case _ where name.hasPrefix("text/"): .text
            default: .bytes
            }
    }

    fileprivate var rank: Int {
        switch self {
        case .json: 0
        case .form: 1
        case .multipart: 2
        case .xml: 3
        case .text: 4
        case .bytes: 5
        case .events, .jsonEvents, .jsonLines: 6
        }
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        var text = Substring(self)
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
