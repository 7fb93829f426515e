package import OpenAPI

/// An operation as the generated client calls it and the generated server answers it.
package struct Endpoint {
    package let operation: Operation
    /// The function's name on both sides.
    package let name: Identifier
    /// What the names of the operation's own types start with.
    package let typeName: Identifier
    package let documentation: String
    package let parameters: [EndpointParameter]
    package let body: EndpointBody?
    /// In document order.
    package let outcomes: [Outcome]
    package let success: Success
    /// The error that the function throws.
    package let errorName: Identifier
    package let security: EndpointSecurity
}

package enum EndpointSecurity: Sendable {
    case none
    case required
    /// The document lets callers in who show no credential.
    case optional
}

package struct EndpointParameter {
    package let parameter: Parameter
    /// Both the argument's label and the parameter's name.
    package let name: Identifier
    package let type: TypeReference
    package let shape: ParameterShape
    package let defaultValue: DefaultValue?
}

/// What a parameter's style is applied to.
package enum ParameterShape: Sendable {
    case primitive, array, object
}

/// A request body.
package struct EndpointBody {
    package let name: Identifier
    package let type: TypeReference
    package let isRequired: Bool
    package let content: [Content]
    package let documentation: String
}

/// One media type of a body.
package struct Content {
    package let mediaType: MediaType
    package let coding: ContentCoding
    package let type: TypeReference
}

/// How a body's bytes become a value.
package enum ContentCoding: Sendable {
    case json, text, form, multipart, bytes
}

/// One of the documented answers.
package struct Outcome {
    package let response: Response
    /// The case that stands for it in an error or in an enum of successes.
    package let name: Identifier
    package let documentation: String
    /// The content that the value is read from; nil when the answer has no body.
    package let content: Content?
    package let headers: [OutcomeHeader]
    /// The struct that holds headers and body; nil where the body alone says everything.
    package let structureName: Identifier?
}

/// A documented response header.
package struct OutcomeHeader {
    package let header: Header
    package let name: Identifier
    package let type: TypeReference
    package let shape: ParameterShape
}

/// What a call returns when all is well.
package enum Success {
    case nothing
    /// The only successful answer, an index into the endpoint's outcomes.
    case one(Int)
    /// An enum with a case for each successful answer.
    case several(name: Identifier, outcomes: [Int])
}
