import APIRuntime

// The shape of generated code.

struct Shop: JSONCodable, Hashable {
    var name: String
    var orders: [Order]

    init(name: String, orders: [Order]) {
        self.name = name
        self.orders = orders
    }

    private static let keys = JSONKeys(["name", "orders"])

    init(reading json: inout JSONReader) throws(JSONError) {
        var name: String?
        var orders: [Order]?
        var object = try json.beginObject(Self.keys)
        while let key = try json.nextKey(in: &object) {
            switch key {
            case 0: name = try String(reading: &json)
            case 1: orders = try [Order](reading: &json)
            default: try json.skipValue()
            }
        }
        guard let name else { throw json.missingKey("name", in: object) }
        guard let orders else { throw json.missingKey("orders", in: object) }
        self.name = name
        self.orders = orders
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("name")
        name.write(to: &json)
        json.key("orders")
        orders.write(to: &json)
        json.endObject()
    }
}

struct Order: JSONCodable, Hashable {
    var id: Int
    var createdAt: Timestamp
    var status: Status
    var customer: Customer
    var lines: [Line]
    var note: String?
    var total: Double
    var discount: Double?
    var tags: [String]?
    var isGift: Bool

    init(id: Int, createdAt: Timestamp, status: Status, customer: Customer, lines: [Line], note: String? = nil, total: Double, discount: Double? = nil, tags: [String]? = nil, isGift: Bool) {
        self.id = id
        self.createdAt = createdAt
        self.status = status
        self.customer = customer
        self.lines = lines
        self.note = note
        self.total = total
        self.discount = discount
        self.tags = tags
        self.isGift = isGift
    }

    private static let keys = JSONKeys(["id", "createdAt", "status", "customer", "lines", "note", "total", "discount", "tags", "isGift"])

    init(reading json: inout JSONReader) throws(JSONError) {
        var id: Int?
        var createdAt: Timestamp?
        var status: Status?
        var customer: Customer?
        var lines: [Line]?
        var note: String?
        var total: Double?
        var discount: Double?
        var tags: [String]?
        var isGift: Bool?
        var object = try json.beginObject(Self.keys)
        while let key = try json.nextKey(in: &object) {
            switch key {
            case 0: id = try Int(reading: &json)
            case 1: createdAt = try Timestamp(reading: &json)
            case 2: status = try Status(reading: &json)
            case 3: customer = try Customer(reading: &json)
            case 4: lines = try [Line](reading: &json)
            case 5: note = try String?(reading: &json)
            case 6: total = try Double(reading: &json)
            case 7: discount = try Double?(reading: &json)
            case 8: tags = try [String]?(reading: &json)
            case 9: isGift = try Bool(reading: &json)
            default: try json.skipValue()
            }
        }
        guard let id else { throw json.missingKey("id", in: object) }
        guard let createdAt else { throw json.missingKey("createdAt", in: object) }
        guard let status else { throw json.missingKey("status", in: object) }
        guard let customer else { throw json.missingKey("customer", in: object) }
        guard let lines else { throw json.missingKey("lines", in: object) }
        guard let total else { throw json.missingKey("total", in: object) }
        guard let isGift else { throw json.missingKey("isGift", in: object) }
        self.id = id
        self.createdAt = createdAt
        self.status = status
        self.customer = customer
        self.lines = lines
        self.note = note
        self.total = total
        self.discount = discount
        self.tags = tags
        self.isGift = isGift
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("id")
        id.write(to: &json)
        json.key("createdAt")
        createdAt.write(to: &json)
        json.key("status")
        status.write(to: &json)
        json.key("customer")
        customer.write(to: &json)
        json.key("lines")
        lines.write(to: &json)
        if let note {
            json.key("note")
            note.write(to: &json)
        }
        json.key("total")
        total.write(to: &json)
        if let discount {
            json.key("discount")
            discount.write(to: &json)
        }
        if let tags {
            json.key("tags")
            tags.write(to: &json)
        }
        json.key("isGift")
        isGift.write(to: &json)
        json.endObject()
    }
}

struct Customer: JSONCodable, Hashable {
    var uuid: UniqueID
    var firstName: String
    var lastName: String
    var email: String?
    var address: Address?
    var newsletter: Bool?

    init(uuid: UniqueID, firstName: String, lastName: String, email: String? = nil, address: Address? = nil, newsletter: Bool? = nil) {
        self.uuid = uuid
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.address = address
        self.newsletter = newsletter
    }

    private static let keys = JSONKeys(["uuid", "firstName", "lastName", "email", "address", "newsletter"])

