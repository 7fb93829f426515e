/// The members of a JSON object in their order, found by name at once.
///
/// Objects are equal if they have equal members, in any order.
public struct JSONObject: JSONCodable {
    /// A name and a value.
    public struct Member: Hashable, Sendable {
        /// The name of the member.
        public let name: String
        /// The value of the member.
        public var value: JSONValue

        /// Creates a member.
        public init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// Up to this many members comparing names one by one is the fastest.
    private static let unindexedCount = 12

    /// The members in the document's order; each name occurs once.
    public private(set) var members: [Member] = []
    /// Where names stand; empty while there are few.
    private var places = PlaceTable()

    /// An object without members.
    public init() {}

    /// An object; of members with the same name the last one counts, at the first one's place.
    public init(_ members: [Member]) {
        self.members.reserveCapacity(members.count)
        for member in members {
            set(member.value, for: member.name)
        }
    }

    public init(reading json: inout JSONReader) throws(JSONError) {
        var object = try json.beginObject()
        while try json.nextMember(in: &object) {
            let name = json.unknownKey(in: object)
            if members.count == members.capacity {
                members.reserveCapacity(json.room(in: object, after: members.count, stride: MemoryLayout<Member>.stride))
            }
            set(try JSONValue(reading: &json), for: name)
        }
    }

    public func write(to json: inout JSONWriter) {
        json.beginObject()
        for member in members {
            json.key(member.name)
            member.value.write(to: &json)
        }
        json.endObject()
    }

    /// The number of members.
    public var count: Int { members.count }

    /// The value of a member; setting nil removes it.
    public subscript(name: String) -> JSONValue? {
        get { index(of: name).map { members[$0].value } }
        set {
            if let newValue { set(newValue, for: name) } else { remove(name) }
        }
    }

    private func index(of name: String) -> Int? {
        guard places.isEmpty else { return places.place(in: members, hash: name.hashValue) { $0.name == name } }
        var index = 0
        while index < members.count {
            if members[index].name == name { return index }
            index += 1
        }
        return nil
    }

    private mutating func set(_ value: JSONValue, for name: String) {
        if let index = index(of: name) {
            members[index].value = value
            return
        }
        members.append(Member(name: name, value: value))
        if !places.isEmpty {
            places.add(members.count - 1, hash: name.hashValue)
        } else if members.count > Self.unindexedCount {
            indexMembers()
        }
    }

    private mutating func remove(_ name: String) {
        guard let index = index(of: name) else { return }
        members.remove(at: index)
        indexMembers()
    }

    private mutating func indexMembers() {
        places.removeAll()
        guard members.count > Self.unindexedCount else { return }
        for (place, member) in members.enumerated() {
            places.add(place, hash: member.name.hashValue)
        }
    }
}

extension JSONObject: Hashable {
    public static func == (one: JSONObject, other: JSONObject) -> Bool {
        one.count == other.count && one.members.allSatisfy { other[$0.name] == $0.value }
    }

    public func hash(into hasher: inout Hasher) {
        var combined = 0
        for member in members {
            combined ^= member.hashValue
        }
        hasher.combine(combined)
    }
}
