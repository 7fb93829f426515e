import HTTPTypes

extension ServerRequest {
    /// The documented media type, or range, that the body has: to be asked where the document allows several.
    /// - Throws: 415 where the body has another one, 400 where a needed body is absent.
    public func mediaType() throws(RequestFailure) -> String {
        let documented = operation.requestBody?.content ?? []
        guard let text = message.head.headerFields[.contentType] else {
            guard hasBody || operation.requestBody?.required != true else { throw .missingBody() }
            // Without a media type the body is taken for the only one that it may have (RFC 9110, section 8.3).
            guard documented.count == 1 else { throw .unsupportedMediaType(nil, documented) }
            return documented[0]
        }
        // Most requests have exactly the documented media type, which no range describes better.
        if MediaType.isPlain(text), let same = documented.first(where: { $0 == text }) { return same }
        guard let sent = MediaType(text), sent.hasReadableCharset else { throw .unsupportedMediaType(text, documented) }
        let covering = documented.compactMap { text in MediaType(text).map { (text: text, range: $0) } }
            .filter { $0.range.covers(sent) }
        guard let best = covering.max(by: { $0.range.specificity < $1.range.specificity }) else {
            throw .unsupportedMediaType(text, documented)
        }
        return best.text
    }

    /// Returns the documented media type of the body, as a case of an enum.
    ///
    /// - Parameter type: The enum of the documented media types.
    /// - Throws: A failure with status 415 if the media type is not documented, or 400 if a required body is missing.
    public func mediaType<Listed: RawRepresentable<String>>(as type: Listed.Type) throws(RequestFailure) -> Listed {
        let documented = try mediaType()
        let isRange = MediaType(documented)?.isRange == true
        guard let listed = Listed(rawValue: isRange ? try sentMediaType() : documented) else {
            throw .unsupportedMediaType(documented, operation.requestBody?.content ?? [])
        }
        return listed
    }

    /// Returns the documented media type of the body, as a case of an enum, or `nil` if there is no body.
    ///
    /// - Parameter type: The enum of the documented media types.
    /// - Throws: A failure with status 415 if the media type is not documented.
    public func mediaType<Listed: RawRepresentable<String>>(ifPresent type: Listed.Type) throws(RequestFailure) -> Listed? {
        hasBody ? try mediaType(as: type) : nil
    }

    /// Returns the media type of the body without its parameters, or the documented one if the request has no `Content-Type`.
    ///
    /// - Throws: A failure with status 415 if the media type is not documented, or 400 if a required body is missing.
    public func sentMediaType() throws(RequestFailure) -> String {
        let documented = try mediaType()
        let sent = message.head.headerFields[.contentType].flatMap { MediaType($0) }
        return sent.map { "\($0.type)/\($0.subtype)" } ?? MediaType.label(for: documented)
    }

    /// Returns the media type of the body without its parameters, or `nil` if there is no body.
    ///
    /// - Throws: A failure with status 415 if the media type is not documented.
    public func sentMediaTypeIfPresent() throws(RequestFailure) -> String? {
        hasBody ? try sentMediaType() : nil
    }

    /// Whether the request has a body, empty ones not counted.
    public var hasBody: Bool {
        message.announcesBody
    }

    /// The body as JSON.
    /// - Throws: 415, 413, or 400 where it is absent or cannot be read.
    public func json<Value: JSONCodable>(_ type: Value.Type) async throws(RequestFailure) -> Value {
        guard let value = try await json(ifPresent: type) else { throw .missingBody() }
        return value
    }

    /// The body as JSON; `nil` where there is none.
    /// - Throws: 415, 413, or 400 where it cannot be read.
    public func json<Value: JSONCodable>(ifPresent type: Value.Type) async throws(RequestFailure) -> Value? {
        guard let bytes = try await collectedBody() else { return nil }
        try validate(json: bytes)
        do {
            return try readJSON(type, from: bytes, isStrict: isValidated, timestampsAreLenient: !isValidated)
        } catch {
            throw .unreadableBody(error.description)
        }
    }

    /// The body as text in UTF-8.
    /// - Throws: 415, 413, or 400 where it is absent or not UTF-8.
    public func text() async throws(RequestFailure) -> String {
        if let text = try await textIfPresent() { return text }
        try requireMediaType()
        try validate(.string(""))
        return ""
    }

    /// The body as text in UTF-8; `nil` where there is none.
    /// - Throws: 415, 413, or 400 where it is not UTF-8.
    public func textIfPresent() async throws(RequestFailure) -> String? {
        guard let text = try await collectedText() else { return nil }
        try validate(.string(text))
        return text
    }

    /// The body as a number, a boolean or another scalar, read from its text like a parameter.
    /// - Throws: 415, 413, or 400 where it is absent or cannot be read.
    public func text<Value: JSONCodable>(as type: Value.Type) async throws(RequestFailure) -> Value {
        guard let value = try await text(ifPresent: type) else { throw .missingBody() }
        return value
    }

    /// The body as a scalar; `nil` where there is none.
    /// - Throws: 415, 413, or 400 where it cannot be read.
    public func text<Value: JSONCodable>(ifPresent type: Value.Type) async throws(RequestFailure) -> Value? {
        guard let text = try await collectedText() else { return nil }
        let value: Value
        do {
            value = try readText(type, from: .text(text), timestampsAreLenient: !isValidated)
        } catch {
            throw .unreadableBody(error.description)
        }
        try validate(try? JSONValue(representing: value))
        return value
    }

    /// The body as an object that was sent as `application/x-www-form-urlencoded`.
    /// - Throws: 415, 413, or 400 where it is absent or cannot be read.
    public func form<Value: JSONCodable>(_ type: Value.Type) async throws(RequestFailure) -> Value {
        guard let value = try await form(ifPresent: type) else { throw .missingBody() }
        return value
    }

