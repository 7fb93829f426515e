import Diagnostics
import OpenAPI

extension EndpointBuilder {
    /// The parts that a multipart body's schema and `encoding` describe; nil where there are no properties.
    mutating func multipartForm(of mediaType: MediaType, named wish: Identifier, log: inout DiagnosticLog) -> MultipartForm? {
        guard let id = mediaType.schema else { return nil }
        let schema = types.schemas.flattened(id).schema
        guard !schema.properties.isEmpty else { return nil }
        let name = types.names.claim(wish.appending("Form"))
        var scope = NameScope(.form)
        let required = Set(schema.required.map(\.value))
        let fields = schema.properties.map { property in
            field(
                property, encoding: mediaType.encodings.first { $0.property == property.name },
                isRequired: required.contains(property.name), owner: name, scope: &scope)
        }
        for encoding in mediaType.encodings where !encoding.headers.isEmpty { log.report(.headersLeftOut(encoding, mediaType)) }
        return MultipartForm(name: name, fields: fields)
    }

    private mutating func field(
        _ property: SchemaProperty, encoding: Encoding?, isRequired: Bool, owner: Identifier, scope: inout NameScope
    ) -> MultipartField {
        let schema = types.schemas.flattened(property.schema).schema
        // An array is one part for each of its elements (OpenAPI 3.1.1, section 4.8.15.1.1).
        let items = schema.meaningfulTypes == [.array] ? schema.items : nil
        let part = items.map { types.schemas.flattened($0).schema } ?? schema
        let isFile = part.isFile || encoding?.contentType.map(namesFile) ?? false
        let wish = owner.appending(wordsOf: property.name)
        let type = isFile ? nil : types.type(of: items ?? property.schema, named: wish).type
        types.finishPending()
        return MultipartField(
            name: scope.claim(types.overrides.member(for: property.name)), wireName: property.name, valueType: type,
            isRepeated: items != nil, isRequired: isRequired, mediaType: encoding?.contentType.flatMap(onlyMediaType),
            documentation: types.schemas.described(property.schema).description ?? "")
    }
}

extension Schema {
    /// Whether values are bytes: `format: binary` in 3.0, strings of another media type since 3.1.
    fileprivate var isFile: Bool {
        if format == "binary" { return true }
        guard let contentMediaType, contentEncoding == nil else { return false }
        return namesFile(contentMediaType)
    }
}

/// Whether parts of these media types are read as files rather than as values.
private func namesFile(_ mediaTypes: String) -> Bool {
    mediaTypes.split(separator: ",").allSatisfy { text in
        let name = text.drop { $0 == " " }.lowercased()
        return !name.hasPrefix("text/plain") && !name.hasPrefix("application/json") && !name.contains("+json")
    }
}

/// The media type of an `encoding`, where it is one that can be sent.
private func onlyMediaType(_ mediaTypes: String) -> String? {
    mediaTypes.contains(",") || mediaTypes.contains("*") ? nil : mediaTypes
}

extension Diagnostic {
    fileprivate static func headersLeftOut(_ encoding: Encoding, _ mediaType: MediaType) -> Diagnostic {
        Diagnostic(.warning, "the headers of the part '\(encoding.property)' are left out", at: mediaType.position)
    }
}
