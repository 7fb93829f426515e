import APIModel
import OpenAPI

extension EndpointResolver {
    /// Returns how the properties of a form or multipart body are written.
    ///
    /// OpenAPI 3.1.1, section 4.8.15. In a URL-encoded form, properties without an encoding have the specification's default.
    func encodings(of mediaType: OpenAPI.MediaType, _ name: MediaTypeName) -> [PartEncoding] {
        let members = mediaType.schema.map { schemas.form(schemaID($0)).object.members.filter(\.isDescribed) } ?? []
        let explicit = mediaType.encodings.map { encoding in
            self.encoding(encoding, of: members.first { $0.name == encoding.property }, in: name)
        }
        guard name.coding == .form else { return explicit }
        let named = Set(explicit.map(\.property))
        return explicit + members.filter { !named.contains($0.name) }.compactMap(defaultEncoding)
    }

    private func encoding(_ encoding: OpenAPI.Encoding, of member: Member?, in mediaType: MediaTypeName) -> PartEncoding {
        var resolved = PartEncoding(property: encoding.property)
        resolved.contentType = encoding.contentType
        resolved.headers = encoding.headers.map(header)
        if let style = style(of: encoding, member, in: mediaType) {
            // Section 4.8.15.1.2: a style makes the media type void.
            resolved.contentType = nil
            resolved.serialization = style.isDefaultInMultipart && mediaType.coding == .multipart ? nil : .style(style)
        } else if mediaType.coding == .form {
            setContent(of: &resolved, member)
        }
        return resolved
    }

    /// Returns the style of a property; `nil` where the document gives none, or where the specification ignores it.
    private func style(of encoding: OpenAPI.Encoding, _ member: Member?, in mediaType: MediaTypeName) -> SerializationStyle? {
        let isStyled = encoding.style != nil || encoding.explode != nil
        switch mediaType.coding {
        case .form where isStyled || encoding.allowsReserved: break
        // OpenAPI 3.0.4, section 4.7.15.1.2, knows styles in URL-encoded forms only.
        case .multipart where isStyled && mediaType.essence == "multipart/form-data" && document.version >= .v3_1: break
        default: return nil
        }
        let style = encoding.style.map(parameterStyle) ?? .form
        var resolved = SerializationStyle(
            style, explode: encoding.explode ?? (style == .form || style == .cookie),
            // OpenAPI 3.2, section 4.15.3: nothing is escaped in a multipart body.
            allowsReserved: encoding.allowsReserved && mediaType.coding == .form)
        if let member {
            resolved.shape = schemas.parameterShape(of: member.schema)
            resolved.properties = schemas.explodedProperties(of: member.schema)
        }
        // Parts of any name cannot be distinguished from those of other properties.
        let takesAnyPart = mediaType.coding == .multipart && style == .form && resolved.explode && resolved.shape == .object
        return takesAnyPart && resolved.properties == nil ? nil : resolved
    }

    /// Sets the media type of a property in a URL-encoded form, which is that of each item where the property is an array.
    private func setContent(of encoding: inout PartEncoding, _ member: Member?) {
        guard let type = encoding.contentType else {
            let standard = member.flatMap(defaultEncoding)
            encoding.serialization = standard?.serialization
            encoding.isOfItems = standard?.isOfItems ?? false
            return
        }
        let mediaType = MediaTypeName(type, coding: ContentCoding(named: type))
        guard mediaType.coding == .json, !type.contains(where: { $0 == "*" || $0 == "," }) else { return }
        encoding.serialization = .content(mediaType)
        encoding.isOfItems = member.map { schemas.form($0.schema).typedKinds == [.array] } ?? false
    }

    /// Returns the encoding of an object, or of an array of what has parts, as JSON; `nil` where values are plain text.
    private func defaultEncoding(of member: Member) -> PartEncoding? {
        var encoding = PartEncoding(property: member.name)
        encoding.serialization = .content(MediaTypeName("application/json", coding: .json))
        if schemas.isAlways(.object, member.schema) { return encoding }
        guard schemas.form(member.schema).typedKinds == [.array], case .schema(let items) = schemas.form(member.schema).array.rest,
            schemas.isAlways(.object, items) || schemas.isAlways(.array, items)
        else { return nil }
        encoding.isOfItems = true
        return encoding
    }
}

extension SerializationStyle {
    /// Whether the style writes what a multipart body has without one: a part of text for each item.
    fileprivate var isDefaultInMultipart: Bool {
        style == .form && (shape == .primitive || shape == .array && explode)
    }
}

extension SchemaGraph {
    /// Whether a value other than null is of one kind, whichever alternative it matches.
    fileprivate func isAlways(_ kind: JSONKinds, _ schema: APIModel.SchemaID) -> Bool {
        let form = form(schema)
        if let alternatives = form.alternatives, case .lists = alternatives.origin, !form.namesKinds {
            return alternatives.list.allSatisfy { self.form($0.schema).typedKinds == [kind] }
        }
        return form.typedKinds == [kind]
    }
}
