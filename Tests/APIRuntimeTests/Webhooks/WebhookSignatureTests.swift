import HTTPTypes
import Testing

@testable import APIRuntime

/// Signatures that the services' own documentation and libraries give, at their time.
struct WebhookSignatureTests {
    private static let body = Array("{\"test\": 2432232314}".utf8)
    private static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    private static let fields: [String: String] = [
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek", "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    ]

    /// The status with which a request is rejected; 0 if it is not.
    private func status(
        _ signature: WebhookSignature, _ changes: [String: String?] = [:], body: [UInt8] = body, fields: [String: String] = fields,
        now: Int = 1_614_265_330
    ) throws -> Int {
        var headers = HTTPFields()
        for (name, value) in fields.merging(changes.mapValues { $0 ?? "" }, uniquingKeysWith: { $1 }) where !value.isEmpty {
            headers[try #require(HTTPField.Name(name))] = value
        }
        do {
            try signature.timed { now }.verify(body, headers: headers)
            return 0
        } catch let failure as RequestFailure {
            #expect(failure.status != 401 || failure.headers[.wwwAuthenticate] != nil)
            return failure.status
        }
    }

    @Test func standardWebhooksVerify() throws {
        let signature = WebhookSignature.standardWebhooks(secret: Self.secret)
        #expect(try status(signature) == 0)
        #expect(try status(.standardWebhooks(secret: String(Self.secret.dropFirst(6)))) == 0)
        #expect(try status(signature, ["webhook-signature": "v1,AAAA v1a,x v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="]) == 0)
        #expect(try status(signature, body: Self.body + [0x20]) == 401)
        #expect(try status(signature, ["webhook-id": "msg_other"]) == 401)
        #expect(try status(signature, ["webhook-timestamp": "1614265331"]) == 401)
        #expect(try status(signature, ["webhook-signature": "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="]) == 401)
        #expect(try status(.standardWebhooks(secret: "whsec_AAAA")) == 401)
        for name in Self.fields.keys { #expect(try status(signature, [name: nil]) == 401) }
    }

    @Test func aMalformedFieldIsABadRequest() throws {
        let signature = WebhookSignature.standardWebhooks(secret: Self.secret)
        for time in ["yesterday", "-1614265330", "+1614265330", "99999999999999999999999999", "1614265330.5"] {
            #expect(try status(signature, ["webhook-timestamp": time]) == 400)
        }
        #expect(try status(signature, ["webhook-signature": "g0hM9SsE"]) == 400)
        #expect(try status(.stripe(secret: "s"), fields: ["Stripe-Signature": "v1=00"]) == 400)
        #expect(try status(.stripe(secret: "s"), fields: ["Stripe-Signature": ",,=,t"]) == 400)
        #expect(try status(.github(secret: "s"), fields: ["X-Hub-Signature-256": "sha1=00"]) == 400)
        #expect(try status(.github(secret: "s"), fields: ["X-Hub-Signature-256": "sha256=0g"]) == 400)
    }

    @Test func aTimestampOutsideTheToleranceIsRejected() throws {
        let signature = WebhookSignature.standardWebhooks(secret: Self.secret)
        for (now, expected) in [(300, 0), (301, 401), (-300, 0), (-301, 401), (1 << 40, 401)] {
            #expect(try status(signature, now: 1_614_265_330 + now) == expected)
        }
        #expect(try status(.standardWebhooks(secret: Self.secret, tolerance: .seconds(5)), now: 1_614_265_336) == 401)
    }

    @Test func anyOfSeveralSecretsVerifies() throws {
        #expect(try status(.standardWebhooks(secret: "whsec_bmV3", Self.secret)) == 0)
        #expect(try status(.standardWebhooks(secret: Self.secret, "whsec_bmV3")) == 0)
    }

    @Test func stripeVerifies() throws {
        let body = Array("{\"id\":\"evt_1\"}".utf8)
        let valid = "7656fc2882a7ca0a651666b36bf2f2f22ee204f54f608f227498a2419f2890b2"
        let signature = WebhookSignature.stripe(secret: "whsec_test")
        func check(_ field: String, _ body: [UInt8] = body, now: Int = 1_492_774_577) throws -> Int {
            try status(signature, body: body, fields: ["Stripe-Signature": field], now: now)
        }
        #expect(try check("t=1492774577,v1=\(valid)") == 0)
        #expect(try check("t=1492774577, v1=00, v1=\(valid), v0=00") == 0)
        #expect(try check("t=1492774577,v0=\(valid)") == 401)
        #expect(try check("t=1492774578,v1=\(valid)") == 401)
        #expect(try check("t=1492774577,v1=\(valid)", Array("{}".utf8)) == 401)
        #expect(try check("t=1492774577,v1=\(valid)", now: 1_492_775_000) == 401)
    }

    /// The example of GitHub's documentation.
    @Test func gitHubVerifies() throws {
        let signature = WebhookSignature.github(secret: "It's a Secret to Everybody")
        let body = Array("Hello, World!".utf8)
        let valid = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
        #expect(try status(signature, body: body, fields: ["X-Hub-Signature-256": valid]) == 0)
        #expect(try status(signature, body: body + body, fields: ["X-Hub-Signature-256": valid]) == 401)
        #expect(try status(signature, body: body, fields: [:]) == 401)
    }

    @Test func otherFieldsVerify() throws {
        let signature = WebhookSignature.hmacSHA256(secret: "hush", header: "X-Shopify-Hmac-Sha256", encoding: .base64)
        let fields = ["X-Shopify-Hmac-Sha256": "VnKUjZsLuN5iZWjn5EntcBVCF9kMN43LglzCE1/GSeY="]
        #expect(try status(signature, body: Array("{\"id\":1}".utf8), fields: fields) == 0)
        #expect(try status(signature, body: Array("{\"id\":2}".utf8), fields: fields) == 401)
    }

    /// Anybody could sign with an empty secret.
    @Test(arguments: [
        WebhookSignature.standardWebhooks(secret: "whsec_"), .standardWebhooks(secret: "not base64!"), .stripe(secret: ""),
        .github(secret: "good", ""), .standardWebhooks(),
    ])
    func aSecretThatIsNoneVerifiesNothing(_ signature: WebhookSignature) {
        #expect(throws: WebhookSecretError.self) { try signature.verify([], headers: HTTPFields()) }
        #expect(throws: WebhookSecretError.self) { try signature.sign([], headers: HTTPFields()) }
    }

    @Test(arguments: [
        WebhookSignature.standardWebhooks(secret: secret, "whsec_b2xk"), .stripe(secret: "a", "b"), .github(secret: "c"),
        .hmacSHA256(secret: "d", header: "X-Code", prefix: "v=", encoding: .base64),
    ])
    func whatIsSignedVerifies(_ signature: WebhookSignature) throws {
        let headers = try signature.sign(Self.body, headers: HTTPFields())
        try signature.verify(Self.body, headers: headers)
        #expect(throws: RequestFailure.self) { try signature.verify([], headers: headers) }
        #expect("\(signature)" == "(signature)")
    }

    @Test func aRepeatedMessageKeepsItsID() throws {
        let signature = WebhookSignature.standardWebhooks(secret: Self.secret)
        let id = try #require(HTTPField.Name("webhook-id"))
        let first = try signature.sign(Self.body, headers: HTTPFields())
        #expect(first[id]?.hasPrefix("msg_") == true)
        #expect(try signature.sign(Self.body, headers: first)[id] == first[id])
        #expect(try signature.sign(Self.body, headers: HTTPFields())[id] != first[id])
        let key = try #require(HTTPField.Name("Idempotency-Key"))
        #expect(try signature.sign(Self.body, headers: [key: "k"])[id] == "k")
    }
}
