import Diagnostics

extension EndpointBuilder {
    /// What the body of a response may be: JSON first, then in document order; what has one Swift type is one value.
    func contents(of representations: [Representation], named preferred: TypeName, log: inout DiagnosticLog) -> [Content] {
        named(merged(separateContents(of: representations, named: preferred, log: &log)))
    }

    /// What the body of a request may be. Where its media types have several Swift types, each is a case of its own, so that a
    /// client can send and a server can distinguish each of them.
    func requestContents(
        of representations: [Representation], named preferred: TypeName, log: inout DiagnosticLog
    ) -> [Content] {
        let separate = separateContents(of: representations, named: preferred, log: &log)
        let merged = merged(separate)
        return merged.count == 1 ? merged : named(separate)
    }

    private func separateContents(
        of representations: [Representation], named preferred: TypeName, log: inout DiagnosticLog
    ) -> [Content] {
        let ranked = representations.enumerated().sorted { one, other in
            (one.element.rank, one.offset) < (other.element.rank, other.offset)
        }
        return ranked.map { content(of: $0.element, named: preferred, log: &log) }
    }

    private func merged(_ separate: [Content]) -> [Content] {
        separate.reduce(into: []) { contents, content in
            if let same = contents.firstIndex(where: { $0.isSameValue(as: content, document.schemas) }) {
                contents[same].synonyms.append(content.representation)
            } else {
                contents.append(content)
            }
        }
    }

    /// How callers choose between the media types of a body that is one value.
    func mediaTypes(of contents: [Content], _ typeName: Identifier, ofComponent componentName: String?) -> MediaTypeChoice? {
        guard contents.count == 1, let content = contents.first else { return nil }
        let listed = content.representations.filter { !$0.mediaType.isRange }
        let open = content.representations.map(\.mediaType).first(where: \.isOpen)
        if listed.isEmpty { return open.map { .text(default: $0.defaultMediaType) } }
        guard listed.count > 1 || open != nil else { return nil }
        var scope = NameScope(.contents)
        let cases = zip(claim(listed, in: &scope), listed).map { (name: $0, mediaType: $1.mediaType.text) }
        let other = open.map { _ in scope.claim(Identifier(memberFrom: "other")) }
        return .listed(
            MediaTypeEnum(
                name: types.names.claim(typeName.appending("MediaType")), componentName: componentName, cases: cases,
                otherCase: other))
    }

    /// The contents with distinct names for their cases.
    private func named(_ contents: [Content]) -> [Content] {
        var scope = NameScope(.contents)
        let names = claim(contents.map(\.representation), in: &scope)
        return zip(contents, names).map { content, name in
            var content = content
            content.name = name
            return content
        }
    }

    /// Claims a case for each media type: a short name, or where another one has it the whole media type.
    func claim(_ representations: [Representation], in scope: inout NameScope) -> [Identifier] {
        // The only media type is no case.
        let keys = representations.count > 1 ? types.overrides.keys(.mediaTypes, at: representations.map(\.position)) : [nil]
        types.overrides.hold(keys.compactMap(\.self), in: &scope)
        return zip(representations.map(\.mediaType), keys).map { mediaType, key in
            types.overrides.claim(
                key, Identifier(memberFrom: mediaType.preferredName), alternative: Identifier(memberFrom: mediaType.identity),
                in: &scope)
        }
    }

    private func content(of representation: Representation, named preferred: TypeName, log: inout DiagnosticLog)
        -> Content
    {
        let mediaType = representation.mediaType
        let named = preferred.distinguished(by: mediaType.preferredName)
        let type: TypeReference =
            switch mediaType.coding {
            case .json, .form, .xml: self.type(of: representation.schema, named: named)
            case .jsonLines: self.type(of: representation.item, named: preferred.appending("Line"))
            case .jsonEvents, .typedEvents: self.type(of: representation.item, named: preferred.appending("Event"))
            case .multipart, .bytes: .runtime(.body)
            case .text: textType(of: representation.schema, named: named)
            case .events: .string
            }
        let isForm = mediaType.coding == .multipart
        return Content(
            representation: representation, type: type,
            form: isForm ? multipartForm(of: representation, named: preferred, log: &log) : nil,
            name: Identifier(memberFrom: mediaType.preferredName))
    }

    /// Text has the type of a scalar that its schema describes, which it is written as in parameters.
    private func textType(of schema: SchemaID?, named preferred: TypeName) -> TypeReference {
        guard let schema, document.schemas.form(schema).isTypedScalar else { return .string }
        return type(of: schema, named: preferred).withoutOptional
    }

    private func type(of schema: SchemaID?, named preferred: TypeName) -> TypeReference {
        let type = schema.map { types.type(of: $0, named: preferred).reference } ?? .anyJSON
        types.finishPending()
        return type
    }
}

extension Content {
    /// Whether both have one Swift type, so that only the media type decides how the value is written.
    fileprivate func isSameValue(as other: Content, _ schemas: SchemaGraph) -> Bool {
        guard type == other.type, form == nil, other.form == nil else { return false }
        let isValue = coding.isOfValues && other.coding.isOfValues
        guard coding == other.coding || isValue && !type.isOptional else { return false }
        guard let shape = xml?.schema.map(schemas.xmlKey), let otherShape = other.xml?.schema.map(schemas.xmlKey) else {
            return true
        }
        return shape == otherShape
    }
}

extension ContentCoding {
    /// Whether a whole value of the schema's type is written, in any representation.
    fileprivate var isOfValues: Bool {
        switch self {
        case .json, .form, .xml, .text: true
        case .multipart, .bytes, .events, .jsonEvents, .typedEvents, .jsonLines: false
        }
    }
}

extension MediaTypeName {
    /// The preferred name of the case for the media type.
    fileprivate var preferredName: String {
        switch coding {
        case .json, .text, .form, .multipart, .events, .xml: "\(coding)"
        case .jsonEvents, .typedEvents: "events"
        case .jsonLines: "lines"
        case .bytes where essence == "application/xml" || essence == "text/xml": "xml"
        case .bytes where ["application/octet-stream", "application/*", "*/*"].contains(essence): "bytes"
        case .bytes: essence
        }
    }
}

extension Representation {
    /// What is preferred where a document offers several; XML that no schema describes stays before text.
    fileprivate var rank: Int {
        let named = ContentCoding(named: name)
        return switch mediaType.isRange ? mediaType.coding : named {
        case .json: 0
        case .form: 1
        case .multipart: 2
        case .xml: 3
        case .text: 4
        case .bytes: 5
        case .events, .jsonEvents, .typedEvents, .jsonLines: 6
        }
    }
}

extension Content {
    /// The content of a body that may be absent, which keeps null apart from an absent body.
    var keepingNull: Content {
        guard coding == .json, case .optional(let wrapped) = type else { return self }
        return Content(representation: representation, synonyms: synonyms, type: .nullable(wrapped), form: form, name: name)
    }
}
