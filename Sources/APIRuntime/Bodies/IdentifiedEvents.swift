/// The value of a server-sent event with its name and id.
public struct IdentifiedEvent<Value: Sendable>: Sendable {
    /// The data of the event.
    public let value: Value
    /// The type of the event; `nil` means `message`.
    public let event: String?
    /// The id from which a later stream can go on: that of the event, or of the last one that had one.
    public let id: String?
}

/// The values of a stream of events, each with its name and id.
public struct IdentifiedEvents<Value: JSONCodable>: AsyncSequence, Sendable {
    public typealias Element = IdentifiedEvent<Value>

    let values: JSONEvents<Value>

    public func makeAsyncIterator() -> Iterator {
        Iterator(values: values.makeAsyncIterator())
    }

    /// Returns the values in their order.
    public struct Iterator: AsyncIteratorProtocol {
        var values: JSONEvents<Value>.Iterator

        /// - Throws: What iterating over the values throws.
        public mutating func next() async throws -> IdentifiedEvent<Value>? {
            guard let value = try await values.next() else { return nil }
            return IdentifiedEvent(value: value, event: values.lastEvent, id: values.events.lastEventID)
        }
    }
}

extension JSONEvents {
    /// The values with the names and ids of their events.
    ///
    ///     for try await event in try await client.ticks().withIDs { save(event.value, after: event.id) }
    public var withIDs: IdentifiedEvents<Value> { IdentifiedEvents(values: self) }
}
