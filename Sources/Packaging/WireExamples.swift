import APIModel
import Generator
import Printing

/// The request and the response of an operation that its document shows, or that can be made from its schemas.
struct WireExample {
    let endpoint: Endpoint
    let requestLine: String
    /// Whether a credential follows in the query.
    let isOpenEnded: Bool
    /// The JSON of the request's body, which generated code writes as another does; `nil` for bodies in other codings.
    let requestBody: (json: String, content: Content)?
    let status: Int
    let responseBody: (json: String, content: Content)?

    /// - Returns: `nil` if a required part has no value that the schemas accept, or a caller of a test cannot be authenticated.
    init?(_ endpoint: Endpoint, in api: API) {
        guard endpoint.parametersFit(in: api), endpoint.isAuthenticated(by: api.about.securitySchemes),
            let request = endpoint.body.map({ BodyJSON(requestBody: $0, in: api) }) ?? .absent,
            let outcome = endpoint.answeredOutcome, let response = BodyJSON(outcome, in: api)
        else { return nil }
        self.endpoint = endpoint
        let address = api.wireServerURL
        let example = RequestExample(endpoint, in: api, server: address, hasCredentials: false)
        let target = example.url.dropFirst(address.count)
        guard !endpoint.isAmbiguous(target.prefix { $0 != "?" }, among: api.endpoints) else { return nil }
        requestLine = "\(example.method) \(example.url.dropFirst(wireHost.count))"
        isOpenEnded = endpoint.sendsCredentialsInQuery(in: api.about)
        requestBody = request.json
        responseBody = response.json
        status = outcome.response.status.defaultCode
    }
}

/// The host of tests, which nothing connects to.
private let wireHost = "http://localhost"

extension API {
    /// The server URL of the tests' client.
    var wireServerURL: String { wireHost + (about.basePath == "/" ? "" : about.basePath) }
}

/// A body of an example: its JSON if it has one.
private enum BodyJSON {
    case absent
    /// In another coding, whose bytes are not compared.
    case other
    case value(String, Content)

    /// Longer examples make tests that nobody reads.
    private static let longest = 4_000

    var json: (json: String, content: Content)? {
        if case .value(let json, let content) = self { (json, content) } else { nil }
    }

    /// - Returns: `nil` if there is no valid value.
    init?(requestBody body: EndpointBody, in api: API) {
        guard let content = body.content.first else { return nil }
        guard let example = BodyExample.sample(content, in: api) else {
            if body.isRequired { return nil }
            self = .absent
            return
        }
        self.init(example.value, content, in: api, for: .requests)
    }

    init?(_ outcome: Outcome, in api: API) {
        guard let content = outcome.content else {
            self = .absent
            return
        }
        self.init(content.answer(in: api), content, in: api, for: .responses)
    }

    private init?(_ value: JSONValue?, _ content: Content, in api: API, for directions: Directions) {
        guard let value else {
            if [.json, .form, .xml, .multipart].contains(content.coding) { return nil }
            self = .other
            return
        }
        if let schema = content.representation.schema, content.coding != .bytes, content.coding != .text {
            guard content.isStream || ExampleSynthesis.fits(value, schema, in: api, for: directions) else { return nil }
        }
        let json = value.literal(.json)
        let isCompared = content.coding == .json && !content.hasSeveralCodings && !content.type.isOptional
        self = isCompared && json.utf8.count <= Self.longest ? .value(json, content) : .other
    }
}

extension BodyExample {
    /// The value, `nil` where only a text is known.
    fileprivate var value: JSONValue? {
        switch self {
        case .json(let value), .form(let value), .multipart(let value): value
        case .xml(let value, _): value
        case .text(let text): .string(text)
        }
    }
}

extension Endpoint {
    /// The outcome that a server of examples returns; `nil` if the document describes no success.
    fileprivate var answeredOutcome: Outcome? {
        switch success {
        case .nothing: nil
        case .one(let index): outcomes[index]
        case .several(_, let indices): outcomes[indices[0]]
        }
    }

    fileprivate func parametersFit(in api: API) -> Bool {
        parameters.map(\.parameter).filter { $0.isShown && $0.isSent }.allSatisfy { parameter in
            let value = exampleValue(of: parameter, in: api)
            guard let schema = parameter.schema else { return true }
            return ExampleSynthesis.fits(value, schema, in: api, for: .requests)
        }
    }

    /// Whether a client of tests can present what the operation requires. A connection without a network has no certificate.
    fileprivate func isAuthenticated(by schemes: [SecurityScheme]) -> Bool {
        operation.security.isEmpty
            || operation.security.contains { alternative in
                alternative.schemes.allSatisfy { required in
                    schemes.contains { $0.name == required.name && $0.kind.credential != .mutualTLS }
                }
            }
    }

    fileprivate func sendsCredentialsInQuery(in about: About) -> Bool {
        let names = Set(operation.security.flatMap { $0.schemes.map(\.name) })
        return about.securitySchemes.contains { scheme in
            guard names.contains(scheme.name), case .apiKey(_, .query) = scheme.kind else { return false }
            return true
        }
    }
}
