/// One call of an operation: takes the parameters and the body, and sends them.
///
/// The first value that cannot be written is remembered; sending throws it.
public struct OperationCall: Sendable {
    private var request: CallRequest

    /// Creates a call of an operation, without parameters and body.
    public init(_ operation: APIOperation, _ configuration: ClientConfiguration) {
        request = CallRequest(operation, configuration)
    }

    /// Sets a path parameter.
    public mutating func path<Value: JSONCodable>(_ name: String, _ value: Value?) {
        request.set(name, .path, value)
    }

    /// Sets a query parameter; `nil` is left out.
    public mutating func query<Value: JSONCodable>(_ name: String, _ value: Value?) {
        request.set(name, .query, value)
    }

    /// Sets a header field; `nil` is left out.
    public mutating func header<Value: JSONCodable>(_ name: String, _ value: Value?) {
        request.set(name, .header, value)
    }

    /// Sets a cookie; `nil` is left out.
    public mutating func cookie<Value: JSONCodable>(_ name: String, _ value: Value?) {
        request.set(name, .cookie, value)
    }

    /// Sets the whole query (OpenAPI 3.2); `nil` is left out.
    public mutating func querystring<Value: JSONCodable>(_ name: String, _ value: Value?) {
        request.set(name, .querystring, value)
    }

    /// Asks for certain media types only; `nil`: all documented ones are accepted.
    public mutating func accept(_ mediaTypes: String?) {
        request.accept = mediaTypes
    }

    /// Sends the value as JSON; `nil`: no body.
    public mutating func body<Value: JSONCodable>(json value: Value?, as mediaType: String? = nil) {
        request.setJSON(value, as: mediaType)
    }

    /// Sends text in UTF-8; `nil`: no body.
    public mutating func body(text: String?, as mediaType: String = "text/plain") {
        request.setBody(text.map { HTTPBody($0) }, as: MediaType.textLabel(for: mediaType))
    }

    /// Sends a number, a boolean or another scalar as the text that a parameter would have; `nil`: no body.
    public mutating func body<Value: JSONCodable>(textOf value: Value?, as mediaType: String = "text/plain") {
        guard let value else { return }
        do {
            body(text: try scalarText(of: value), as: mediaType)
        } catch {
            request.fail(.unencodable(part: "the body", reason: error.description))
        }
    }

    /// Sends an object as `application/x-www-form-urlencoded`; `nil`: no body.
    public mutating func body<Value: JSONCodable>(form value: Value?) {
        request.setForm(value)
    }

    /// Sends the value as XML; `nil`: no body.
    public mutating func body<Value: JSONCodable>(xml value: Value?, _ shape: XMLShape, as mediaType: String = "application/xml") {
        guard let value else { return }
        do {
            request.setBody(HTTPBody(try writeXML(value, as: shape)), as: mediaType)
        } catch {
            request.fail(.unencodable(part: "the body", reason: String(describing: error)))
        }
    }

    /// Sends events as they come; `nil`: no body.
    public mutating func body(events: EventStream?, as mediaType: String = "text/event-stream") {
        request.setBody(events?.body, as: mediaType)
    }

    /// Sends events with JSON as they come; `nil`: no body.
    public mutating func body<Value>(events: JSONEvents<Value>?, as mediaType: String = "text/event-stream") {
        request.setBody(events?.body, as: mediaType)
    }

    /// Sends events whose fields are the members of values, each as soon as it is available; `nil` for no body.
    public mutating func body<Value>(events: TypedEvents<Value>?, as mediaType: String = "text/event-stream") {
        request.setBody(events?.body, as: mediaType)
    }

    /// Sends bytes, streamed where the body is a stream; `nil`: no body.
    public mutating func body(bytes: HTTPBody?, as mediaType: String = "application/octet-stream") {
        request.setBody(bytes, as: mediaType)
    }

    /// Sends parts as they are produced; `nil`: no body.
    public mutating func body(multipart parts: MultipartParts?, as mediaType: String = "multipart/form-data") {
        guard let written = parts?.written else { return }
        request.setBody(written.body, as: "\(mediaType); boundary=\(written.boundary)")
    }

    /// Sends a form as parts; `nil`: no body.
    public mutating func body(multipart form: (some MultipartCodable)?, as mediaType: String = "multipart/form-data") {
        body(multipart: form.map { MultipartBody($0) }, as: mediaType)
    }

    /// Sends a form as parts; `nil`: no body.
    public mutating func body<Form>(multipart body: MultipartBody<Form>?, as mediaType: String = "multipart/form-data") {
        guard let body else { return }
        do {
            self.body(multipart: try body.parts(), as: mediaType)
        } catch {
            request.fail(.unencodable(part: "the body", reason: String(describing: error)))
        }
    }

    /// Sends values as JSON, one a line, as they come; `nil`: no body.
    public mutating func body<Value>(lines: JSONLines<Value>?, as mediaType: String = "application/jsonl") {
        request.setBody(lines?.body(as: mediaType), as: mediaType)
    }

    /// Sends the request and reads the whole response, whatever its status is.
    ///
    /// - Throws: An error if there is no response.
    public func send() async throws(CallError) -> ClientResponse {
        let (head, bytes) = try await request.send()
        return ClientResponse(
            operation: request.operation, head: head, bytes: bytes, isValidated: request.configuration.validatesResponses)
    }

    /// Sends the request and returns as soon as the response's head is there, whatever its status is.
    ///
    /// - Throws: An error if there is no response.
    public func stream() async throws(CallError) -> StreamedClientResponse {
        StreamedClientResponse(request, try await request.stream())
    }
}
