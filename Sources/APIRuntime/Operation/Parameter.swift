/// The description of a parameter (OpenAPI 3.1.1, section 4.8.12).
public struct Parameter: Sendable {
    /// The parameter's name in the message.
    public let name: String
    /// The location of the parameter in the message.
    public let location: ParameterLocation
    /// Whether a request without it is refused.
    public let required: Bool
    /// The serialization of its value.
    public let serialization: ParameterSerialization
    /// Which kind of value is expected when reading.
    public let shape: ParameterShape
    /// The names of an object's properties, by which an exploded object is recognized; `nil` if any name is one of its properties.
    public let properties: [String]?
    /// The schema of its value, a reference into the operation's schemas; `nil` where its type is enough.
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

/// The location of a parameter (OpenAPI 3.1.1, section 4.8.12).
public enum ParameterLocation: String, Sendable {
    /// The path, in place of a template expression such as `{id}`.
    case path
    /// The query of the URL.
    case query
    /// A header field.
    case header
    /// A cookie of the header field `Cookie`.
    case cookie
    /// The whole query of the URL (OpenAPI 3.2).
    case querystring

    var defaultStyle: ParameterStyle {
        switch self {
        case .path, .header: .simple
        case .query, .cookie, .querystring: .form
        }
    }
}

/// The style of a value as text (OpenAPI 3.1.1, section 4.8.12.3).
public enum ParameterStyle: String, Sendable {
    /// `;color=blue,black`, in paths.
    case matrix
    /// `.blue,black`, in paths.
    case label
    /// `blue,black`, in paths and header fields.
    case simple
    /// `color=blue,black`, in queries and cookies.
    case form
    /// `color=blue%20black`, in queries.
    case spaceDelimited
    /// `color=blue%7Cblack`, in queries.
    case pipeDelimited
    /// `color[R]=100&color[G]=200`, in queries.
    case deepObject
    /// Like `form` in a cookie, but without percent-encoding (OpenAPI 3.2).
    case cookie

    var explodesByDefault: Bool {
        switch self {
        case .form, .cookie: true
        case .matrix, .label, .simple, .spaceDelimited, .pipeDelimited, .deepObject: false
        }
    }
}

/// The kind of a parameter's value, which cannot be seen from its text alone.
public enum ParameterShape: Sendable {
    /// A string, number or boolean.
    case primitive
    /// An array.
    case array
    /// An object.
    case object
    /// Unknown, or one of several.
    case any
}

/// The two ways to serialize a parameter.
public enum ParameterSerialization: Sendable {
    /// In a style.
    case styled(ParameterStyling)
    /// As this media type.
    case content(String)
}

/// A style with its options.
public struct ParameterStyling: Sendable {
    /// The style.
    public let style: ParameterStyle
    /// Whether each element and member is a parameter of its own.
    public let explode: Bool
    /// Whether reserved characters are written without percent-encoding.
    public let allowReserved: Bool
    /// Whether the value may be empty.
    public let allowEmptyValue: Bool
}
