/// An operation as generated clients call it and generated servers implement it.
package struct Endpoint {
    package let operation: ResolvedOperation
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
    /// How callers choose between the media types of what is returned; nil where they cannot.
    package internal(set) var accept: MediaTypeChoice?
    package var error: EndpointError
    package let security: EndpointSecurity
    /// The function that returns its pages; nil if it has none.
    package internal(set) var pages: EndpointPages?
}

package enum EndpointSecurity: Sendable {
    case none
    case required
    /// The document lets callers in who show no credential.
    case optional
}

package struct EndpointParameter {
    package let parameter: ResolvedParameter
    /// Both the argument's label and the parameter's name.
    package let name: Identifier
    package let type: TypeReference
    /// What a server takes where the parameter is absent.
    package let defaultValue: DefaultValue?
}

/// A request body.
package struct EndpointBody {
    package let name: Identifier
    package let isRequired: Bool
    /// What the body may be, what calls should send first; never empty.
    package let content: [Content]
    /// The enum of the alternatives; nil where there is one.
    package let choiceName: Identifier?
    /// How callers choose between media types of one Swift type; nil where they cannot.
    package let mediaTypes: MediaTypeChoice?
    package let documentation: String
}

extension EndpointBody {
    /// The form that a client's function takes in place of a multipart body, because a client has all of it; nil for other bodies.
    package var sentForm: MultipartForm? {
        choiceName == nil ? content.first?.form : nil
    }

    /// The type of what calls should send first.
    package var type: TypeReference {
        isRequired ? content[0].type : content[0].type.madeOptional
    }
}

/// A representation of a body, or several that have the same meaning in Swift.
package struct Content {
    /// What is sent, and where examples are.
    package let representation: Representation
    /// The other representations that are read in the same way.
    package var synonyms: [Representation] = []
    /// The type of the body, or of each of its items where it is a stream of them.
    package let type: TypeReference
    /// The parts of a multipart body; nil where the document does not name them.
    package var form: MultipartForm?
    /// Its case in the enum of the alternatives.
    package var name: Identifier

    package var coding: ContentCoding { representation.mediaType.coding }
    package var representations: [Representation] { [representation] + synonyms }
    /// The representation in XML; nil where there is none.
    package var xml: Representation? { representations.first { $0.mediaType.coding == .xml } }

    /// Whether one value is written in several codings, such as JSON and XML.
    package var hasSeveralCodings: Bool { synonyms.contains { $0.mediaType.coding != coding } }

    /// Whether the value is the text or the bytes themselves, so that the code that creates it must know the media type.
    package var isOpaque: Bool {
        !hasSeveralCodings && (coding == .bytes || coding == .multipart || coding == .text && type == .string)
    }

    /// Whether the recipient can choose between media types.
    package var hasSeveralMediaTypes: Bool { !synonyms.isEmpty || representation.mediaType.isOpen }
}

extension Content {
    /// Creates the content of one representation, whose Swift type does not matter.
    package init(_ representation: Representation) {
        self.init(representation: representation, type: .anyJSON, name: Identifier(verbatim: "body"))
    }
}

/// How a caller selects the media type of a body.
package enum MediaTypeChoice {
    /// By the case of an enum.
    case listed(MediaTypeEnum)
    /// As text, because the document only defines a range.
    case text(default: String)
}

/// The documented media types of a body.
package struct MediaTypeEnum {
    package let name: Identifier
    /// The component whose users share the enum; nil where one operation has it.
    package let componentName: String?
    /// The cases; the first one is the default of requests.
    package let cases: [(name: Identifier, mediaType: String)]
    /// The case for the other media types of the documented ranges; nil where there are none.
    package let otherCase: Identifier?
    /// The enum of another operation that has the same cases, for which the name is a type alias; nil where it is an enum itself.
    package internal(set) var original: Identifier?
    /// Whether other operations have type aliases for the enum.
    package internal(set) var isShared = false
}

/// The parts of a multipart body, one property each.
package struct MultipartForm {
    package let name: Identifier
    package let fields: [MultipartField]
    /// The parts that no property describes; nil where they are not kept.
    package let others: OtherParts?
}

/// The parts of `additionalProperties`.
package struct OtherParts {
    package let name: Identifier
    /// The type of the value of each part; nil where parts are files.
    package let valueType: TypeReference?
    /// Whether parts may have one name.
    package let isRepeated: Bool
    /// Whether the document does not describe them, so that they are kept as received.
    package let isFree: Bool
}

/// A part, or several of one name.
package struct MultipartField {
    package let name: Identifier
    package let wireName: String
    /// The type of the value of each part; nil where parts are files.
    package let valueType: TypeReference?
    package let isRepeated: Bool
    package let isRequired: Bool
    /// Whether a part can be null, which is the same as an absent one.
    package let isNullable: Bool
    /// The media type of each part, from `encoding`.
    package let mediaType: String?
    /// How the value is serialized; nil where the media type determines it.
    package let style: SerializationStyle?
    /// The struct of each part; nil where parts have no header fields.
    package let structure: PartStructure?
    package let documentation: String
}

/// A part with header fields (OpenAPI 3.1.1, section 4.8.15, `headers`).
package struct PartStructure {
    package let name: Identifier
    package let headers: [OutcomeHeader]
}

/// One of the documented responses.
package struct Outcome {
    package let response: ResolvedResponse
    /// Its case in an error or in an enum of successes.
    package let name: Identifier
    package var documentation: String
    /// What the body may be, what servers should send first; empty when the response has none.
    package let contents: [Content]
    /// The enum of the alternatives; nil where there is at most one.
    package let choiceName: Identifier?
    package let headers: [OutcomeHeader]
    /// The struct that holds headers and body; nil where there is only the body.
    package var structureName: Identifier?
}

extension Outcome {
    /// The content that is sent by default; nil when the response has no body.
    package var content: Content? { contents.first }
}

/// A documented header of a response or of a part.
package struct OutcomeHeader {
    package let header: ResolvedParameter
    package let name: Identifier
    package let type: TypeReference
}

/// What a call returns when all is well.
package enum Success {
    case nothing
    /// The only successful response, an index into the endpoint's outcomes.
    case one(Int)
    /// An enum with a case for each successful response.
    case several(name: Identifier, outcomes: [Int])
}