    init(reading json: inout JSONReader) throws(JSONError) {
        var uuid: UniqueID?
        var firstName: String?
        var lastName: String?
        var email: String?
        var address: Address?
        var newsletter: Bool?
        var object = try json.beginObject(Self.keys)
        while let key = try json.nextKey(in: &object) {
            switch key {
            case 0: uuid = try UniqueID(reading: &json)
            case 1: firstName = try String(reading: &json)
            case 2: lastName = try String(reading: &json)
            case 3: email = try String?(reading: &json)
            case 4: address = try Address?(reading: &json)
            case 5: newsletter = try Bool?(reading: &json)
            default: try json.skipValue()
            }
        }
        guard let uuid else { throw json.missingKey("uuid", in: object) }
        guard let firstName else { throw json.missingKey("firstName", in: object) }
        guard let lastName else { throw json.missingKey("lastName", in: object) }
        self.uuid = uuid
        self.firstName = firstName
        self.lastName = lastName
        self.email = email
        self.address = address
        self.newsletter = newsletter
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("uuid")
        uuid.write(to: &json)
        json.key("firstName")
        firstName.write(to: &json)
        json.key("lastName")
        lastName.write(to: &json)
        if let email {
            json.key("email")
            email.write(to: &json)
        }
        if let address {
            json.key("address")
            address.write(to: &json)
        }
        if let newsletter {
            json.key("newsletter")
            newsletter.write(to: &json)
        }
        json.endObject()
    }
}

struct Address: JSONCodable, Hashable {
    var street: String
    var city: String
    var postalCode: String
    var country: String
    var latitude: Double?
    var longitude: Double?

    init(street: String, city: String, postalCode: String, country: String, latitude: Double? = nil, longitude: Double? = nil) {
        self.street = street
        self.city = city
        self.postalCode = postalCode
        self.country = country
        self.latitude = latitude
        self.longitude = longitude
    }

    private static let keys = JSONKeys(["street", "city", "postalCode", "country", "latitude", "longitude"])

    init(reading json: inout JSONReader) throws(JSONError) {
        var street: String?
        var city: String?
        var postalCode: String?
        var country: String?
        var latitude: Double?
        var longitude: Double?
        var object = try json.beginObject(Self.keys)
        while let key = try json.nextKey(in: &object) {
            switch key {
            case 0: street = try String(reading: &json)
            case 1: city = try String(reading: &json)
            case 2: postalCode = try String(reading: &json)
            case 3: country = try String(reading: &json)
            case 4: latitude = try Double?(reading: &json)
            case 5: longitude = try Double?(reading: &json)
            default: try json.skipValue()
            }
        }
        guard let street else { throw json.missingKey("street", in: object) }
        guard let city else { throw json.missingKey("city", in: object) }
        guard let postalCode else { throw json.missingKey("postalCode", in: object) }
        guard let country else { throw json.missingKey("country", in: object) }
        self.street = street
        self.city = city
        self.postalCode = postalCode
        self.country = country
        self.latitude = latitude
        self.longitude = longitude
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("street")
        street.write(to: &json)
        json.key("city")
        city.write(to: &json)
        json.key("postalCode")
        postalCode.write(to: &json)
        json.key("country")
        country.write(to: &json)
        if let latitude {
            json.key("latitude")
            latitude.write(to: &json)
        }
        if let longitude {
            json.key("longitude")
            longitude.write(to: &json)
        }
        json.endObject()
    }
}

struct Line: JSONCodable, Hashable {
    var sku: String
    var title: String
    var quantity: Int
    var price: Double
    var weight: Double?
    var options: [String: String]?

    init(sku: String, title: String, quantity: Int, price: Double, weight: Double? = nil, options: [String: String]? = nil) {
        self.sku = sku
        self.title = title
        self.quantity = quantity
        self.price = price
        self.weight = weight
        self.options = options
    }

    private static let keys = JSONKeys(["sku", "title", "quantity", "price", "weight", "options"])

    init(reading json: inout JSONReader) throws(JSONError) {
        var sku: String?
        var title: String?
        var quantity: Int?
        var price: Double?
        var weight: Double?
        var options: [String: String]?
        var object = try json.beginObject(Self.keys)
        while let key = try json.nextKey(in: &object) {
            switch key {
            case 0: sku = try String(reading: &json)
            case 1: title = try String(reading: &json)
            case 2: quantity = try Int(reading: &json)
            case 3: price = try Double(reading: &json)
            case 4: weight = try Double?(reading: &json)
            case 5: options = try [String: String]?(reading: &json)
            default: try json.skipValue()
            }
        }
        guard let sku else { throw json.missingKey("sku", in: object) }
        guard let title else { throw json.missingKey("title", in: object) }
        guard let quantity else { throw json.missingKey("quantity", in: object) }
        guard let price else { throw json.missingKey("price", in: object) }
        self.sku = sku
        self.title = title
        self.quantity = quantity
        self.price = price
        self.weight = weight
        self.options = options
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("sku")
        sku.write(to: &json)
        json.key("title")
        title.write(to: &json)
        json.key("quantity")
        quantity.write(to: &json)
        json.key("price")
        price.write(to: &json)
        if let weight {
            json.key("weight")
            weight.write(to: &json)
        }
        if let options {
            json.key("options")
            options.write(to: &json)
        }
        json.endObject()
    }
}

enum Status: OpenStringEnum {
    case open
    case paid
    case shipped
    case unknown(String)

    static let knownCases: [Status] = [.open, .paid, .shipped]

    init(rawValue: String) {
        switch rawValue {
        case "open": self = .open
        case "paid": self = .paid
        case "shipped": self = .shipped
        default: self = .unknown(rawValue)
        }
    }

    var rawValue: String {
        switch self {
        case .open: "open"
        case .paid: "paid"
        case .shipped: "shipped"
        case .unknown(let rawValue): rawValue
        }
    }
}
