// The same types for Foundation's coders, their code written by hand; dates and identifiers stay strings, which favours Foundation.

struct PlainShop: Codable {
    var name: String
    var orders: [PlainOrder]

    private enum CodingKeys: String, CodingKey {
        case name, orders
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        name = try container.decode(String.self, forKey: .name)
        orders = try container.decode([PlainOrder].self, forKey: .orders)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(orders, forKey: .orders)
    }
}

struct PlainOrder: Codable {
    var id: Int
    var createdAt: String
    var status: PlainStatus
    var customer: PlainCustomer
    var lines: [PlainLine]
    var note: String?
    var total: Double
    var discount: Double?
    var tags: [String]?
    var isGift: Bool

    private enum CodingKeys: String, CodingKey {
        case id, createdAt, status, customer, lines, note, total, discount, tags, isGift
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(Int.self, forKey: .id)
        createdAt = try container.decode(String.self, forKey: .createdAt)
        status = try container.decode(PlainStatus.self, forKey: .status)
        customer = try container.decode(PlainCustomer.self, forKey: .customer)
        lines = try container.decode([PlainLine].self, forKey: .lines)
        note = try container.decodeIfPresent(String.self, forKey: .note)
        total = try container.decode(Double.self, forKey: .total)
        discount = try container.decodeIfPresent(Double.self, forKey: .discount)
        tags = try container.decodeIfPresent([String].self, forKey: .tags)
        isGift = try container.decode(Bool.self, forKey: .isGift)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(createdAt, forKey: .createdAt)
        try container.encode(status, forKey: .status)
        try container.encode(customer, forKey: .customer)
        try container.encode(lines, forKey: .lines)
        try container.encodeIfPresent(note, forKey: .note)
        try container.encode(total, forKey: .total)
        try container.encodeIfPresent(discount, forKey: .discount)
        try container.encodeIfPresent(tags, forKey: .tags)
        try container.encode(isGift, forKey: .isGift)
    }
}

struct PlainCustomer: Codable {
    var uuid: String
    var firstName: String
    var lastName: String
    var email: String?
    var address: PlainAddress?
    var newsletter: Bool?

    private enum CodingKeys: String, CodingKey {
        case uuid, firstName, lastName, email, address, newsletter
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        uuid = try container.decode(String.self, forKey: .uuid)
        firstName = try container.decode(String.self, forKey: .firstName)
        lastName = try container.decode(String.self, forKey: .lastName)
        email = try container.decodeIfPresent(String.self, forKey: .email)
        address = try container.decodeIfPresent(PlainAddress.self, forKey: .address)
        newsletter = try container.decodeIfPresent(Bool.self, forKey: .newsletter)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(uuid, forKey: .uuid)
        try container.encode(firstName, forKey: .firstName)
        try container.encode(lastName, forKey: .lastName)
        try container.encodeIfPresent(email, forKey: .email)
        try container.encodeIfPresent(address, forKey: .address)
        try container.encodeIfPresent(newsletter, forKey: .newsletter)
    }
}

struct PlainAddress: Codable {
    var street: String
    var city: String
    var postalCode: String
    var country: String
    var latitude: Double?
    var longitude: Double?

    private enum CodingKeys: String, CodingKey {
        case street, city, postalCode, country, latitude, longitude
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        street = try container.decode(String.self, forKey: .street)
        city = try container.decode(String.self, forKey: .city)
        postalCode = try container.decode(String.self, forKey: .postalCode)
        country = try container.decode(String.self, forKey: .country)
        latitude = try container.decodeIfPresent(Double.self, forKey: .latitude)
        longitude = try container.decodeIfPresent(Double.self, forKey: .longitude)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(street, forKey: .street)
        try container.encode(city, forKey: .city)
        try container.encode(postalCode, forKey: .postalCode)
        try container.encode(country, forKey: .country)
        try container.encodeIfPresent(latitude, forKey: .latitude)
        try container.encodeIfPresent(longitude, forKey: .longitude)
    }
}

struct PlainLine: Codable {
    var sku: String
    var title: String
    var quantity: Int
    var price: Double
    var weight: Double?
    var options: [String: String]?

    private enum CodingKeys: String, CodingKey {
        case sku, title, quantity, price, weight, options
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        sku = try container.decode(String.self, forKey: .sku)
        title = try container.decode(String.self, forKey: .title)
        quantity = try container.decode(Int.self, forKey: .quantity)
        price = try container.decode(Double.self, forKey: .price)
        weight = try container.decodeIfPresent(Double.self, forKey: .weight)
        options = try container.decodeIfPresent([String: String].self, forKey: .options)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(sku, forKey: .sku)
        try container.encode(title, forKey: .title)
        try container.encode(quantity, forKey: .quantity)
        try container.encode(price, forKey: .price)
        try container.encodeIfPresent(weight, forKey: .weight)
        try container.encodeIfPresent(options, forKey: .options)
    }
}

enum PlainStatus: String, Codable {
    case open, paid, shipped
}
