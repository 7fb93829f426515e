/// The sign-in of a user on another device, for programs without a browser: OAuth 2.0's device authorization grant (RFC 8628).
///
///     let signIn = try await DeviceSignIn.begin(client, url: "https://example.org/device", scopes: ["read"])
///     print("Enter \(signIn.userCode) at \(signIn.verificationURL)")
///     try await store.save(signIn.tokens())
public struct DeviceSignIn: Sendable {
    /// The code that the user enters.
    public let userCode: String
    /// The page where the user enters the code.
    public let verificationURL: String
    /// The page with the code already entered, for a link or a QR code; `nil` where the server has none.
    public let completeVerificationURL: String?
    private let client: OAuth2Client
    private let deviceCode: String
    private let interval: Duration
    private let end: ContinuousClock.Instant

    /// Asks the authorization server for a code.
    /// - Parameters:
    ///   - client: The client as the authorization server knows it, with a token URL and a transport.
    ///   - url: The device authorization endpoint.
    ///   - scopes: What the token is to allow.
    public static func begin(_ client: OAuth2Client, url: String, scopes: [String] = []) async throws -> DeviceSignIn {
        guard let transport = client.transport else { throw TokenError.noTransport }
        let form = scopes.isEmpty ? [] : [(name: "scope", value: scopes.joined(separator: " "))]
        let response = try await OAuth2Endpoint(client: client, url: url).post(form, over: transport, authenticated: false)
        guard response.status == 200, let deviceCode = response["device_code"], let userCode = response["user_code"],
            let page = response["verification_uri"] ?? response["verification_url"]
        else {
            throw TokenError.refused(status: response.status, code: response["error"])
        }
        return DeviceSignIn(
            userCode: userCode, verificationURL: page, completeVerificationURL: response["verification_uri_complete"],
            client: client, deviceCode: deviceCode, interval: .seconds(response.seconds("interval") ?? 5),
            end: .now + .seconds(response.seconds("expires_in") ?? 1800))
    }

    /// Waits until the user has signed in.
    /// - Throws: ``TokenError/signInTimedOut`` if the code has ended; ``TokenError/refused(status:code:)`` if the user has refused.
    public func tokens() async throws -> OAuth2Tokens {
        var interval = interval
        while .now < end {
            try await Task.sleep(for: interval)
            do {
                return try await client.tokens([
                    ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"), ("device_code", deviceCode),
                ])
            } catch TokenError.refused(status: _, code: "authorization_pending") {
                continue
            } catch TokenError.refused(status: _, code: "slow_down") {
                interval += .seconds(5)
            } catch TokenError.refused(status: _, code: "expired_token") {
                throw TokenError.signInTimedOut
            }
        }
        throw TokenError.signInTimedOut
    }
}
