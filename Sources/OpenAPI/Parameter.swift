package import Diagnostics

/// Section 4.8.12 (Parameter Object), with its defaults applied.
package struct Parameter {
    package var name: String
    package var location: ParameterLocation
    package var description: String?
    package var isRequired = false
    package var isDeprecated = false
    /// `x-sunset`: the date after which the parameter can be removed, as written.
    package var sunset: String?
    /// The purpose in `x-stainless-pagination-property`, such as `next_cursor_param`.
    package var pagePurpose: String?
    package var allowsEmptyValue = false
    package var style: ParameterStyle
    package var explode: Bool
    package var allowsReserved = false
    package var schema: SchemaID?
    /// The only media type of a parameter with `content`.
    package var content: MediaType?
    package var examples: [Example] = []
    /// The name under `components/parameters`.
    package var componentName: String?
    package var position: Position
}

extension Parameter {
    /// Whether clients send the parameter; three header parameters are ignored (section 4.8.12.1).
    package var isSent: Bool {
        location != .header || !["accept", "content-type", "authorization"].contains(name.lowercased())
    }
}

package enum ParameterLocation: String, Sendable {
    case path, query, header, cookie, querystring
}

package enum ParameterStyle: String, Sendable {
    case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject, cookie
}

/// Section 4.8.21 (Header Object).
package struct Header {
    package var name: String
    package var description: String?
    package var isRequired = false
    package var isDeprecated = false
    package var explode = false
    package var schema: SchemaID?
    package var content: MediaType?
    package var examples: [Example] = []
    /// The name under `components/headers`.
    package var componentName: String?
    package var position: Position
}
