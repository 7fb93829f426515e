import Diagnostics

extension EndpointBuilder {
    /// The parts that a multipart body's schema and `encoding` describe; nil where there are no properties.
    mutating func multipartForm(of body: Representation, named wish: Identifier, log: inout DiagnosticLog) -> MultipartForm? {
        guard let id = body.schema else { return nil }
        let members = document.schemas.form(id).object.members.filter(\.isDescribed)
        guard !members.isEmpty else { return nil }
        let name = types.names.claim(wish.appending("Form"))
        var scope = NameScope(.form)
        let fields = members.map { member in
            field(member, encoding: body.encodings.first { $0.property == member.name }, owner: name, scope: &scope)
        }
        for encoding in body.encodings where !encoding.headers.isEmpty { log.report(.headersLeftOut(encoding, body)) }
        return MultipartForm(name: name, fields: fields)
    }

    private mutating func field(
        _ member: Member, encoding: PartEncoding?, owner: Identifier, scope: inout NameScope
    ) -> MultipartField {
        let form = document.schemas.form(member.schema)
        // An array is one part for each of its elements (OpenAPI 3.1.1, section 4.8.15.1.1).
        let elements = form.typedKinds == [.array] ? form.array.rest : .unspecified
        let part: SchemaID? =
            switch elements {
            case .unspecified: member.schema
            case .schema(let id): id
            case .none, .any: nil
            }
        let isFile = part.map { document.schemas.form($0).isFile } ?? false || encoding?.contentType.map(namesFile) ?? false
        let wish = owner.appending(wordsOf: member.name)
        let type = isFile ? nil : part.map { types.type(of: $0, named: wish).type } ?? .anyJSON
        types.finishPending()
        return MultipartField(
            name: scope.claim(types.overrides.member(for: member.name)), wireName: member.name, valueType: type,
            isRepeated: elements != .unspecified, isRequired: member.isRequired,
            mediaType: encoding?.contentType.flatMap(onlyMediaType),
            documentation: document.schemas[member.schema].effectiveAnnotations.description ?? "")
    }
}

extension NormalForm {
    /// Whether values are bytes: `format: binary` in 3.0, strings of another media type since 3.1.
    package var isFile: Bool {
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
    fileprivate static func headersLeftOut(_ encoding: PartEncoding, _ body: Representation) -> Diagnostic {
        Diagnostic(.warning, "the headers of the part '\(encoding.property)' are left out", at: body.position)
    }
}
