import HTTPTypes

/// One event of a stream (HTML, section 9.2).
public struct ServerSentEvent: Hashable, Sendable {
    /// The event's type; `nil` means `message`.
    public var event: String?
    /// The event's data, which may have several lines.
    public var data: String
    /// The id from which a later stream can go on.
    public var id: String?
    /// The time to wait before connecting again, in milliseconds.
    public var retry: Int?

    /// Creates an event; line breaks in `event` and `id` are left out.
    public init(data: String, event: String? = nil, id: String? = nil, retry: Int? = nil) {
        self.event = event
        self.data = data
        self.id = id
        self.retry = retry
    }

    /// An event whose data is a value as JSON.
    /// - Throws: what keeps the value from being written.
    public init<Value: JSONCodable>(json value: Value, event: String? = nil, id: String? = nil) throws(JSONError) {
        self.init(data: String(decoding: try writeJSON(value), as: UTF8.self), event: event, id: id)
    }

    /// The event as in the stream.
    var text: String {
        var text = ""
        if let event { text += "event: \(Self.oneLine(event))\n" }
        if let id { text += "id: \(Self.oneLine(id))\n" }
        if let retry { text += "retry: \(retry)\n" }
        for line in data.utf8.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 10 }) {
            text += "data: \(Self.oneLine(String(decoding: line, as: UTF8.self)))\n"
        }
        return text + "\n"
    }

    private static func oneLine(_ text: String) -> String {
        String(decoding: text.utf8.filter { $0 != 10 && $0 != 13 }, as: UTF8.self)
    }

    /// The event as schemas describe it (OpenAPI 3.2, section 4.14.4).
    var json: JSONValue {
        var object = JSONObject()
        object["data"] = .string(data)
        object["event"] = event.map { .string($0) }
        object["id"] = id.map { .string($0) }
        object["retry"] = retry.map { .number(DecimalNumber($0)) }
        return .object(object)
    }
}

/// A body of events: as they come in, or as a server produces them.
public struct EventStream: AsyncSequence, Sendable {
    public typealias Element = ServerSentEvent

    let body: HTTPBody
    let source: StreamSource?
    var reconnection: Reconnection?
    private let check: SchemaCheck?

    /// Creates the events of a received body.
    public init(_ body: HTTPBody) {
        self.init(body, check: nil)
    }

    init(_ body: HTTPBody, check: SchemaCheck?, source: StreamSource? = nil) {
        self.body = body
        self.check = check
        self.source = source
    }

    /// Creates events to send, each as soon as it is available.
    public init<Events: AsyncSequence & Sendable>(_ events: Events) where Events.Element == ServerSentEvent {
        self.init(HTTPBody(EncodedElements(events) { Array($0.text.utf8) }))
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(lines: LineIterator(body, endsAtReturn: true), check: check, reconnection: reconnection)
    }

    /// Gives the events in their order; comments and events without data are skipped.
    public struct Iterator: AsyncIteratorProtocol {
        var lines: LineIterator
        /// The id of the last event that had one.
        private(set) var lastEventID: String?
        private let check: SchemaCheck?
        private var reconnection: Reconnection?
        private var isFirstLine = true

        init(lines: LineIterator, check: SchemaCheck?, reconnection: Reconnection?) {
            self.lines = lines
            self.check = check
            self.reconnection = reconnection
        }

        /// - Throws: what the body throws, after the last attempt to open the stream again; where events are checked, an event that
        ///   violates its schema.
        public mutating func next() async throws -> ServerSentEvent? {
            guard let event = try await reconnection == nil ? nextEvent() : nextOfAllStreams() else { return nil }
            try check?.validate(event.json)
            return event
        }

        private mutating func nextOfAllStreams() async throws -> ServerSentEvent? {
            while true {
                var failure: (any Error)?
                do {
                    if let event = try await nextEvent() {
                        if reconnection?.isNew(event) != false { return event }
                        continue
                    }
                } catch {
                    failure = error
                }
                guard let body = try await reconnection?.reopen(after: failure) else { return nil }
                lines = LineIterator(body, endsAtReturn: true)
                isFirstLine = true
            }
        }

