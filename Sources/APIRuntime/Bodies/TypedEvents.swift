/// A body of server-sent events, each of which is a value with the members `event`, `id`, `retry` and `data`
/// (OpenAPI 3.2, section 4.14.4).
///
/// If the schema describes `data` as a string, the member is the text of the event. Otherwise it is the JSON in that text.
public struct TypedEvents<Value: JSONCodable>: AsyncSequence, Sendable {
    public typealias Element = Value

    /// The events with their fields as text.
    public internal(set) var events: EventStream
    private let decoding: StreamedDecoding

    var body: HTTPBody { events.body }

    /// Creates the events of a received body.
    public init(_ body: HTTPBody) {
        self.init(body, check: nil)
    }

    init(
        _ body: HTTPBody, check: SchemaCheck?, isLenient: Bool = false, isRequest: Bool = false, source: StreamSource? = nil
    ) {
        events = EventStream(body, check: nil, source: source)
        decoding = StreamedDecoding(check: check, isLenient: isLenient, isRequest: isRequest)
    }

    /// Creates events to send, each as soon as it is available.
    public init<Values: AsyncSequence & Sendable>(_ values: Values) where Values.Element == Value {
        self.init(HTTPBody(EncodedElements(values) { Array(try ServerSentEvent(fieldsOf: $0).text.utf8) }))
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(events: events.makeAsyncIterator(), decoding: decoding)
    }

    /// Returns the values in their order.
    public struct Iterator: AsyncIteratorProtocol {
        var events: EventStream.Iterator
        let decoding: StreamedDecoding
        var number = 0

        /// - Throws: A `JSONError` if an event cannot be decoded, in a server ``RequestFailure`` instead; the violations of an invalid
        ///   event, or an error of the body.
        public mutating func next() async throws -> Value? {
            guard let event = try await events.next() else { return nil }
            number += 1
            if let value = try? read(event.json) { return value }
            // Many services end a stream with this event, whose data is not JSON.
            if event.data == "[DONE]" { return nil }
            return try read(event.jsonWithParsedData)
        }

        private func read(_ json: JSONValue) throws -> Value {
            try decoding.value(Value.self, from: try writeJSON(json), at: "event \(number)")
        }
    }
}

extension ServerSentEvent {
    /// Creates an event whose fields are the members of a value. A member `data` that is not a string is encoded as JSON.
    ///
    /// - Throws: An error if the value cannot be encoded.
    public init<Value: JSONCodable>(fieldsOf value: Value) throws(JSONError) {
        let fields = try JSONValue(representing: value).object ?? JSONObject()
        var data = ""
        if case .string(let text)? = fields["data"] {
            data = text
        } else if let value = fields["data"] {
            data = String(decoding: try writeJSON(value), as: UTF8.self)
        }
        self.init(data: data, event: fields["event"]?.string, id: fields["id"]?.string, retry: fields["retry"]?.int)
    }

    /// The event with its data parsed as JSON, or ``json`` if the data is not JSON.
    fileprivate var jsonWithParsedData: JSONValue {
        guard case .object(var object) = json, let parsed = try? JSONValue(json: Array(data.utf8)) else { return json }
        object["data"] = parsed
        return .object(object)
    }
}

extension ServerResponse {
    /// Returns a response with events whose fields are the members of values, each sent as soon as it is available.
    public static func events<Value>(
        _ status: Int, _ events: TypedEvents<Value>, as mediaType: String = "text/event-stream"
    ) -> ServerResponse {
        .events(status, events.events, as: mediaType)
    }
}
