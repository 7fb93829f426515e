/// What a document says about one parameter (OpenAPI 3.1.1, section 4.8.12).
public struct Parameter: Sendable {
    /// The parameter's name as it stands in the message.
    public let name: String
    /// Where in the message the parameter stands.
    public let location: ParameterLocation
    /// Whether a request without it is refused.
    public let required: Bool
    /// How its value is written.
    public let serialization: ParameterSerialization
    /// Which kind of value is expected when reading.
    public let shape: ParameterShape
    /// The names of an object's properties, which an exploded one is told by; `nil` where it takes every name.
    public let properties: [String]?
    /// What its value is checked against, a reference into the operation's schemas; `nil` where its type says everything.
    public let schema: String?

    /// Creates a parameter that is serialized with a style (OpenAPI 3.1.1, section 4.8.12.2).
    ///
    /// - Parameters:
    ///   - name: The name of the parameter.
    ///   - location: The location of the parameter.
    ///   - required: Whether the parameter must be present.
    ///   - style: The style; `nil` for the default of the location: `simple` for path and header, `form` for query and cookie.
    ///   - explode: Whether arrays and objects are exploded; `nil` for the default of the style: `true` for `form` and `cookie`.
    ///   - shape: Whether the value is a primitive, an array or an object.
    ///   - properties: The property names of an exploded object; `nil` for all names that no other parameter has.
    ///   - allowReserved: Whether the reserved characters of RFC 3986 are not escaped, except those that would end the value.
    ///   - allowEmptyValue: Whether a parameter without a value is read as absent, or as `true` if it is a boolean.
    ///   - schema: The reference to the value's schema; `nil` if the type expresses it completely.
    public init(
        _ name: String, in location: ParameterLocation, required: Bool = false, style: ParameterStyle? = nil,
        explode: Bool? = nil, shape: ParameterShape = .primitive, properties: [String]? = nil,
        allowReserved: Bool = false, allowEmptyValue: Bool = false, schema: String? = nil
    ) {
        let style = style ?? location.defaultStyle
        self.name = name
        self.location = location
        self.required = required
        self.shape = shape
        self.properties = properties
        self.schema = schema
        serialization = .styled(
            ParameterStyling(
                style: style, explode: explode ?? style.explodesByDefault, allowReserved: allowReserved,
                allowEmptyValue: allowEmptyValue))
    }

    /// Creates a parameter that is serialized as a media type, usually JSON.
    ///
    /// - Parameters:
    ///   - name: The name of the parameter.
    ///   - location: The location of the parameter.
    ///   - required: Whether the parameter must be present.
    ///   - content: The media type.
    ///   - shape: The shape of the value; `array` for a property of a form with a pair for each item.
    ///   - schema: The reference to the value's schema; `nil` if the type expresses it completely.
    public init(
        _ name: String, in location: ParameterLocation, required: Bool = false, content: String, shape: ParameterShape = .any,
        schema: String? = nil
    ) {
        self.name = name
        self.location = location
        self.required = required
        self.shape = shape
        properties = nil
        self.schema = schema
        serialization = .content(content)
    }

    /// Names of header fields do not depend on case; all others do.
    func hasName(_ other: String) -> Bool {
        name == other || (location == .header && name.lowercased() == other.lowercased())
    }
}

/// Where a parameter stands.
public enum ParameterLocation: String, Sendable {
    case path, query, header, cookie
    /// The whole query of the URL (OpenAPI 3.2).
    case querystring

    var defaultStyle: ParameterStyle {
        switch self {
        case .path, .header: .simple
        case .query, .cookie, .querystring: .form
        }
    }
}

/// How a value becomes text (OpenAPI 3.1.1, section 4.8.12.3).
public enum ParameterStyle: String, Sendable {
    case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject
    /// Like `form` in a cookie, but without percent-encoding (OpenAPI 3.2).
    case cookie

    var explodesByDefault: Bool {
        switch self {
        case .form, .cookie: true
        case .matrix, .label, .simple, .spaceDelimited, .pipeDelimited, .deepObject: false
        }
    }
}

/// The kind of a parameter's value, which its text alone does not tell.
public enum ParameterShape: Sendable {
    case primitive, array, object
    /// The document does not say, or allows several.
    case any
}

/// The two ways in which a parameter is written.
public enum ParameterSerialization: Sendable {
    case styled(ParameterStyling)
    /// As this media type.
    case content(String)
}

/// A style and what goes with it.
public struct ParameterStyling: Sendable {
    public let style: ParameterStyle
    public let explode: Bool
    public let allowReserved: Bool
    public let allowEmptyValue: Bool
}
