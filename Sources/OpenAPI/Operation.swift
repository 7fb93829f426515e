package import Diagnostics

/// Section 4.8.10 (Operation Object), together with what its path item says for all operations.
package struct Operation {
    package var id: Located<String>?
    package var method: HTTPMethod
    package var path: String
    package var summary: String?
    package var description: String?
    package var pathSummary: String?
    package var pathDescription: String?
    package var tags: [String] = []
    package var externalDocs: ExternalDocumentation?
    package var isDeprecated = false
    /// `x-internal`: not for the public's eyes.
    package var isInternal = false
    /// The path item's and the operation's own; an own one replaces the path item's of the same name and place.
    package var parameters: [Parameter] = []
    package var requestBody: RequestBody?
    package var responses: [Response] = []
    package var callbacks: [Callback] = []
    /// nil where the document's security holds.
    package var security: [SecurityRequirement]?
    package var servers: [Server] = []
    /// `x-codeSamples`.
    package var codeSamples: [CodeSample] = []
    package var position: Position
}

/// Section 4.8.18 (Callback Object): requests that the server sends in turn.
package struct Callback {
    package var name: String
    /// The runtime expression of the URL that is called.
    package var expression: String
    package var operations: [Operation]
    package var position: Position
}

/// A method of RFC 9110, or one that a document adds.
package struct HTTPMethod: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }
}

/// An entry of `x-codeSamples`, the convention of documentation tools.
package struct CodeSample {
    package var language: String
    package var label: String?
    package var source: String
}
