import APIRuntime
import Features
import Foundation
import Testing

/// Generated types inside of types that people write themselves.
struct CodableTests {
    private struct Envelope: Codable, Hashable {
        var order: Constraints.Order
        var orders: [String: Constraints.Order]
        var sent: Date?
    }

    @Test func generatedTypesLiveInOtherCodableTypes() throws {
        let json =
            #"{"id":"1","secret":"a\"ä","email":"a@example.com","price":19.99,"lines":[{"sku":"x"}],"payment":{"kind":"Transfer"}}"#
        let order = try Constraints.Order(json: Array(json.utf8))
        let envelope = Envelope(order: order, orders: ["same": order], sent: Date(timeIntervalSince1970: 0))
        let encoded = try JSONEncoder().encode(envelope)
        #expect(try JSONDecoder().decode(Envelope.self, from: encoded) == envelope)
        #expect(try JSONValue(json: Array(encoded))["order"] == JSONValue(json: Array(json.utf8)))
    }

    @Test func theWayToWhatDoesNotFitIsTold() {
        let json = #"{"order":{"id":1},"orders":{}}"#
        do {
            _ = try JSONDecoder().decode(Envelope.self, from: Data(json.utf8))
            Issue.record("the id is no string")
        } catch DecodingError.dataCorrupted(let context) {
            #expect(context.codingPath.map(\.stringValue) == ["order"])
            #expect(context.debugDescription.contains("/id"))
        } catch {
            Issue.record(error)
        }
    }
}
