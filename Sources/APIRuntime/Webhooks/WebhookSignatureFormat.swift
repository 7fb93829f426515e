import HTTPTypes

/// Where a request has its signature, and how it is written.
enum WebhookSignatureFormat: Sendable {
    case standard(prefix: String)
    case stripe
    case code(header: String, prefix: String, encoding: WebhookSignature.CodeEncoding)

    /// What a request says about its signature.
    struct Claim {
        /// Seconds since 1970; `nil` where the format has no timestamp.
        var timestamp: Int?
        /// What is signed before the body.
        var prefix: [UInt8] = []
        /// The codes, of which one has to be valid.
        var codes: [[UInt8]]
    }

    /// The name of the header field that holds the codes.
    private var header: String {
        switch self {
        case .standard(let prefix): prefix + "-signature"
        case .stripe: "Stripe-Signature"
        case .code(let header, _, _): header
        }
    }

    func claim(in headers: HTTPFields) throws(RequestFailure) -> Claim {
        let text = try field(header, of: headers)
        switch self {
        case .standard(let prefix):
            let id = try field(prefix + "-id", of: headers)
            let time = try field(prefix + "-timestamp", of: headers)
            guard let timestamp = seconds(time), text.contains(",") else { throw malformed() }
            let codes = text.split(separator: " ").compactMap { $0.hasPrefix("v1,") ? base64($0.dropFirst(3)) : nil }
            return Claim(timestamp: timestamp, prefix: Array("\(id).\(time).".utf8), codes: codes)
        case .stripe:
            let items = text.split(separator: ",").map { $0.split(separator: "=").map { String($0).trimmingHTTPWhitespace } }
            guard let time = items.first(where: { $0.count == 2 && $0[0] == "t" })?[1], let timestamp = seconds(time) else {
                throw malformed()
            }
            let codes = items.compactMap { $0.count == 2 && $0[0] == "v1" ? hexadecimal($0[1]) : nil }
            return Claim(timestamp: timestamp, prefix: Array("\(time).".utf8), codes: codes)
        case .code(_, let prefix, let encoding):
            guard text.hasPrefix(prefix), let code = bytes(text.dropFirst(prefix.count), encoding) else { throw malformed() }
            return Claim(codes: [code])
        }
    }

    /// Returns the header fields with the signature.
    ///
    /// - Parameter code: Returns the code of the body with some bytes before it.
    func signed(_ headers: HTTPFields, at time: Int, _ code: ([UInt8]) -> [UInt8]) -> HTTPFields {
        var headers = headers
        switch self {
        case .standard(let prefix):
            let id = messageID(prefix, headers)
            headers.set(prefix + "-id", id)
            headers.set(prefix + "-timestamp", "\(time)")
            headers.set(header, "v1," + Base64Data(code(Array("\(id).\(time).".utf8))).description)
        case .stripe:
            headers.set(header, "t=\(time),v1=" + Self.hexadecimal(code(Array("\(time).".utf8))))
        case .code(_, let prefix, .hexadecimal): headers.set(header, prefix + Self.hexadecimal(code([])))
        case .code(_, let prefix, .base64): headers.set(header, prefix + Base64Data(code([])).description)
        }
        return headers
    }

    /// The id of a message, which is the same for all attempts to send it.
    private func messageID(_ prefix: String, _ headers: HTTPFields) -> String {
        [prefix + "-id", "Idempotency-Key"].lazy.compactMap { headers.value(of: $0) }.first ?? "msg_\(UniqueID())"
    }

    func rejection(_ reason: String) -> RequestFailure {
        // A 401 response must have a challenge (RFC 9110, section 15.5.2), and HTTP has no word for signatures of bodies.
        RequestFailure(
            .unauthorized, "the webhook's signature is not valid: \(reason)",
            headers: [.wwwAuthenticate: "WebhookSignature header=\"\(header)\""])
    }

    private func malformed() -> RequestFailure {
        RequestFailure(.invalidParameter, "the webhook's signature cannot be read", parameter: header)
    }

    private func field(_ name: String, of headers: HTTPFields) throws(RequestFailure) -> String {
        guard let value = headers.value(of: name) else { throw rejection("the header field '\(name)' is missing") }
        return value
    }

    /// Reads a number without a sign that has at most twelve digits.
    private func seconds(_ text: String) -> Int? {
        guard (1...12).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    private func bytes(_ text: Substring, _ encoding: WebhookSignature.CodeEncoding) -> [UInt8]? {
        switch encoding {
        case .hexadecimal: hexadecimal(String(text))
        case .base64: base64(text)
        }
    }

    private func base64(_ text: Substring) -> [UInt8]? {
        Base64Data(encoded: String(text))?.bytes
    }

    private func hexadecimal(_ text: String) -> [UInt8]? {
        let digits = text.utf8.compactMap(hexadecimalDigit)
        guard digits.count == text.utf8.count, digits.count % 2 == 0 else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0]) << 4 | UInt8(digits[$0 + 1]) }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

extension HTTPFields {
    fileprivate func value(of name: String) -> String? {
        HTTPField.Name(name).flatMap { self[$0] }
    }

    fileprivate mutating func set(_ name: String, _ value: String) {
        guard let name = HTTPField.Name(name) else { return }
        self[name] = value
    }
}
