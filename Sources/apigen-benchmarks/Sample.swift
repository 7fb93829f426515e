import APIRuntime
import Shop

extension Shop {
    /// Orders that look like real ones and are the same in every run.
    static func sample(orders count: Int) -> Store {
        Store(name: "Käse & Brot — 日本", orders: (0..<count).map(order))
    }

    private static func order(_ index: Int) -> Order {
        Order(
            id: Int64(1_000_000 + index),
            createdAt: Timestamp(secondsSince1970: 1_784_010_600 + index * 61, nanoseconds: index % 3 * 250_000_000),
            status: Status.knownCases[index % 3], customer: customer(index),
            lines: (0..<3 + index % 4).map { line(index * 7 + $0) },
            note: index % 3 == 0 ? "Please ring \"twice\",\nthen leave it at the door…\t(no. \(index))" : nil,
            total: Double(index % 5000) + 0.95, discount: index % 4 == 0 ? 0.125 : nil,
            tags: index % 2 == 0 ? ["new", "priority-\(index % 10)", "größe/XL"] : nil, isGift: index % 7 == 0)
    }

    private static func customer(_ index: Int) -> Customer {
        let low = UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15
        return Customer(
            uuid: UniqueID(high: 0xF81D_4FAE_7DEC_41D0, low: low), firstName: "Zoë", lastName: "Müller-\(index)",
            email: index % 5 == 0 ? nil : "customer.\(index)@example.com", address: index % 6 == 0 ? nil : address(index),
            newsletter: index % 2 == 0)
    }

    private static func address(_ index: Int) -> Address {
        Address(
            street: "\(index % 300) Rue de la République", city: "Lyon", postalCode: "6900\(index % 9)", country: "FR",
            latitude: 45.764_043 + Double(index) / 1000, longitude: 4.835_659 - Double(index) / 997)
    }

    private static func line(_ index: Int) -> Line {
        Line(
            sku: "SKU-\(index)-\(index * 31 % 1000)", title: "A thing with a title of some length, no. \(index)",
            quantity: 1 + index % 9,
            price: Double(index % 900) + 0.49, weight: index % 3 == 0 ? Double(index % 100) / 3 : nil,
            options: index % 5 == 0 ? ["colour": "blue", "size": "\(index % 50)"] : nil)
    }
}
