extension Array: JSONCodable where Element: JSONCodable {
    @inlinable
    public init(reading json: inout JSONReader) throws(JSONError) {
        self = []
        var array = try json.beginArray()
        while try json.nextElement(in: &array) {
            if count == capacity { reserveCapacity(json.room(in: array, stride: MemoryLayout<Element>.stride)) }
            append(try Element(reading: &json))
        }
    }

    @inlinable
    public func write(to json: inout JSONWriter) {
        json.beginArray()
        for element in self {
            element.write(to: &json)
        }
        json.endArray()
    }
}

extension Dictionary: JSONCodable where Key == String, Value: JSONCodable {
    /// Reads an object; of members with the same name the last one counts.
    @inlinable
    public init(reading json: inout JSONReader) throws(JSONError) {
        self = [:]
        var object = try json.beginObject()
        while try json.nextMember(in: &object) {
            if count == capacity {
                // A hash table has more places than it may have members.
                reserveCapacity(json.room(in: object, after: count, stride: 2 * MemoryLayout<Element>.stride))
            }
            let name = json.unknownKey(in: object)
            self[name] = try Value(reading: &json)
        }
    }

    /// Writes an object, its members sorted by name.
    @inlinable
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        json.members(self)
        json.endObject()
    }
}

extension Dictionary where Key == String, Value: JSONCodable & Equatable {
    /// Returns the object with the member that identifies the alternative of a union (OpenAPI, Discriminator Object).
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - values: The values that select the alternative. If the object has one, it stays; the first replaces any other value.
    public func tagged(_ name: String, _ values: Value...) -> Self {
        if let value = self[name], values.contains(value) { return self }
        var tagged = self
        tagged[name] = values.first
        return tagged
    }
}

extension JSONWriter {
    /// Writes a member into the object that was begun last.
    @inlinable
    public mutating func member(_ name: StaticString, _ value: some JSONCodable) {
        key(name)
        value.write(to: &self)
    }

    /// Writes a member into the object that was begun last; nil is left out.
    @inlinable
    public mutating func member(_ name: StaticString, ifPresent value: (some JSONCodable)?) {
        guard let value else { return }
        key(name)
        value.write(to: &self)
    }

    /// Writes members into the object that was begun last, sorted by name.
    @inlinable
    public mutating func members<Value: JSONCodable>(_ members: [String: Value]) {
        for name in members.keys.sorted() {
            guard let value = members[name] else { continue }
            key(name)
            value.write(to: &self)
        }
    }
}

extension Optional: JSONCodable where Wrapped: JSONCodable {
    /// Reads a null as nil.
    @inlinable
    public init(reading json: inout JSONReader) throws(JSONError) {
        self = try json.null() ? nil : Wrapped(reading: &json)
    }

    /// Writes nil as a null; members that may be absent are left out by the code of their object.
    @inlinable
    public func write(to json: inout JSONWriter) {
        if let self {
            self.write(to: &json)
        } else {
            json.null()
        }
    }
}
