public import HTTPTypes

/// A signature of webhook requests, which receivers verify and senders add.
///
/// A receiver passes it to its router, and a sender to its client:
///
///     let router = receiver.router(verifying: .standardWebhooks(secret: "whsec_…"))
///     let client = webhooks.with(signing: .standardWebhooks(secret: "whsec_…"))
///
/// While a secret is replaced, pass the new and the old one: a request verifies with either, and the first one signs.
///
/// A timestamp within the tolerance does not keep a request from being sent twice. Receivers that must not act twice keep the ids
/// of the messages that they have seen.
public struct WebhookSignature: Sendable {
    private let keys: [[UInt8]]?
    private let format: WebhookSignatureFormat
    private let tolerance: Int
    private let now: @Sendable () -> Int

    /// - Parameter keys: The keys in bytes; `nil` for a secret that is not one.
    init(
        keys: [[UInt8]?], _ format: WebhookSignatureFormat, tolerance: Duration,
        now: @escaping @Sendable () -> Int = { Timestamp.now.secondsSince1970 }
    ) {
        let known = keys.compactMap { $0?.isEmpty == false ? $0 : nil }
        // Anybody could sign with a secret that is empty, for example because an environment variable is not set.
        self.keys = known.count == keys.count && !known.isEmpty ? known : nil
        self.format = format
        self.tolerance = Int(clamping: tolerance.components.seconds)
        self.now = now
    }

    /// The signature with another clock, which returns seconds since 1970.
    func timed(by now: @escaping @Sendable () -> Int) -> WebhookSignature {
        WebhookSignature(keys: keys ?? [], format, tolerance: .seconds(tolerance), now: now)
    }

    /// Checks that a request has a signature of its body with one of the secrets.
    ///
    /// - Parameters:
    ///   - body: The body's bytes as they were received.
    ///   - headers: The header fields of the request.
    /// - Throws: A ``RequestFailure`` with status 401 if no signature is valid or its timestamp is outside the tolerance, and with
    ///   status 400 if it cannot be read; ``WebhookSecretError`` if a secret is none.
    public func verify(_ body: [UInt8], headers: HTTPFields) throws {
        guard let keys else { throw WebhookSecretError() }
        let claim = try format.claim(in: headers)
        if let timestamp = claim.timestamp {
            let (age, isLost) = now().subtractingReportingOverflow(timestamp)
            guard !isLost, age.magnitude <= tolerance.magnitude else {
                throw format.rejection("its timestamp is more than \(tolerance) seconds from now")
            }
        }
        let codes = keys.map { HMAC.code(of: [claim.prefix, body], key: $0) }
        let isValid = codes.reduce(false) { found, code in
            claim.codes.reduce(found) { $0 || HMAC.areEqual($1, code) }
        }
        guard isValid else { throw format.rejection("it is not one of this body with a known secret") }
    }

    /// Returns the header fields of a request with its signature.
    ///
    /// - Parameters:
    ///   - body: The body's bytes.
    ///   - headers: The other header fields. A message id among them is kept.
    /// - Throws: ``WebhookSecretError`` if a secret is none.
    public func sign(_ body: [UInt8], headers: HTTPFields) throws -> HTTPFields {
        guard let key = keys?.first else { throw WebhookSecretError() }
        return format.signed(headers, at: now()) { HMAC.code(of: [$0, body], key: key) }
    }
}

extension WebhookSignature {
    /// The signature of [Standard Webhooks](https://www.standardwebhooks.com): `webhook-id`, `webhook-timestamp` and `webhook-signature`.
    ///
    /// - Parameters:
    ///   - secret: The secrets, each `whsec_` and base64; the first one signs.
    ///   - prefix: What the names of the header fields begin with; some services have `svix` instead of `webhook`.
    ///   - tolerance: The greatest difference between the timestamp and now.
    public static func standardWebhooks(
        secret: String..., prefix: String = "webhook", tolerance: Duration = .seconds(300)
    ) -> WebhookSignature {
        let keys = secret.map { Base64Data(encoded: $0.hasPrefix("whsec_") ? String($0.dropFirst(6)) : $0)?.bytes }
        return WebhookSignature(keys: keys, .standard(prefix: prefix), tolerance: tolerance)
    }

    /// Stripe's signature: `Stripe-Signature` with a timestamp and a hexadecimal code.
    ///
    /// - Parameters:
    ///   - secret: The secrets, each as Stripe shows it; the first one signs.
    ///   - tolerance: The greatest difference between the timestamp and now.
    public static func stripe(secret: String..., tolerance: Duration = .seconds(300)) -> WebhookSignature {
        WebhookSignature(keys: secret.map { Array($0.utf8) }, .stripe, tolerance: tolerance)
    }

    /// GitHub's signature: `X-Hub-Signature-256` with a hexadecimal code. It has no timestamp.
    ///
    /// - Parameter secret: The secrets; the first one signs.
    public static func github(secret: String...) -> WebhookSignature {
        WebhookSignature(
            keys: secret.map { Array($0.utf8) }, .code(header: "X-Hub-Signature-256", prefix: "sha256=", encoding: .hexadecimal),
            tolerance: .zero)
    }

    /// A header field that holds the code of the body and nothing else, as many services send it. It has no timestamp.
    ///
    /// - Parameters:
    ///   - secret: The secrets; the first one signs.
    ///   - header: The name of the header field, such as `X-Shopify-Hmac-Sha256`.
    ///   - prefix: What stands before the code.
    ///   - encoding: How the code is written.
    public static func hmacSHA256(
        secret: String..., header: String, prefix: String = "", encoding: CodeEncoding
    ) -> WebhookSignature {
        WebhookSignature(
            keys: secret.map { Array($0.utf8) }, .code(header: header, prefix: prefix, encoding: encoding), tolerance: .zero)
    }

    /// How the bytes of a code are written.
    public enum CodeEncoding: Sendable {
        /// Two hexadecimal digits for each byte.
        case hexadecimal
        /// Base64 (RFC 4648, section 4).
        case base64
    }
}

extension WebhookSignature: CustomStringConvertible, CustomReflectable {
    public var description: String { "(signature)" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// A secret of a ``WebhookSignature`` that is empty or not written as it has to be.
public struct WebhookSecretError: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String { "a secret of the webhook signature is empty or not base64" }
}
