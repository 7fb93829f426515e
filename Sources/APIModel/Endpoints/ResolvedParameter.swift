package import Diagnostics

/// A parameter or header with its serialization decided.
///
/// OpenAPI 3.1.1, sections 4.8.12 (Parameter Object) and 4.8.21 (Header Object).
package struct ResolvedParameter: Sendable {
    package var name: String
    package var location: ParameterLocation
    package var description: String?
    package var isRequired = false
    package var isDeprecated = false
    /// `x-sunset`: the date after which the parameter can be removed, as written.
    package var sunset: String?
    /// What the value is for in a list with pages, as `x-stainless-pagination-property` says.
    package var pagePurpose: String?
    /// Whether messages carry it. Three header parameters are ignored, because HTTP itself defines them (section 4.8.12.1).
    package var isSent = true
    package var serialization: Serialization
    package var schema: SchemaID?
    package var examples: [NamedExample] = []
    /// The name under `components/parameters` or `components/headers`.
    package var componentName: String?
    package var position: Position

    package init(name: String, location: ParameterLocation, serialization: Serialization, schema: SchemaID?, position: Position) {
        self.name = name
        self.location = location
        self.serialization = serialization
        self.schema = schema
        self.position = position
    }
}

extension ResolvedParameter {
    /// How the value is written; `nil` where ``content`` defines it.
    package var style: SerializationStyle? {
        if case .style(let style) = serialization { style } else { nil }
    }

    /// The media type that the value is written as; `nil` where ``style`` defines it.
    package var content: MediaTypeName? {
        if case .content(let mediaType) = serialization { mediaType } else { nil }
    }
}

package enum ParameterLocation: String, Sendable {
    case path, query, header, cookie, querystring
}

package enum ParameterStyle: String, Sendable {
    case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject, cookie
}

/// How a value becomes text in a URL, a header, a cookie or a form, with all defaults filled in.
package enum Serialization: Sendable {
    case style(SerializationStyle)
    /// The value is written as a media type, for example as JSON.
    case content(MediaTypeName)
}

/// OpenAPI 3.1.1, section 4.8.12.3 (Style Values).
package struct SerializationStyle: Sendable {
    package var style: ParameterStyle
    package var explode: Bool
    package var allowsReserved = false
    package var allowsEmptyValue = false
    /// What the style is applied to.
    package var shape: ParameterShape
    /// The names that an exploded object consists of; `nil` where it takes every name that nothing else has.
    package var properties: [String]?

    package init(
        _ style: ParameterStyle, explode: Bool, allowsReserved: Bool = false, allowsEmptyValue: Bool = false,
        shape: ParameterShape = .primitive
    ) {
        self.style = style
        self.explode = explode
        self.allowsReserved = allowsReserved
        self.allowsEmptyValue = allowsEmptyValue
        self.shape = shape
    }
}

/// What a parameter's style is applied to.
package enum ParameterShape: String, Sendable {
    case primitive, array, object
}

/// OpenAPI 3.1.1, section 4.8.19 (Example Object). The value of `example` has no name.
package struct NamedExample: Sendable {
    package var name: String?
    package var summary: String?
    package var description: String?
    package var value: SourceValue?
    package var externalValue: String?

    package init(
        name: String? = nil, summary: String? = nil, description: String? = nil, value: SourceValue? = nil,
        externalValue: String? = nil
    ) {
        self.name = name
        self.summary = summary
        self.description = description
        self.value = value
        self.externalValue = externalValue
    }
}
