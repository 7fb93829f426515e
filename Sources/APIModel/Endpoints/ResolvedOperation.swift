package import Diagnostics

/// An operation with every default of the specification filled in, and without Swift names.
///
/// OpenAPI 3.1.1, section 4.8.10 (Operation Object), together with its path item.
package struct ResolvedOperation: Sendable {
    package var place = OperationPlace.path
    /// `operationId`.
    package var operationID: String?
    /// The position of `operationId`.
    package var operationIDPosition: Position?
    /// The method, in the spelling of the request line.
    package var method: String
    /// The path template. A webhook or callback is received at a path made from its name, because its URL is only known when
    /// it is used.
    package var path: String
    package var summary: String?
    package var description: String?
    package var pathSummary: String?
    package var pathDescription: String?
    package var tags: [String] = []
    package var externalDocs: ExternalDocs?
    package var isDeprecated = false
    /// `x-sunset`: the date after which the operation can be removed, as written.
    package var sunset: String?
    /// `x-internal`: not for the public documentation.
    package var isInternal = false
    /// In document order, those that HTTP itself defines included; see ``ResolvedParameter/isSent``.
    package var parameters: [ResolvedParameter] = []
    package var requestBody: ResolvedBody?
    package var responses: [ResolvedResponse] = []
    package var callbacks: [ResolvedCallback] = []
    /// The alternatives of which a request must satisfy one: the operation's, else the document's, which do not hold for webhooks
    /// and callbacks. Empty where anybody may call.
    package var security: [SecurityAlternative] = []
    /// The servers of the operation: its own, else its path's, else the document's, which do not hold for webhooks
    /// and callbacks.
    package var servers: [ServerAddress] = []
    /// Whether ``servers`` are declared at the operation or its path.
    package var hasOwnServers = false
    /// The server to which the operation is sent in place of the document's.
    package var ownServer: ServerAddress? { hasOwnServers ? servers.first : nil }
    /// How often a client sends a request again, as the operation or the document says; `nil` where neither does.
    package var retries: RetrySettings?
    /// `x-codeSamples`.
    package var codeSamples: [CodeSample] = []
    /// How its pages are requested, if the document or the configuration describes it.
    package var pages: PagesDescription?
    package var position: Position

    package init(method: String, path: String, position: Position) {
        self.method = method
        self.path = path
        self.position = position
    }
}

/// How often a client sends a request again. What is `nil` is left to the runtime.
package struct RetrySettings: Hashable, Sendable {
    /// The number of times; 0 turns retries off.
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
    package var statuses: [String]
    package var includesConnectionFailures: Bool?

    package init(count: Int?, statuses: [String] = []) {
        self.count = count
        self.statuses = statuses
    }
}

extension ResolvedOperation {
    /// The responses that a call returns, as indices.
    ///
    /// They are those with a status of 2xx. If there is none, they are the redirections, or a `default` that is the only response.
    package var successes: [Int] {
        let successes = responses.indices.filter { responses[$0].status.isSuccess }
        if !successes.isEmpty { return successes }
        let redirections = responses.indices.filter { responses[$0].status.isRedirection }
        if !redirections.isEmpty { return redirections }
        return responses.count == 1 && responses[0].status == .default ? [0] : []
    }
}

/// Where the document declares an operation.
package enum OperationPlace: Hashable, Sendable {
    case path
    /// The name under `webhooks`.
    case webhook(String)
    /// The name under the `callbacks` of another operation.
    case callback(String)
}

extension OperationPlace {
    /// The name of a webhook or callback; `nil` for an operation of a path.
    package var name: String? {
        switch self {
        case .path: nil
        case .webhook(let name), .callback(let name): name
        }
    }
}

/// OpenAPI 3.1.1, section 4.8.18 (Callback Object): requests that the server sends.
package struct ResolvedCallback: Sendable {
    package let name: String
    /// The runtime expression of the URL that is called.
    package let expression: String
    package let operations: [ResolvedOperation]
    package let position: Position

    package init(name: String, expression: String, operations: [ResolvedOperation], position: Position) {
        self.name = name
        self.expression = expression
        self.operations = operations
        self.position = position
    }
}

/// An entry of `x-codeSamples`, a convention of documentation tools.
package struct CodeSample: Sendable {
    package let language: String
    package let label: String?
    package let source: String

    package init(language: String, label: String?, source: String) {
        self.language = language
        self.label = label
        self.source = source
    }
}

/// Security schemes that a request must satisfy together (OpenAPI 3.1.1, section 4.8.30).
package struct SecurityAlternative: Sendable {
    /// Empty where the alternative is to send no credential.
    package let schemes: [RequiredScheme]

    package init(schemes: [RequiredScheme]) {
        self.schemes = schemes
    }
}

package struct RequiredScheme: Sendable {
    /// The name under `components/securitySchemes`.
    package let name: String
    package let scopes: [String]

    package init(name: String, scopes: [String]) {
        self.name = name
        self.scopes = scopes
    }
}
