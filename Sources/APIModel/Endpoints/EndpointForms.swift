import Diagnostics

extension EndpointBuilder {
    /// The parts that a multipart body's schema and `encoding` describe; nil where the schema does not list them.
    func multipartForm(of body: Representation, named preferred: TypeName, log: inout DiagnosticLog) -> MultipartForm? {
        guard let id = body.schema else { return nil }
        let object = document.schemas.form(id).object
        let members = object.members.filter(\.isDescribed)
        guard !members.isEmpty || object.describesOthers else { return nil }
        let path = preferred.appending("Form")
        let name = types.claim(path)
        var scope = NameScope(.form)
        let encodings = Dictionary(body.encodings.map { ($0.property, $0) }) { first, _ in first }
        let keys = types.memberScope(of: id)
        types.overrides.hold(members.map { NameKey(keys, $0.name) }, in: &scope)
        let fields = members.map { field($0, keys, encoding: encodings[$0.name], owner: path, scope: &scope) }
        for field in fields where field.style != nil && encodings[field.wireName]?.headers.contains(where: \.isSent) == true {
            log.report(.headersLeftOut(field, body))
        }
        return MultipartForm(name: name, fields: fields, others: others(of: object, owner: path, scope: &scope))
    }

    private func field(
        _ member: Member, _ keys: NameKey.Scope, encoding: PartEncoding?, owner: TypeName, scope: inout NameScope
    ) -> MultipartField {
        let preferred = owner.appending(member.name)
        let contentType = encoding?.contentType
        var part = self.part(of: member.schema, named: preferred, isFile: contentType.map(namesFile) ?? false)
        var style: SerializationStyle?
        if case .style(let given)? = encoding?.serialization, part.type != nil {
            style = given
            part = Part(type: types.type(of: member.schema, named: preferred).type, isRepeated: false)
            types.finishPending()
        }
        let headers = style == nil ? encoding?.headers.filter(\.isSent) ?? [] : []
        let own = types.overrides.member(for: member.name, of: owner.identifier)
        let name = types.overrides.claim(NameKey(keys, member.name), own, for: member.name, in: &scope)
        return MultipartField(
            name: name, wireName: member.name, valueType: part.type,
            isRepeated: part.isRepeated, isRequired: member.isRequired,
            isNullable: !part.isRepeated && !member.isRequired && document.schemas.form(member.schema).isNullable,
            mediaType: contentType.flatMap(onlyMediaType), style: style,
            structure: headers.isEmpty ? nil : structure(of: headers, named: preferred.appending("Part")),
            documentation: document.schemas[member.schema].effectiveAnnotations.description ?? "")
    }

    private struct Part {
        /// Nil for a file.
        var type: TypeReference?
        var isRepeated: Bool
    }

    /// An array is one part for each of its elements (OpenAPI 3.1.1, section 4.8.15.1.1).
    private func part(of schema: SchemaID, named preferred: TypeName, isFile: Bool) -> Part {
        let form = document.schemas.form(schema)
        let elements = form.typedKinds == [.array] ? form.array.rest : .unspecified
        let part: SchemaID? =
            switch elements {
            case .unspecified: schema
            case .schema(let id): id
            case .none, .any: nil
            }
        let isFile = isFile || part.map { document.schemas.form($0).isFile } ?? false
        let type = isFile ? nil : part.map { types.type(of: $0, named: preferred).type } ?? .anyJSON
        types.finishPending()
        return Part(type: type, isRepeated: elements != .unspecified)
    }

    /// The struct of a part's value and header fields.
    private func structure(of headers: [ResolvedParameter], named preferred: TypeName) -> PartStructure {
        let name = types.claim(preferred)
        var scope = NameScope(.part)
        return PartStructure(name: name, headers: typedHeaders(headers, named: preferred, &scope))
    }

    private func others(of object: ObjectForm, owner: TypeName, scope: inout NameScope) -> OtherParts? {
        let name = Identifier(memberFrom: "additionalProperties")
        switch object.additionalProperties {
        case .schema(let schema) where object.patterns.isEmpty:
            let part = part(of: schema, named: owner.appending("Value"), isFile: false)
            return OtherParts(name: scope.claim(name), valueType: part.type, isRepeated: part.isRepeated, isFree: false)
        case .none where object.patterns.isEmpty, .unspecified where object.patterns.isEmpty: return nil
        case .any, .schema, .none, .unspecified:
            return OtherParts(name: scope.claim(name), valueType: nil, isRepeated: true, isFree: true)
        }
    }
}

extension ObjectForm {
    /// Whether every part has the type that `additionalProperties` gives it.
    fileprivate var describesOthers: Bool {
        if case .schema = additionalProperties { patterns.isEmpty } else { false }
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
    fileprivate static func headersLeftOut(_ field: MultipartField, _ body: Representation) -> Diagnostic {
        Diagnostic(
            .warning, "the headers of part '\(field.wireName)' are ignored, because its style can make several parts of it",
            at: body.position)
    }
}
