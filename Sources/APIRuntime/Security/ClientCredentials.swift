import HTTPTypes

extension Credential {
    /// An access token by OAuth 2.0's client credentials grant (RFC 6749, section 4.4), renewed before it ends.
    /// - Parameters:
    ///   - id: the client's name at the authorization server.
    ///   - secret: the client's password there.
    ///   - tokenURL: the token endpoint, as the document's flow names it.
    ///   - scopes: what the token is to allow.
    ///   - transport: carries the request to the token endpoint.
    public static func clientCredentials(
        id: String, secret: String, tokenURL: String, scopes: [String] = [], transport: any ClientTransport
    ) -> Credential {
        .renewed {
            let request = try tokenRequest(id: id, secret: secret, tokenURL: tokenURL, scopes: scopes)
            let response = try await transport.send(request)
            let bytes = try await response.body.collect(upTo: 1 << 16)
            guard response.head.status.code == 200 else { throw TokenError.refused(status: response.head.status.code) }
            guard case .object(let object) = try readJSON(JSONValue.self, from: bytes),
                case .string(let token)? = object["access_token"]
            else {
                throw TokenError.noToken
            }
            guard case .number(let number)? = object["expires_in"], let seconds = Double(number.text), seconds.isFinite, seconds > 0
            else {
                return AccessToken(value: token)
            }
            return AccessToken(value: token, lifetime: .seconds(min(seconds, 1e9)))
        }
    }

    private static func tokenRequest(id: String, secret: String, tokenURL: String, scopes: [String]) throws -> RequestMessage {
        guard let url = ServerURL(tokenURL) else { throw TokenError.invalidURL(tokenURL) }
        var head = HTTPRequest(method: .post, scheme: url.scheme, authority: url.authority, path: url.path.isEmpty ? "/" : url.path)
        // Name and password are form-encoded before they are joined (RFC 6749, section 2.3.1).
        let pair = PercentEncoding.encode(id, keeping: .form) + ":" + PercentEncoding.encode(secret, keeping: .form)
        head.headerFields = [
            .authorization: "Basic " + Base64.encode(Array(pair.utf8)), .accept: "application/json",
            .contentType: "application/x-www-form-urlencoded",
        ]
        let scope = scopes.isEmpty ? "" : "&scope=" + PercentEncoding.encode(scopes.joined(separator: " "), keeping: .form)
        return RequestMessage(head: head, body: HTTPBody("grant_type=client_credentials" + scope))
    }
}

/// The reason why no access token could be obtained.
public enum TokenError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The token endpoint is no URL.
    case invalidURL(String)
    /// The authorization server gave no token.
    case refused(status: Int)
    /// The authorization server's response has no access token.
    case noToken

    public var description: String {
        switch self {
        case .invalidURL(let url): "'\(url)' is not the URL of a token endpoint"
        case .refused(let status): "the authorization server responded with status \(status)"
        case .noToken: "the authorization server's response has no access token"
        }
    }
}
