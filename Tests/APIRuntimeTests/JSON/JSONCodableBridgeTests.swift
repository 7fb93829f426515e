import APIRuntime
import Foundation
import Testing

@Suite struct JSONCodableBridgeTests {
    private struct Envelope: Codable, Equatable {
        var order: Order
        var status: OrderStatus
        var at: Timestamp
        var size: Size?
    }

    enum Size: String, ClosedStringEnum, Hashable { case small, large }

    @Test func generatedTypesLiveInOtherCodableTypes() throws {
        let order = Order(
            id: Int.max, title: "ä\n", price: 0.1, note: .null, labels: ["a": -1], parent: Order(id: 1, title: ""),
            more: ["u": .number(DecimalNumber(UInt64.max)), "list": [1, "x", nil, true, [:]]])
        let envelope = Envelope(
            order: order, status: .unknown("z"), at: try #require(Timestamp("2026-07-14T08:30:00Z")), size: .large)
        let encoded = try JSONEncoder().encode(envelope)
        #expect(try JSONDecoder().decode(Envelope.self, from: encoded) == envelope)
        #expect(try JSONDecoder().decode(Order.self, from: Data(JSONWriter.write(order))) == order)
    }

    @Test func whatDoesNotFitIsADecodingError() {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Order.self, from: Data("{}".utf8)) }
        #expect(throws: EncodingError.self) { try JSONEncoder().encode(Order(id: 1, title: "", price: .nan)) }
    }
}
