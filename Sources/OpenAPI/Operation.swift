package import Diagnostics

/// Section 4.8.10 (Operation Object), with the fields of its path item.
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
    /// `x-sunset`: the date after which the operation can be removed, as written.
    package var sunset: String?
    /// `x-internal`: omitted from public documentation.
    package var isInternal = false
    /// The parameters of the path item and of the operation; the operation's replace the path item's with the same name and location.
    package var parameters: [Parameter] = []
    package var requestBody: RequestBody?
    package var responses: [Response] = []
    package var callbacks: [Callback] = []
    /// The security requirements; `nil` if those of the document apply.
    package var security: [SecurityRequirement]?
    package var servers: [Server] = []
    /// How often a client sends a request again; `nil` if what holds for the document applies.
    package var retries: Retries?
    /// `x-codeSamples`.
    package var codeSamples: [CodeSample] = []
    /// `x-speakeasy-pagination` or `x-fern-pagination`.
    package var pagination: Pagination?
    package var position: Position
}

/// How often a client sends a request again, as extensions such as `x-speakeasy-retries` describe it. What is `nil` is left to clients.
package struct Retries {
    package var isOff = false
    package var count: Int?
    /// The first pause, in milliseconds.
    package var pause: Int?
    /// The longest pause, in milliseconds.
    package var longestPause: Int?
    /// The time after which a request is not sent again, in milliseconds.
    package var longestTime: Int?
    /// The factor by which pauses grow.
    package var factor: Double?
    /// Status codes, and ranges such as `5XX`; empty for the usual ones.
    package var statuses: [String] = []
    package var includesConnectionFailures: Bool?
}

/// Section 4.8.18 (Callback Object): requests that the server sends.
package struct Callback {
    package var name: String
    /// The runtime expression for the URL of the request.
    package var expression: String
    package var operations: [Operation]
    package var position: Position
}

/// An HTTP method of RFC 9110 or of the document.
package struct HTTPMethod: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }
}

/// An entry of `x-codeSamples`, a convention of documentation tools.
package struct CodeSample {
    package var language: String
    package var label: String?
    package var source: String
}