        /// Keeps what an event says about later streams, even if it has no data.
        private mutating func end(_ event: ServerSentEvent) {
            if let id = event.id { lastEventID = id.isEmpty ? nil : id }
            reconnection?.ended(event)
        }

        private mutating func nextEvent() async throws -> ServerSentEvent? {
            var event = ServerSentEvent(data: "")
            var hasData = false
            while let bytes = try await lines.next() {
                let line = text(bytes)
                if line.isEmpty {
                    end(event)
                    if hasData { return event }
                    event = ServerSentEvent(data: "")
                    continue
                }
                hasData = Self.apply(line, to: &event, hasData: hasData) || hasData
            }
            return nil
        }

        /// A byte order mark may begin the stream.
        private mutating func text(_ bytes: [UInt8]) -> Substring {
            defer { isFirstLine = false }
            let bytes = isFirstLine && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
            return Substring(decoding: bytes, as: UTF8.self)
        }

        /// Whether the line is one of data.
        private static func apply(_ line: Substring, to event: inout ServerSentEvent, hasData: Bool) -> Bool {
            let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
            var value = colon == line.endIndex ? "" : line[line.utf8.index(after: colon)...]
            if value.utf8.first == 0x20 { value = value[value.utf8.index(after: value.startIndex)...] }
            switch line[..<colon] {
            case "data":
                event.data += (hasData ? "\n" : "") + value
                return true
            case "event": event.event = String(value)
            case "id" where !value.utf8.contains(0): event.id = String(value)
            case "retry": event.retry = Int(value)
            default: break
            }
            return false
        }
    }
}

/// A body of events whose data is JSON: as they come in, or as a server produces them. An event with the data `[DONE]` ends it.
public struct JSONEvents<Value: JSONCodable>: AsyncSequence, Sendable {
    public typealias Element = Value

    /// The events with their names and ids, before their data is read.
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

    /// Creates events with values as their data, each sent as soon as it is available.
    public init<Values: AsyncSequence & Sendable>(_ values: Values) where Values.Element == Value {
        self.init(HTTPBody(EncodedElements(values) { Array(try ServerSentEvent(json: $0).text.utf8) }))
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(events: events.makeAsyncIterator(), decoding: decoding)
    }

    /// Gives the values in their order.
    public struct Iterator: AsyncIteratorProtocol {
        var events: EventStream.Iterator
        let decoding: StreamedDecoding
        var number = 0
        /// The name of the last event.
        var lastEvent: String?

        /// - Throws: `JSONError` where an event's data cannot be read, in a server ``RequestFailure`` instead; what the body throws; where
        ///   data are checked, that they violate their schema.
        public mutating func next() async throws -> Value? {
            guard let event = try await events.next(), event.data != "[DONE]" else { return nil }
            number += 1
            lastEvent = event.event
            return try Self.value(of: event, decoding, number)
        }

        private static func value(of event: ServerSentEvent, _ decoding: StreamedDecoding, _ number: Int) throws -> Value {
            try decoding.value(Value.self, from: Array(event.data.utf8), at: "event \(number)")
        }
    }
}

extension ServerResponse {
    /// Events, each sent when it comes.
    public static func events(_ status: Int, _ events: EventStream, as mediaType: String = "text/event-stream") -> ServerResponse {
        stream(status, events.body, mediaType)
    }

    /// Events with JSON, each sent when it comes.
    public static func events<Value>(
        _ status: Int, _ events: JSONEvents<Value>, as mediaType: String = "text/event-stream"
    ) -> ServerResponse {
        stream(status, events.body, mediaType)
    }

    private static func stream(_ status: Int, _ body: HTTPBody, _ mediaType: String) -> ServerResponse {
        var response = ServerResponse.bytes(status, body, as: mediaType)
        response.headers[.cacheControl] = "no-cache"
        return response
    }
}
