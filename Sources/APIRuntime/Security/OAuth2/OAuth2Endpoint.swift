import HTTPTypes

/// An endpoint of an authorization server that takes forms and responds with JSON.
struct OAuth2Endpoint {
    let client: OAuth2Client
    let url: String

    /// Sends a form.
    /// - Parameter authenticated: Whether a client with a secret presents it.
    func post(
        _ form: [(name: String, value: String)], over transport: any ClientTransport, authenticated: Bool
    ) async throws -> Response {
        guard let target = ServerURL(url) else { throw TokenError.invalidURL(url.shortened()) }
        let query = url.split(separator: "?", maxSplits: 1).dropFirst().first.map { "?" + $0.prefix { $0 != "#" } } ?? ""
        var head = HTTPRequest(
            method: .post, scheme: target.scheme, authority: target.authority,
            path: (target.path.isEmpty ? "/" : target.path) + query)
        head.headerFields = [.accept: "application/json", .contentType: "application/x-www-form-urlencoded"]
        var form = form
        if authenticated, let secret = client.secret {
            // Name and password are form-encoded before they are joined (RFC 6749, section 2.3.1).
            let pair = Self.encode(client.id) + ":" + Self.encode(secret)
            head.headerFields[.authorization] = "Basic " + Base64.encode(Array(pair.utf8))
        } else {
            form.append(("client_id", client.id))
        }
        let body = form.map { Self.encode($0.name) + "=" + Self.encode($0.value) }.joined(separator: "&")
        let message = RequestMessage(head: head, body: HTTPBody(body))
        // All calls that need the token wait for this one.
        return try await TimeLimits(total: .seconds(60), idle: nil).hold {
            let response = try await transport.send(message)
            let bytes = try await response.body.collect(upTo: 1 << 18)
            return Response(status: response.head.status.code, members: try? readJSON([String: JSONValue].self, from: bytes))
        }
    }

    static func encode(_ text: String) -> String {
        PercentEncoding.encode(text, keeping: .form)
    }

    /// The status and the members of the JSON object that came with it.
    struct Response: Sendable {
        let status: Int
        let members: [String: JSONValue]?

        /// A member that is a string.
        subscript(_ name: String) -> String? {
            guard case .string(let text)? = members?[name] else { return nil }
            return text
        }

        /// A member that is a positive number of seconds; some servers write it as a string.
        func seconds(_ name: String) -> Double? {
            let text: String? = if case .number(let number)? = members?[name] { number.text } else { self[name] }
            guard let seconds = text.flatMap({ Double($0) }), seconds.isFinite, seconds > 0 else { return nil }
            return min(seconds, 1e9)
        }
    }
}

/// The reason why no access token could be obtained.
public enum TokenError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The endpoint is no URL.
    case invalidURL(String)
    /// The document names no token endpoint for the scheme, and neither does the client.
    case noTokenURL
    /// A sign-in needs the transport of the ``OAuth2Client``.
    case noTransport
    /// The authorization server gave no token; the code is one of RFC 6749, section 5.2, such as `invalid_grant`.
    case refused(status: Int, code: String?)
    /// The authorization server's response has no access token.
    case noToken
    /// There are no tokens, or they have ended and cannot be renewed: the user has to sign in.
    case signInRequired
    /// The user did not sign in in time.
    case signInTimedOut
    /// The URL that the authorization server has sent the user back to is not that of this sign-in.
    case unexpectedCallback

    public var description: String {
        switch self {
        case .invalidURL(let url): "'\(url)' is not the URL of an authorization server"
        case .noTokenURL: "the document names no token URL for the scheme, and the client has none"
        case .noTransport: "the OAuth2Client has no transport to sign in with"
        case .refused(let status, let code):
            "the authorization server responded with status \(status)" + (code.map { " and '\($0.shortened())'" } ?? "")
        case .noToken: "the authorization server's response has no access token"
        case .signInRequired: "nobody has signed in, or the tokens have ended"
        case .signInTimedOut: "the user did not sign in in time"
        case .unexpectedCallback: "the URL does not belong to this sign-in"
        }
    }
}
