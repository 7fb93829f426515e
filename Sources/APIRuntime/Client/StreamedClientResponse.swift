package import HTTPTypes

/// A response whose body is still coming in.
public struct StreamedClientResponse: Sendable {
    /// The body as it comes in.
    public let body: HTTPBody
    let operation: APIOperation
    /// The status and the header fields.
    package let head: HTTPResponse
    let maximumBytes: Int
    let isValidated: Bool
    /// How a stream of events is opened again; `nil` if it cannot be.
    private let source: StreamSource?

    init(
        operation: APIOperation, head: HTTPResponse, body: HTTPBody, maximumBytes: Int, isValidated: Bool,
        source: StreamSource? = nil
    ) {
        self.operation = operation
        self.head = head
        var body = body
        body.mediaType = head.headerFields[.contentType]
        self.body = body
        self.maximumBytes = maximumBytes
        self.isValidated = isValidated
        self.source = source
    }

    /// The response to a request, as far as it has come in.
    init(_ request: CallRequest, _ message: ResponseMessage) {
        self.init(
            operation: request.operation, head: message.head, body: message.body,
            maximumBytes: request.configuration.maximumResponseBytes, isValidated: request.configuration.validatesResponses,
            source: request.streamSource)
    }

    /// The status, for example 200.
    public var status: Int { head.status.code }

    /// Whether the document describes the status as a success.
    var isSuccess: Bool { operation.isSuccess(status) }

    /// Whether the status is one of a response with content (RFC 9110, section 6.4.1).
    public var hasContent: Bool { !head.status.hasNoContent }

    /// The documented media type, or range, that the body has.
    public var mediaType: String { operation.mediaType(of: head) }

    /// The body as a stream of server-sent events.
    public func events() -> EventStream {
        EventStream(body, check: check, source: source)
    }

    /// The data of each server-sent event as JSON.
    public func events<Value: JSONCodable>(of type: Value.Type) -> JSONEvents<Value> {
        JSONEvents(body, check: check, isLenient: !isValidated, source: source)
    }

    /// The server-sent events, each as a value with the event's fields as its members.
    public func typedEvents<Value: JSONCodable>(of type: Value.Type) -> TypedEvents<Value> {
        TypedEvents(body, check: check, isLenient: !isValidated, source: source)
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

    /// The multipart body as a form that is read on demand, as a whole or part by part.
    public func multipart<Form: MultipartCodable>(_ type: Form.Type) -> MultipartBody<Form> {
        MultipartBody(parts(), limit: maximumBytes, check: check, schemas: nil)
    }

    /// A documented header field that has to be there.
    public func header<Value: JSONCodable>(_ name: String, as type: Value.Type) throws(CallError) -> Value {
        try headOnly.header(name, as: type)
    }

    /// A documented header field; `nil` where it's absent.
    public func header<Value: JSONCodable>(_ name: String, ifPresent type: Value.Type) throws(CallError) -> Value? {
        try headOnly.header(name, ifPresent: type)
    }

    /// The response with its whole body, as error bodies are read.
    public func collected() async throws(CallError) -> ClientResponse {
        do {
            return ClientResponse(
                operation: operation, head: head, bytes: try await body.collect(upTo: maximumBytes), isValidated: isValidated)
        } catch HTTPBodyError.tooLarge(let limit) {
            throw CallError(operation, .responseTooLarge(limit: limit), FailedResponse(operation, head))
        } catch let error as CallError {
            throw error
        } catch {
            let cause = error is CancellationError ? CallError.Cause.cancelled : .transport(error)
            throw CallError(operation, cause, FailedResponse(operation, head))
        }
    }

    private var check: SchemaCheck? {
        guard isValidated, let schemas = operation.schemas, let schema = operation.schema(of: head) else { return nil }
        return SchemaCheck(schemas: schemas, reference: schema, direction: .responses) { [operation, head] violations, _ in
            CallError(
                operation, .invalid(part: "a part of the body", violations: violations), FailedResponse(operation, head))
        }
    }

    private var headOnly: ClientResponse {
        ClientResponse(operation: operation, head: head, bytes: [], isValidated: isValidated)
    }
}
