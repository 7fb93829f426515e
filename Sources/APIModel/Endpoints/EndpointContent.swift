import Diagnostics

extension EndpointBuilder {
    /// What a body may be: JSON first, then in document order; representations that mean the same in Swift are one.
    mutating func contents(of representations: [Representation], named wish: Identifier, log: inout DiagnosticLog) -> [Content] {
        let ranked = representations.enumerated().sorted { one, other in
            (one.element.rank, one.offset) < (other.element.rank, other.offset)
        }
        var contents: [Content] = []
        var scope = NameScope(.contents)
        for (_, representation) in ranked {
            var content = content(of: representation, named: wish, log: &log)
            if let same = contents.firstIndex(where: { $0.meansTheSame(as: content, document.schemas) }) {
                contents[same].synonyms.append(representation)
                continue
            }
            content.name = scope.claim(content.name, alternative: Identifier(memberFrom: representation.mediaType.essence))
            contents.append(content)
        }
        return contents
    }

    private mutating func content(of representation: Representation, named wish: Identifier, log: inout DiagnosticLog) -> Content {
        let type: TypeReference =
            switch representation.mediaType.coding {
            case .json, .form, .xml: self.type(of: representation.schema, named: wish)
            case .jsonLines: self.type(of: representation.item, named: wish.appending("Line"))
            case .jsonEvents, .typedEvents: self.type(of: representation.item, named: wish.appending("Event"))
            case .multipart, .bytes: .runtime(.body)
            case .text, .events: .string
            }
        let isForm = representation.mediaType.coding == .multipart
        return Content(
            representation: representation, type: type,
            form: isForm ? multipartForm(of: representation, named: wish, log: &log) : nil,
            name: Identifier(memberFrom: representation.mediaType.nameWish))
    }

    private mutating func type(of schema: SchemaID?, named wish: Identifier) -> TypeReference {
        let type = schema.map { types.type(of: $0, named: wish).reference } ?? .anyJSON
        types.finishPending()
        return type
    }
}

extension Content {
    fileprivate func meansTheSame(as other: Content, _ schemas: SchemaGraph) -> Bool {
        if coding == .xml, representation.schema.map(schemas.xmlKey) != other.representation.schema.map(schemas.xmlKey) {
            return false
        }
        return coding == other.coding && type == other.type && [.json, .text, .xml, .jsonLines].contains(coding)
    }
}

extension MediaTypeName {
    /// What a case for the media type is called where no other has the same wish.
    fileprivate var nameWish: String {
        switch coding {
        case .json, .text, .form, .multipart, .events, .xml: "\(coding)"
        case .jsonEvents, .typedEvents: "events"
        case .jsonLines: "lines"
        case .bytes where essence == "application/xml" || essence == "text/xml": "xml"
        case .bytes where essence == "application/octet-stream": "bytes"
        case .bytes: essence
        }
    }
}

extension Representation {
    /// What is preferred where a document offers several; XML that no schema describes stays before text.
    fileprivate var rank: Int {
        switch ContentCoding(named: name) {
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
