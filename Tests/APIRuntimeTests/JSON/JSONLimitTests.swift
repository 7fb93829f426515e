import APIRuntime
import Foundation
import Testing

@Suite struct JSONLimitTests {
    private func nested(_ depth: Int) -> [UInt8] {
        Array(repeatElement(UInt8(ascii: "["), count: depth)) + Array(repeatElement(UInt8(ascii: "]"), count: depth))
    }

    private func orders(_ depth: Int) -> String {
        String(repeating: #"{"id":1,"title":"a","parent":"#, count: depth) + "null" + String(repeating: "}", count: depth)
    }

    @Test func aThousandLevelsAreRead() throws {
        #expect(try JSONWriter.write(JSONValue(json: nested(1000))) == nested(1000))
        var order: Order? = try json(orders(1000))
        var count = 0
        while let next = order {
            count += 1
            order = next.parent
        }
        #expect(count == 1000)
    }

    @Test func deeperThanAllowedIsAnError() {
        #expect { try JSONValue(json: nested(1501)) } throws: { ($0 as? JSONError)?.kind == .tooDeep }
        #expect { try json(orders(100_000), as: Order.self) } throws: { ($0 as? JSONError)?.kind == .tooDeep }
        #expect { try json("[[]]", as: JSONValue.self, options: .init(maximumDepth: 1)) } throws: {
            ($0 as? JSONError)?.kind == .tooDeep
        }
    }

    @Test func aSmallStackEndsInAnErrorOrAnAnswer() async {
        let document = orders(1400)
        await withCheckedContinuation { continuation in
            let thread = Thread {
                do {
                    _ = try json(document, as: Order.self)
                } catch {
                    #expect((error as? JSONError)?.kind == .tooDeep)
                }
                continuation.resume()
            }
            thread.stackSize = 512 * 1024
            thread.start()
        }
    }

    @Test func aWideDocumentIsRead() throws {
        let count = 1_000_000
        #expect(try JSONWriter.write([Int](json: Array("[\(String(repeating: "7,", count: count))7]".utf8))).count == 2 * count + 3)
    }

    @Test func manyMembersAreFound() throws {
        let members = (0..<100_000).map { "\"key\($0)\":\($0)" }.joined(separator: ",")
        let value: JSONValue = try json("{\(members)}")
        #expect(value["key99999"]?.int == 99999)
    }

    @Test func manyMembersKeepTheirOrderAndTheirLastValues() throws {
        let names = (0..<3000).map { "\"key\($0 % 2000)\":\($0)" }.joined(separator: ",")
        var object: JSONObject = try json("{\(names)}")
        #expect(object.members.map(\.name) == (0..<2000).map { "key\($0)" })
        #expect(object.members.map(\.value) == (0..<2000).map { .number(DecimalNumber($0 < 1000 ? $0 + 2000 : $0)) })
        object["key7"] = nil
        object["other"] = 1
        #expect(object["key7"] == nil && object["key1999"] == 1999 && object["other"] == 1 && object.count == 2000)
    }

    /// A guess of how many elements follow is made for each of these arrays, and none of them is right.
    @Test func longArraysInArraysAreRead() throws {
        let inner = (0..<1500).map { [Int](repeating: $0, count: $0 % 3 == 0 ? 2000 : 3) }
        #expect(try [[Int]](json: JSONWriter.write(inner)) == inner)
        let objects = [["a": 1], Self.numbers, [:], Self.numbers]
        #expect(try [[String: Int]](json: JSONWriter.write(objects)) == objects)
    }

    private static let numbers = Dictionary(uniqueKeysWithValues: (0..<5000).map { ("\($0)", $0) })

    @Test func alternativesInAlternativesTakeNoExponentialTime() throws {
        var document = "1"
        for _ in 0..<40 { document = #"{"next":\#(document),"right":true}"# }
        guard case .right = try json(document, as: Chain.self) else {
            Issue.record("the second alternative is meant")
            return
        }
        var hopeless = "1"
        for _ in 0..<300 { hopeless = #"{"next":\#(hopeless),"none":true}"# }
        _ = try? json(hopeless, as: Chain.self)
    }

    @Test func peekingLeavesTheValueToBeRead() throws {
        struct Probe: JSONCodable {
            var kind: JSONKind
            var name: String?

            init(reading json: inout JSONReader) throws(JSONError) {
                kind = try json.peekKind()
                name = try json.discriminator("type")
                try json.skipValue()
            }

            func write(to json: inout JSONWriter) {}
        }
        let probe: Probe = try json(#" {"size":{"type":"no"},"type":"cat"}"#)
        #expect(probe.kind == .object && probe.name == "cat")
        let other: Probe = try json(#"["type"]"#)
        #expect(other.kind == .array && other.name == nil)
    }
}
