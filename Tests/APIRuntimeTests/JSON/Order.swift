import APIRuntime

/// A struct of the shape that generated code has.
struct Order: JSONCodable, Hashable {
    var id: Int
    var title: String
    var price: Double?
    var status: OrderStatus
    var note: Nullable<String>?
    var labels: [String: Int]?
    @Indirect var parent: Order?
    var more: [String: JSONValue]

    init(
        id: Int, title: String, price: Double? = nil, status: OrderStatus = .open, note: Nullable<String>? = nil,
        labels: [String: Int]? = nil, parent: Order? = nil, more: [String: JSONValue] = [:]
    ) {
        self.id = id
        self.title = title
        self.price = price
        self.status = status
        self.note = note
        self.labels = labels
        self.parent = parent
        self.more = more
    }

    private static let keys = JSONKeys("id title price? status? note? labels? parent?")

    init(reading json: inout JSONReader) throws(JSONError) {
        var id: Int?
        var title: String?
        var status: OrderStatus = .open
        var parent: Order?
        var more: [String: JSONValue] = [:]
        var object = try json.beginObject(Self.keys)
        while let key = json.nextKey(in: &object) {
            switch key {
            case 0: json.read(&id)
            case 1: json.read(&title)
            case 2: json.read(orNull: &price)
            case 3: status = json.read(OrderStatus.self) ?? .open
            case 4: json.read(&note)
            case 5: json.read(orNull: &labels)
            case 6: json.read(orNull: &parent)
            default: more[json.unknownKey(in: object)] = json.read(JSONValue.self)
            }
        }
        guard !json.hasFailed, let id, let title else { throw json.failure(in: object) }
        self.id = id
        self.title = title
        self.status = status
        self.parent = parent
        self.more = more
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("id", id)
        json.member("title", title)
        json.member("price", ifPresent: price)
        json.member("status", status)
        json.member("note", ifPresent: note)
        json.member("labels", ifPresent: labels)
        json.member("parent", ifPresent: parent)
        json.members(more)
        json.endObject()
    }
}

enum OrderStatus: OpenStringEnum {
    case open
    case done
    case unknown(String)

    static let knownCases: [OrderStatus] = [.open, .done]
    static let rawValues = RawValues("open done")

    init(rawValue: String) {
        self = Self.knownCase(rawValue) ?? .unknown(rawValue)
    }

    var rawValue: String {
        switch self {
        case .open: "open"
        case .done: "done"
        case .unknown(let rawValue): rawValue
        }
    }
}

/// A chain of alternatives that all begin alike, the worst case for trying.
indirect enum Chain: JSONCodable, Hashable {
    case left(Left)
    case right(Right)
    case unknown(JSONValue)

    struct Left: JSONCodable, Hashable {
        var next: Chain?

        private static let keys = JSONKeys("next? left")

        init(reading json: inout JSONReader) throws(JSONError) {
            (next, _) = try Chain.readNext(&json, Self.keys)
        }

        func write(to json: inout JSONWriter) {}
    }

    struct Right: JSONCodable, Hashable {
        var next: Chain?

        private static let keys = JSONKeys("next? right")

        init(reading json: inout JSONReader) throws(JSONError) {
            (next, _) = try Chain.readNext(&json, Self.keys)
        }

        func write(to json: inout JSONWriter) {}
    }

    private static func readNext(_ json: inout JSONReader, _ keys: JSONKeys) throws(JSONError) -> (Chain?, Bool) {
        var next: Chain?
        var found: Bool?
        var object = try json.beginObject(keys)
        while let key = json.nextKey(in: &object) {
            switch key {
            case 0: json.read(&next)
            case 1: json.read(&found)
            default: json.skip()
            }
        }
        guard !json.hasFailed, let found else { throw json.failure(in: object) }
        return (next, found)
    }

    init(reading json: inout JSONReader) throws(JSONError) {
        if let value = json.attempt(Left.self) {
            self = .left(value)
            return
        }
        if let value = json.attempt(Right.self) {
            self = .right(value)
            return
        }
        self = .unknown(try JSONValue(reading: &json))
    }

    func write(to json: inout JSONWriter) {}
}

func json<Value: JSONCodable>(_ text: String, as type: Value.Type = Value.self, options: JSONReadingOptions = .init())
    throws(JSONError)
    -> Value
{
    try JSONReader.read(type, from: Array(text.utf8), options: options)
}

func text(_ value: some JSONCodable) throws(JSONError) -> String {
    String(decoding: try JSONWriter.write(value), as: UTF8.self)
}
