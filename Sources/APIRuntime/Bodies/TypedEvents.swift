/// A body of server-sent events of which each is read as one value, with the fields `event`, `id`, `retry` and `data` as members.
///
/// OpenAPI 3.2, section 4.14.4. Where a schema describes `data` as text, the member has the event's text; otherwise it has the JSON in it.
public struct TypedEvents<Value: JSONCodable>: AsyncSequence, Sendable {
    public typealias Element = Value

    let body: HTTPBody
    private var check: SchemaCheck?
    private var isLenient = false

    /// Events that come in.
    public init(_ body: HTTPBody) {
        self.body = body
    }

    /// - Parameter isLenient: Whether timestamps are read that miss RFC 3339 by a little.
    init(_ body: HTTPBody, check: SchemaCheck?, isLenient: Bool = false) {
        self.body = body
        self.check = check
        self.isLenient = isLenient
    }

    /// Events to send, each when it comes.
    public init<Values: AsyncSequence & Sendable>(_ values: Values) where Values.Element == Value {
        body = EventStream(values.map { try ServerSentEvent(fieldsOf: $0) }).body
    }

    /// The events with their fields as text.
    public var events: EventStream { EventStream(body) }

    public func makeAsyncIterator() -> Iterator {
        Iterator(events: EventStream(body).makeAsyncIterator(), check: check, isLenient: isLenient)
    }

    /// Gives the values in their order.
    public struct Iterator: AsyncIteratorProtocol {
        var events: EventStream.Iterator
        let check: SchemaCheck?
        let isLenient: Bool

        /// - Throws: `JSONError` where an event cannot be read, what the body throws, and violations where events are validated.
        public mutating func next() async throws -> Value? {
            guard let event = try await events.next() else { return nil }
            let text = event.json
            guard let value = try? read(text) else {
                // Many services end a stream with an event that is no JSON.
                if event.data == "[DONE]" { return nil }
                return try read(event.jsonWithParsedData)
            }
            return value
        }

        private func read(_ json: JSONValue) throws -> Value {
            try check?.validate(json)
            return try readJSON(Value.self, from: try writeJSON(json), timestampsAreLenient: isLenient)
        }
    }
}

extension ServerSentEvent {
    /// An event with the fields that a value has as members; a member `data` that is no text is written as JSON.
    ///
    /// - Throws: What keeps the value from being written.
    public init<Value: JSONCodable>(fieldsOf value: Value) throws(JSONError) {
        let fields = try JSONValue(representing: value).object ?? JSONObject()
        var data = ""
        if case .string(let text)? = fields["data"] {
            data = text
        } else if let value = fields["data"] {
            data = String(decoding: try writeJSON(value), as: UTF8.self)
        }
        var retry: Int?
        if case .number(let number)? = fields["retry"] { retry = Int(number.description) }
        self.init(data: data, event: fields["event"]?.text, id: fields["id"]?.text, retry: retry)
    }

    /// The event with the JSON in its data as member; the same as ``json`` where the data is no JSON.
    fileprivate var jsonWithParsedData: JSONValue {
        guard case .object(var object) = json, let parsed = try? JSONValue(json: Array(data.utf8)) else { return json }
        object["data"] = parsed
        return .object(object)
    }
}

extension JSONValue {
    fileprivate var text: String? {
        if case .string(let text) = self { text } else { nil }
    }
}

extension ServerResponse {
    /// Events whose fields are members of values, each sent when it comes.
    public static func events<Value>(
        _ status: Int, _ events: TypedEvents<Value>, as mediaType: String = "text/event-stream"
    ) -> ServerResponse {
        .events(status, EventStream(events.body), as: mediaType)
    }
}