    /// The body as an object that was sent as `application/x-www-form-urlencoded`; `nil` where there is none.
    /// - Throws: 415, 413, or 400 where it cannot be read.
    public func form<Value: JSONCodable>(ifPresent type: Value.Type) async throws(RequestFailure) -> Value? {
        guard let text = try await collectedText() else { return nil }
        let read: (value: Value, sent: TextTree?)
        do throws(ParameterError) {
            let reader = FormReader(encoding: operation.requestBody?.encoding ?? [])
            read = try reader.read(type, from: Substring(text))
        } catch {
            throw .unreadableBody(error.description)
        }
        try validate(read.value, sentAs: read.sent)
        return read.value
    }

    /// The body as it comes in.
    /// - Throws: 415, or 400 where it is absent.
    public func bytes() throws(RequestFailure) -> HTTPBody {
        if let body = try bytesIfPresent() { return body }
        try requireMediaType()
        return HTTPBody()
    }

    /// Distinguishes text or bytes of no length, which have a media type, from a body that is missing.
    private func requireMediaType() throws(RequestFailure) {
        guard message.head.headerFields[.contentType] != nil else { throw .missingBody() }
        _ = try mediaType()
    }

    /// The body as it comes in; `nil` where there is none.
    /// - Throws: 415.
    public func bytesIfPresent() throws(RequestFailure) -> HTTPBody? {
        guard let body = message.body, body.length != 0 else { return nil }
        _ = try mediaType()
        return body
    }

    /// The parts of a multipart body as they come in.
    /// - Throws: 415, or 400 where the body is absent or its `Content-Type` names no boundary.
    public func parts() throws(RequestFailure) -> MultipartParts {
        let body = try bytes()
        guard let boundary = message.head.headerFields[.contentType].flatMap({ MediaType($0)?.parameter("boundary") }) else {
            throw .unreadableBody("its Content-Type names no boundary")
        }
        return MultipartParts(body, boundary: boundary, limits: multipartLimits)
    }

    /// The values of a body in which each line is JSON, as they come in.
    /// - Throws: 415, or 400 where the body is absent. Iterating throws 400 for a value that violates its schema.
    public func lines<Value: JSONCodable>(of type: Value.Type) throws(RequestFailure) -> JSONLines<Value> {
        JSONLines(try bytes(), check: try bodyCheck(), isRequest: true)
    }

    /// The events of the body as they come in.
    /// - Throws: 415, or 400 where the body is absent.
    public func events() throws(RequestFailure) -> EventStream {
        EventStream(try bytes(), check: try bodyCheck())
    }

    /// The data of each event of the body as JSON, as they come in.
    /// - Throws: 415, or 400 where the body is absent.
    public func events<Value: JSONCodable>(of type: Value.Type) throws(RequestFailure) -> JSONEvents<Value> {
        JSONEvents(try bytes(), check: try bodyCheck(), isRequest: true)
    }

    /// Returns the server-sent events of the body, each as a value with the event's fields as its members.
    ///
    /// - Throws: A failure with status 415 if the media type is not documented, or 400 if the body is missing.
    public func typedEvents<Value: JSONCodable>(of type: Value.Type) throws(RequestFailure) -> TypedEvents<Value> {
        TypedEvents(try bytes(), check: try bodyCheck(), isRequest: true)
    }

    private func collectedText() async throws(RequestFailure) -> String? {
        guard let bytes = try await collectedBody() else { return nil }
        guard let text = String(validUTF8: bytes) else { throw .unreadableBody("it is not UTF-8") }
        return text
    }

    func collectedBody() async throws(RequestFailure) -> [UInt8]? {
        guard let body = try bytesIfPresent() else { return nil }
        do {
            let bytes = try await body.collect(upTo: maximumBodyBytes)
            return bytes.isEmpty ? nil : bytes
        } catch HTTPBodyError.tooLarge(let limit) {
            throw .bodyTooLarge(limit: limit)
        } catch {
            throw .unreadableBody("it broke off")
        }
    }
}

extension MediaType {
    var isForm: Bool {
        type == "application" && subtype == "x-www-form-urlencoded"
    }

    /// Text is read as UTF-8, of which ASCII is a part.
    fileprivate var hasReadableCharset: Bool {
        guard type == "text" || isJSON || isForm, let charset = parameter("charset") else { return true }
        return readableCharsets.contains(charset.lowercased())
    }
}

extension RequestFailure {
    static func missingBody() -> RequestFailure {
        RequestFailure(.invalidBody, "the body is missing")
    }

    static func unreadableBody(_ reason: String) -> RequestFailure {
        RequestFailure(.invalidBody, "the body cannot be read: \(reason)")
    }

    fileprivate static func unsupportedMediaType(_ found: String?, _ documented: [String]) -> RequestFailure {
        let expected = documented.joined(separator: " or ")
        return RequestFailure(
            .unsupportedMediaType,
            found.map { "the body has to be \(expected), not \($0)" } ?? "the body has no Content-Type; it has to be \(expected)",
            parameter: "Content-Type")
    }
}

/// The names of UTF-8, and of what is a part of it.
let readableCharsets: Set<String> = ["utf-8", "utf8", "us-ascii"]

extension RequestMessage {
    /// Whether there is a body, empty ones not counted. Without a header field that announces a body, a request has none (RFC 9112,
    /// section 6.3).
    var announcesBody: Bool {
        guard let body, body.length != 0 else { return false }
        return body.length != nil || head.headerFields[.transferEncoding] != nil || head.headerFields[.contentType] != nil
    }
}
