package import Diagnostics
package import YAMLTree

/// Section 4.8.13 (Request Body Object).
package struct RequestBody {
    /// The name under `components/requestBodies`.
    package var componentName: String?
    package var description: String?
    package var isRequired = false
    package var content: [MediaType] = []
    package var position: Position
}

/// Section 4.8.14 (Media Type Object).
package struct MediaType {
    /// The key under `content`, as written.
    package var name: String
    package var schema: SchemaID?
    package var itemSchema: SchemaID?
    package var examples: [Example] = []
    package var encodings: [Encoding] = []
    package var position: Position
}

/// Section 4.8.15 (Encoding Object).
package struct Encoding {
    package var property: String
    package var contentType: String?
    package var style: ParameterStyle?
    package var explode: Bool?
    package var allowsReserved = false
    package var headers: [Header] = []
}

/// Section 4.8.19 (Example Object); the value of an `example` has no name.
package struct Example {
    package var name: String?
    package var summary: String?
    package var description: String?
    package var value: YAMLNode?
    package var externalValue: String?
}

/// Section 4.8.17 (Response Object).
package struct Response {
    package var status: StatusPattern
    package var summary: String?
    package var description: String?
    package var headers: [Header] = []
    package var content: [MediaType] = []
    package var links: [Link] = []
    /// The name under `components/responses`.
    package var componentName: String?
    /// Where the response object stands, whoever refers to it.
    package var definition: Position
    package var position: Position
}

/// The status codes of a response.
package enum StatusPattern: Hashable, Sendable {
    case code(Int)
    /// A range such as `4XX`, by its first digit.
    case range(Int)
    case `default`

    package var isSuccess: Bool {
        switch self {
        case .code(let code): (200..<300).contains(code)
        case .range(let first): first == 2
        case .default: false
        }
    }
}

/// Section 4.8.20 (Link Object).
package struct Link {
    package var name: String
    package var operationID: String?
    package var operationReference: String?
    package var description: String?
    /// The parameters of the linked operation, as constants or runtime expressions.
    package var parameters: [LinkParameter] = []
    /// The request body of the linked operation, as a constant or a runtime expression.
    package var requestBody: YAMLNode?
    package var server: Server?
    package var position: Position
}

/// A parameter of a link.
package struct LinkParameter {
    package var name: String
    package var value: YAMLNode
}
