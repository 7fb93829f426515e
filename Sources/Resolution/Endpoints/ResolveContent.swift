import APIModel
import OpenAPI

extension EndpointResolver {
    func representation(_ mediaType: OpenAPI.MediaType) -> Representation {
        let name = mediaTypeName(mediaType)
        var resolved = Representation(mediaType: name, position: mediaType.position)
        resolved.schema = mediaType.schema.map(schemaID)
        resolved.itemSchema = mediaType.itemSchema.map(schemaID)
        resolved.item = item(of: mediaType, name.coding)
        resolved.checked =
            switch name.coding {
            case .json, .form, .text, .xml, .multipart: resolved.schema
            case .jsonLines, .jsonEvents, .typedEvents, .events: resolved.item
            case .bytes: nil
            }
        resolved.examples = mediaType.examples.map(namedExample)
        resolved.encodings = encodings(of: mediaType, name)
        return resolved
    }

    /// The media type with its coding, which its schemas can change.
    func mediaTypeName(_ mediaType: OpenAPI.MediaType) -> MediaTypeName {
        let coding = ContentCoding(named: mediaType.name)
        let decided: ContentCoding =
            switch coding {
            // XML that no schema describes is passed on as it is.
            case .xml where !(mediaType.schema.map { schemas.isTypedInXML(schemaID($0)) } ?? false): .bytes
            case .bytes where mediaType.name.isRangeOfAll: codingOfAll(mediaType)
            case .events where unionOfEvents(in: mediaType) != nil: .typedEvents
            case .events where eventData(of: mediaType) != nil: .jsonEvents
            default: coding
            }
        return MediaTypeName(mediaType.name, coding: decided)
    }

    /// Returns the coding of a body whose media type is a range of all, which only its schema describes: bytes, text or JSON.
    private func codingOfAll(_ mediaType: OpenAPI.MediaType) -> ContentCoding {
        guard let schema = mediaType.schema.map(schemaID) else { return .bytes }
        let form = schemas.form(schema)
        if form.isFile { return .bytes }
        return form.typedKinds == [.string] && form.alternatives == nil ? .text : .json
    }

    private func item(of mediaType: OpenAPI.MediaType, _ coding: ContentCoding) -> APIModel.SchemaID? {
        switch coding {
        case .jsonLines: streamedItem(of: mediaType)
        case .jsonEvents: eventData(of: mediaType)
        case .typedEvents: unionOfEvents(in: mediaType)
        case .events: mediaType.itemSchema.map(schemaID).flatMap { schemas.hasMember("data", in: $0) ? $0 : nil }
        case .json, .text, .form, .xml, .multipart, .bytes: nil
        }
    }

    /// Before OpenAPI 3.2, documents describe a stream by the schema of an item, or by an array of items.
    private func streamedItem(of mediaType: OpenAPI.MediaType) -> APIModel.SchemaID? {
        if let item = mediaType.itemSchema { return schemaID(item) }
        guard let schema = mediaType.schema.map(schemaID) else { return nil }
        return switch schemas.form(schema).array.rest {
        case .schema(let item): item
        case .unspecified: schema
        case .none, .any: nil
        }
    }

    /// The schema of events that have alternatives, each of which describes the event's own fields.
    private func unionOfEvents(in mediaType: OpenAPI.MediaType) -> APIModel.SchemaID? {
        guard let event = streamedItem(of: mediaType), let alternatives = schemas.form(event).alternatives else { return nil }
        let describeEvents = alternatives.list.allSatisfy { alternative in
            let names = schemas.form(alternative.schema).object.members.map(\.name)
            return names.contains("data") && names.contains("event") && names.allSatisfy(eventFields.contains)
        }
        return describeEvents ? event : nil
    }

    /// The schema of the JSON in each event's data; nil where data is text or unknown.
    ///
    /// OpenAPI 3.2, section 4.14.4: `itemSchema` describes an event with its fields, the data in `contentSchema`. Where
    /// a schema has no `data`, as in documents before 3.2, it is taken for the data's own.
    private func eventData(of mediaType: OpenAPI.MediaType) -> APIModel.SchemaID? {
        guard let event = streamedItem(of: mediaType) else { return nil }
        let form = schemas.form(event)
        let members = form.object.members.filter(\.isDescribed)
        if let data = members.first(where: { $0.name == "data" }), members.allSatisfy({ eventFields.contains($0.name) }) {
            let described = schemas.form(data.schema)
            return described.contentSchema ?? (described.typedKinds == [.string] ? nil : data.schema)
        }
        return form.typedKinds == [.string] ? nil : event
    }
}

/// The fields of a server-sent event (HTML, section 9.2.6).
private let eventFields: Set<String> = ["data", "event", "id", "retry"]

extension SchemaGraph {
    fileprivate func hasMember(_ name: String, in schema: APIModel.SchemaID) -> Bool {
        form(schema).object.members.contains { $0.isDescribed && $0.name == name }
    }

    /// Whether values are more than text in XML.
    fileprivate func isTypedInXML(_ schema: APIModel.SchemaID) -> Bool {
        form(schema).isTypedScalar || namesParts(schema)
    }

    /// Whether a schema names parts of its values.
    fileprivate func namesParts(_ schema: APIModel.SchemaID) -> Bool {
        let form = form(schema)
        if form.hasMembers || form.array.rest != .unspecified { return true }
        switch form.object.additionalProperties {
        case .schema(let values): return !self.form(values).isOnlyConstraint
        case .any, .none: return false
        case .unspecified: break
        }
        guard let alternatives = form.alternatives, case .lists = alternatives.origin else { return false }
        return alternatives.list.contains { self.form($0.schema).hasMembers }
    }
}

extension String {
    /// Whether a media type matches any of an application's.
    fileprivate var isRangeOfAll: Bool {
        let essence = MediaTypeName(self, coding: .bytes).essence
        return essence == "*/*" || essence == "application/*"
    }
}

extension NormalForm {
    fileprivate var hasMembers: Bool { object.members.contains(where: \.isDescribed) }
}
