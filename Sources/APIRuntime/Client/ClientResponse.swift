import HTTPTypes

/// A response whose body was read as a whole.
public struct ClientResponse<Failure: OperationError>: Sendable {
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

    /// The documented media type, or range, that the body has; the only one where the response doesn't say; empty where there is none.
    public var mediaType: String { operation.mediaType(of: head) }

    /// The body as JSON.
    public func json<Value: JSONCodable>(_ type: Value.Type) throws(Failure) -> Value {
        try validate(try? JSONValue(json: bytes))
        do {
            return try readJSON(type, from: bytes, isStrict: isValidated, timestampsAreLenient: !isValidated)
        } catch {
            throw undecodable("the body", error.description)
        }
    }

    /// The body as text in UTF-8.
    public func text() throws(Failure) -> String {
        guard let text = String(validUTF8: bytes) else { throw undecodable("the body", "it is not UTF-8") }
        try validate(.string(text))
        return text
    }

    /// The body as a number, a boolean or another scalar, which its text stands for as that of a parameter does.
    public func text<Value: JSONCodable>(as type: Value.Type) throws(Failure) -> Value {
        guard let text = String(validUTF8: bytes) else { throw undecodable("the body", "it is not UTF-8") }
        let value: Value
        do {
            value = try readText(type, from: .text(text), timestampsAreLenient: !isValidated)
        } catch {
            throw undecodable("the body", error.description)
        }
        try validate(try? JSONValue(representing: value))
        return value
    }

    /// The body as an object that was sent as `application/x-www-form-urlencoded`.
    public func form<Value: JSONCodable>(_ type: Value.Type) throws(Failure) -> Value {
        guard let text = String(validUTF8: bytes) else { throw undecodable("the body", "it is not UTF-8") }
        let value: Value
        do throws(ParameterError) {
            value = try FormReader(encoding: []).read(type, from: Substring(text), timestampsAreLenient: !isValidated).value
        } catch {
            throw undecodable("the body", error.description)
        }
        try validate(try? JSONValue(representing: value))
        return value
    }

    /// A documented header field that has to be there.
    public func header<Value: JSONCodable>(_ name: String, as type: Value.Type) throws(Failure) -> Value {
        guard let value = try header(name, ifPresent: type) else { throw undecodable("the header '\(name)'", "it is missing") }
        return value
    }

    /// A documented header field; `nil` where it's absent.
    public func header<Value: JSONCodable>(_ name: String, ifPresent type: Value.Type) throws(Failure) -> Value? {
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

    /// The error for a status that the document doesn't name.
    public func undocumented() -> Failure {
        .failed(CallError(operation, .undocumented(status: status, headers: head.headerFields, body: Array(bytes.prefix(1 << 12)))))
    }

    func validate(_ tree: @autoclosure () -> JSONValue?) throws(Failure) {
        guard isValidated else { return }
        try validate(tree(), as: operation.schema(of: head), "the body")
    }

    /// Throws everything that a part's schema does not allow; what cannot be read at all is told by whoever reads it into its type.
    private func validate(_ tree: @autoclosure () -> JSONValue?, as schema: String?, _ part: String) throws(Failure) {
        guard isValidated, let schema, let schemas = operation.schemas, let tree = tree() else { return }
        let violations = schemas.violations(of: tree, against: schema, in: .responses)
        guard !violations.isEmpty else { return }
        throw .failed(CallError(operation, .invalid(status: status, part: part, violations: violations)))
    }

    func undecodable(_ part: String, _ reason: String) -> Failure {
        let excerpt = Array(bytes.prefix(1 << 12))
        return .failed(CallError(operation, .undecodable(status: status, part: part, reason: reason, body: excerpt)))
    }
}

extension APIOperation {
    /// What the body of a response, or each item of it, is checked against.
    fileprivate func schema(of head: HTTPResponse) -> String? {
        guard let response = response(for: head.status.code), !response.schemas.isEmpty else { return nil }
        return response.schemas[mediaType(of: head)]
    }

    fileprivate func mediaType(of head: HTTPResponse) -> String {
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

/// A response whose body is still coming in.
public struct StreamedClientResponse<Failure: OperationError>: Sendable {
    /// The body as it comes in.
    public let body: HTTPBody
    let operation: APIOperation
    let head: HTTPResponse
    let maximumBytes: Int
    let isValidated: Bool

    init(operation: APIOperation, head: HTTPResponse, body: HTTPBody, maximumBytes: Int, isValidated: Bool) {
        self.operation = operation
        self.head = head
        self.body = body
        self.maximumBytes = maximumBytes
        self.isValidated = isValidated
    }

    /// The status, for example 200.
    public var status: Int { head.status.code }

    /// The documented media type, or range, that the body has.
    public var mediaType: String { operation.mediaType(of: head) }

    /// The body as a stream of server-sent events.
    public func events() -> EventStream {
        EventStream(body, check: check)
    }

    /// The data of each server-sent event as JSON.
    public func events<Value: JSONCodable>(of type: Value.Type) -> JSONEvents<Value> {
        JSONEvents(body, check: check, isLenient: !isValidated)
    }

    /// The server-sent events with their fields as members of values.
    public func typedEvents<Value: JSONCodable>(of type: Value.Type) -> TypedEvents<Value> {
        TypedEvents(body, check: check, isLenient: !isValidated)
    }

    /// The values of a body in which each line is JSON.
    public func lines<Value: JSONCodable>(of type: Value.Type) -> JSONLines<Value> {
        JSONLines(body, check: check, isLenient: !isValidated)
    }

    /// The parts of a multipart body; none where the response names no boundary.
    public func parts() -> MultipartParts {
        let boundary = head.headerFields[.contentType].flatMap { MediaType($0)?.parameter("boundary") }
        return MultipartParts(body, boundary: boundary ?? "")
    }

    /// The multipart body as a form that is read when the caller asks for it, as a whole or part by part.
    public func multipart<Form: MultipartCodable>(_ type: Form.Type) -> MultipartBody<Form> {
        MultipartBody(parts(), limit: maximumBytes, check: check)
    }

    /// A documented header field that has to be there.
    public func header<Value: JSONCodable>(_ name: String, as type: Value.Type) throws(Failure) -> Value {
        try headOnly.header(name, as: type)
    }

    /// A documented header field; `nil` where it's absent.
    public func header<Value: JSONCodable>(_ name: String, ifPresent type: Value.Type) throws(Failure) -> Value? {
        try headOnly.header(name, ifPresent: type)
    }

    /// The response with its whole body, as error bodies are read.
    public func collected() async throws(Failure) -> ClientResponse<Failure> {
        do {
            return ClientResponse(
                operation: operation, head: head, bytes: try await body.collect(upTo: maximumBytes), isValidated: isValidated)
        } catch HTTPBodyError.tooLarge(let limit) {
            throw .failed(CallError(operation, .responseTooLarge(limit: limit)))
        } catch let error as CallError {
            throw .failed(error)
        } catch {
            throw .failed(CallError(operation, error is CancellationError ? .cancelled : .transport(error)))
        }
    }

    private var check: SchemaCheck? {
        guard isValidated, let schemas = operation.schemas, let schema = operation.schema(of: head) else { return nil }
        return SchemaCheck(schemas: schemas, reference: schema, direction: .responses) { [operation, status] violations in
            CallError(operation, .invalid(status: status, part: "a part of the body", violations: violations))
        }
    }

    private var headOnly: ClientResponse<Failure> {
        ClientResponse(operation: operation, head: head, bytes: [], isValidated: isValidated)
    }
}
