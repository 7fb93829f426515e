import APIModel
import OpenAPI

extension EndpointResolver {
    func parameter(_ parameter: OpenAPI.Parameter) -> ResolvedParameter {
        let schema = (parameter.schema ?? parameter.content?.schema).map(schemaID)
        var style = SerializationStyle(
            parameterStyle(parameter.style), explode: parameter.explode, allowsReserved: parameter.allowsReserved,
            allowsEmptyValue: parameter.allowsEmptyValue, shape: schema.map(schemas.parameterShape) ?? .primitive)
        style.properties = schema.flatMap(schemas.explodedProperties)
        var resolved = ResolvedParameter(
            name: parameter.name, location: location(parameter.location),
            serialization: parameter.content.map { .content(mediaTypeName($0)) } ?? .style(style), schema: schema,
            position: parameter.position)
        resolved.description = parameter.description
        resolved.isRequired = parameter.isRequired
        resolved.isDeprecated = parameter.isDeprecated
        resolved.sunset = parameter.sunset
        resolved.pagePurpose = parameter.pagePurpose ?? schema.flatMap { schemas[$0].annotations.pagePurpose }
        // Section 4.8.12.1: these three are ignored.
        resolved.isSent =
            parameter.location != .header || !["accept", "content-type", "authorization"].contains(parameter.name.lowercased())
        resolved.examples = parameter.examples.map(namedExample)
        resolved.componentName = parameter.componentName
        return resolved
    }

    /// Headers have one style (section 4.8.21).
    func header(_ header: OpenAPI.Header) -> ResolvedParameter {
        let schema = (header.schema ?? header.content?.schema).map(schemaID)
        let style = SerializationStyle(.simple, explode: header.explode, shape: schema.map(schemas.parameterShape) ?? .primitive)
        var resolved = ResolvedParameter(
            name: header.name, location: .header,
            serialization: header.content.map { .content(mediaTypeName($0)) } ?? .style(style), schema: schema,
            position: header.position)
        resolved.componentName = header.componentName
        resolved.description = header.description
        resolved.isRequired = header.isRequired
        resolved.isDeprecated = header.isDeprecated
        // Sections 4.8.15 and 4.8.17: the media type already defines it.
        resolved.isSent = header.name.lowercased() != "content-type"
        resolved.examples = header.examples.map(namedExample)
        return resolved
    }
}

extension SchemaGraph {
    /// What a parameter's style is applied to; of several alternatives the first decides.
    func parameterShape(of id: APIModel.SchemaID) -> APIModel.ParameterShape {
        var form = form(id)
        if let alternatives = form.alternatives, case .lists = alternatives.origin, let first = alternatives.list.first {
            form = self.form(first.schema)
        }
        return switch form.typedKinds.first {
        case .array?: .array
        case .object?: .object
        default: .primitive
        }
    }
}

extension SchemaGraph {
    /// The names that an exploded object consists of; `nil` for all other values, and for objects that keep further members.
    func explodedProperties(of id: APIModel.SchemaID) -> [String]? {
        let form = form(id)
        guard form.typedKinds == [.object], form.alternatives == nil, form.object.patterns.isEmpty else { return nil }
        switch form.object.additionalProperties {
        case .any, .schema: return nil
        case .none: break
        case .unspecified: if !form.object.members.contains(where: \.isDescribed) { return nil }
        }
        return form.object.members.map(\.name)
    }
}

func schemaID(_ id: OpenAPI.SchemaID) -> APIModel.SchemaID {
    APIModel.SchemaID(index: id.index)
}

func location(_ location: OpenAPI.ParameterLocation) -> APIModel.ParameterLocation {
    switch location {
    case .path: .path
    case .query: .query
    case .header: .header
    case .cookie: .cookie
    case .querystring: .querystring
    }
}

func parameterStyle(_ style: OpenAPI.ParameterStyle) -> APIModel.ParameterStyle {
    switch style {
    case .matrix: .matrix
    case .label: .label
    case .simple: .simple
    case .form: .form
    case .spaceDelimited: .spaceDelimited
    case .pipeDelimited: .pipeDelimited
    case .deepObject: .deepObject
    case .cookie: .cookie
    }
}

func namedExample(_ example: OpenAPI.Example) -> NamedExample {
    NamedExample(
        name: example.name, summary: example.summary, description: example.description,
        value: example.value.map { SourceValue($0) },
        externalValue: example.externalValue)
}
