import HTTPTypes

/// A response whose body was read as a whole.
public struct ClientResponse: Sendable {
    /// The whole body.
    public let bytes: [UInt8]
    let operation: APIOperation
    let head: HTTPResponse
    /// Whether body and header fields are checked against their schemas.
    let isValidated: Bool

    init(operation: APIOperation, head: HTTPResponse, bytes: [UInt8], isValidated: Bool) {
        self.operation = operation
        self.head = head
        self.bytes = bytes
        self.isValidated = isValidated
    }

    /// The status, for example 200.
    public var status: Int { head.status.code }

    /// Whether the document describes the status as a success.
    var isSuccess: Bool { operation.isSuccess(status) }

    /// Whether the status is one of a response with content (RFC 9110, section 6.4.1).
    public var hasContent: Bool { !head.status.hasNoContent }

    /// The documented media type, or range, that the body has; the only one where the response doesn't say; empty where there is none.
    public var mediaType: String { operation.mediaType(of: head) }

    /// The body as JSON.
    public func json<Value: JSONCodable>(_ type: Value.Type) throws(CallError) -> Value {
        try validateJSON()
        do {
            return try readJSON(type, from: bytes, isStrict: isValidated, timestampsAreLenient: !isValidated)
        } catch {
            throw undecodable("the body", error.description)
        }
    }

    /// The body as text in UTF-8.
    public func text() throws(CallError) -> String {
        let text = try utf8Text()
        try validate(.string(text))
        return text
    }

    /// The body as a number, a boolean or another scalar, read from its text like a parameter.
    public func text<Value: JSONCodable>(as type: Value.Type) throws(CallError) -> Value {
        let text = try utf8Text()
        let value: Value
        do {
            // Many servers end the text of a number with a line break.
            value = try readText(type, from: .text(text.withoutLineBreakAtEnd), timestampsAreLenient: !isValidated)
        } catch {
            throw undecodable("the body", error.description)
        }
        try validate(try? JSONValue(representing: value))
        return value
    }

    /// The body as an object that was sent as `application/x-www-form-urlencoded`.
    public func form<Value: JSONCodable>(_ type: Value.Type) throws(CallError) -> Value {
        let text = try utf8Text()
        let value: Value
        do throws(ParameterError) {
            let encoding = operation.response(for: status)?.encoding ?? []
            value = try FormReader(encoding: encoding).read(type, from: Substring(text), timestampsAreLenient: !isValidated).value
        } catch {
            throw undecodable("the body", error.description)
        }
        try validate(try? JSONValue(representing: value))
        return value
    }

    /// A documented header field that has to be there.
    public func header<Value: JSONCodable>(_ name: String, as type: Value.Type) throws(CallError) -> Value {
        guard let value = try header(name, ifPresent: type) else { throw undecodable("the header '\(name)'", "it is missing") }
        return value
    }

    /// A documented header field; `nil` where it's absent.
    public func header<Value: JSONCodable>(_ name: String, ifPresent type: Value.Type) throws(CallError) -> Value? {
        let value: Value?
        let parameter = operation.header(name, of: head)
        do throws(ParameterError) {
            value = try parameter.readHeader(head.headerFields, type, timestampsAreLenient: !isValidated)?.value
        } catch {
            throw undecodable("the header '\(name)'", error.description)
        }
        try validate(value.flatMap { try? JSONValue(representing: $0) }, as: parameter.schema, "the header '\(name)'")
        return value
    }

    private func utf8Text() throws(CallError) -> String {
        guard let text = String(validUTF8: bytes) else { throw undecodable("the body", "it is not UTF-8") }
        return text
    }

    /// The error for a status that the document doesn't name.
    public func undocumented() -> CallError {
        CallError(operation, .undocumented, excerpted)
    }

    /// The response as that of a documented failure, with its whole body.
    public var failed: FailedResponse { FailedResponse(operation, head, body: bytes) }

    /// The response as that of another failure, with the beginning of its body.
    private var excerpted: FailedResponse { FailedResponse(operation, head, body: Array(bytes.prefix(1 << 12))) }

    /// The response as if its body were still coming in.
    public var streamed: StreamedClientResponse {
        StreamedClientResponse(
            operation: operation, head: head, body: HTTPBody(bytes), maximumBytes: bytes.count, isValidated: isValidated)
    }

    /// Validates a JSON body. What cannot be parsed is reported when it is decoded into its type.
    private func validateJSON() throws(CallError) {
        guard isValidated, let schema = operation.schema(of: head), let schemas = operation.schemas else { return }
        try refuse((try? schemas.violations(in: bytes, against: schema, in: .responses)) ?? [], by: "the body")
    }

    func validate(_ tree: @autoclosure () -> JSONValue?) throws(CallError) {
        guard isValidated else { return }
        try validate(tree(), as: operation.schema(of: head), "the body")
    }

    /// Throws the violations of a part's schema. What cannot be parsed is reported when it is decoded into its type.
    private func validate(_ tree: @autoclosure () -> JSONValue?, as schema: String?, _ part: String) throws(CallError) {
        guard isValidated, let schema, let schemas = operation.schemas, let tree = tree() else { return }
        try refuse(schemas.violations(of: tree, against: schema, in: .responses), by: part)
    }

    private func refuse(_ violations: [JSONViolation], by part: String) throws(CallError) {
        guard !violations.isEmpty else { return }
        throw CallError(operation, .invalid(part: part, violations: violations), excerpted)
    }

    func undecodable(_ part: String, _ reason: String) -> CallError {
        CallError(operation, .undecodable(part: part, reason: reason), excerpted)
    }
}

extension APIOperation {
    /// What the body of a response, or each item of it, is checked against.
    func schema(of head: HTTPResponse) -> String? {
        guard let response = response(for: head.status.code), !response.schemas.isEmpty else { return nil }
        return response.schemas[mediaType(of: head)]
    }

    func mediaType(of head: HTTPResponse) -> String {
        let documented = response(for: head.status.code)?.content ?? []
        guard let text = head.headerFields[.contentType], let sent = MediaType(text) else {
            return documented.count == 1 ? documented[0] : ""
        }
        let covering = documented.compactMap { text in MediaType(text).map { (text: text, range: $0) } }
            .filter { $0.range.covers(sent) }
        return covering.max { $0.range.specificity < $1.range.specificity }?.text ?? ""
    }

    fileprivate func header(_ name: String, of head: HTTPResponse) -> Parameter {
        response(for: head.status.code)?.headers.first { $0.hasName(name) } ?? Parameter(name, in: .header)
    }
}

extension String {
    fileprivate var withoutLineBreakAtEnd: String {
        last?.isNewline == true ? String(dropLast()) : self
    }
}
