package import Diagnostics

/// A request body (OpenAPI 3.1.1, section 4.8.13).
package struct ResolvedBody: Sendable {
    /// The name under `components/requestBodies`.
    package var componentName: String?
    package var description: String?
    package var isRequired = false
    /// In document order.
    package var representations: [Representation] = []
    package var position: Position

    package init(position: Position) {
        self.position = position
    }
}

/// A documented response (OpenAPI 3.1.1, section 4.8.17).
package struct ResolvedResponse: Sendable {
    /// The name under `components/responses`.
    package var componentName: String?
    package var status: StatusPattern
    package var summary: String?
    package var description: String?
    package var headers: [ResolvedParameter] = []
    /// In document order.
    package var representations: [Representation] = []
    package var links: [ResolvedLink] = []
    /// Where the response object stands, whoever refers to it.
    package let definition: Position
    package var position: Position

    package init(status: StatusPattern, definition: Position, position: Position) {
        self.status = status
        self.definition = definition
        self.position = position
    }
}

/// The statuses that a response is documented for.
package enum StatusPattern: Hashable, Sendable {
    case code(Int)
    /// `4XX`, by its first digit.
    case range(Int)
    case `default`
}

extension StatusPattern {
    package var isSuccess: Bool {
        switch self {
        case .code(let code): (200..<300).contains(code)
        case .range(let first): first == 2
        case .default: false
        }
    }

    package var isRedirection: Bool {
        switch self {
        case .code(let code): (300..<400).contains(code)
        case .range(let first): first == 3
        case .default: false
        }
    }

    /// The key in the document.
    package var text: String {
        switch self {
        case .code(let code): String(code)
        case .range(let first): "\(first)XX"
        case .default: "default"
        }
    }
}

/// A body in one media type (OpenAPI 3.1.1, section 4.8.14).
package struct Representation: Sendable {
    package var mediaType: MediaTypeName
    /// `schema`, the schema of the whole body.
    package var schema: SchemaID?
    /// `itemSchema`, as the document has it; see ``item``.
    package var itemSchema: SchemaID?
    /// The schema of each value in a stream: an item of JSON Lines, the data of an event, or an event with its fields.
    package var item: SchemaID?
    /// The schema that the body, or each item of its stream, is validated against.
    package var checked: SchemaID?
    package var examples: [NamedExample] = []
    package var encodings: [PartEncoding] = []
    package var position: Position

    package init(mediaType: MediaTypeName, position: Position) {
        self.mediaType = mediaType
        self.position = position
    }

    /// The media type as the document writes it.
    package var name: String { mediaType.text }
}

/// How a property of a form or multipart body is written (OpenAPI 3.1.1, section 4.8.15).
package struct PartEncoding: Sendable {
    package var property: String
    /// `contentType` as written; it can list several media types.
    package var contentType: String?
    /// How the property is written where that is not as plain text.
    ///
    /// In a URL-encoded form objects are JSON by default. In a multipart body a style is here, while `contentType` is not.
    package var serialization: Serialization?
    /// Whether ``serialization`` is that of each item of an array rather than of the whole (OpenAPI 3.1.1, section 4.8.14.4).
    package var isOfItems = false
    package var headers: [ResolvedParameter] = []

    package init(property: String) {
        self.property = property
    }
}

/// OpenAPI 3.1.1, section 4.8.20 (Link Object).
package struct ResolvedLink: Sendable {
    package var name: String
    package var operationID: String?
    package var operationReference: String?
    package var description: String?
    /// Runtime expressions or constants for the other operation's parameters.
    package var parameters: [LinkParameter] = []
    /// A runtime expression or a constant for the other operation's body.
    package var requestBody: SourceValue?
    package var server: ServerAddress?
    package var position: Position

    package init(name: String, position: Position) {
        self.name = name
        self.position = position
    }
}

/// A value that a link passes as a parameter.
package struct LinkParameter: Sendable {
    package let name: String
    package let value: SourceValue

    package init(name: String, value: SourceValue) {
        self.name = name
        self.value = value
    }
}
