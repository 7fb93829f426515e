import APIRuntime
import Testing

@Suite struct JSONObjectTests {
    let document =
        #"{"id":1,"title":"a","price":1.5,"status":"done","note":null,"labels":{"b":2,"a":1},"parent":{"id":2,"title":"b"},"x":[1]}"#

    @Test func everyMemberIsReadAndWritten() throws {
        let order: Order = try json(document)
        #expect(order.id == 1)
        #expect(order.price == 1.5)
        #expect(order.status == .done)
        #expect(order.note == .null)
        #expect(order.labels == ["a": 1, "b": 2])
        #expect(order.parent?.title == "b")
        #expect(order.more == ["x": [1]])
        #expect(
            try text(order)
                == #"{"id":1,"title":"a","price":1.5,"status":"done","note":null,"labels":{"a":1,"b":2},"parent":{"id":2,"title":"b","status":"open"},"x":[1]}"#
        )
        #expect(try json(text(order)) == order)
    }

    @Test func membersMayComeInAnyOrderWithSpaceAndEscapes() throws {
        let order: Order = try json(" { \"t\\u0069tle\" : \"a\" , \"\\u0069d\" : 7 }\n")
        #expect(order == Order(id: 7, title: "a"))
    }

    @Test func theLastOfMembersWithTheSameNameCounts() throws {
        #expect(try json(#"{"id":1,"title":"a","id":2}"#, as: Order.self).id == 2)
        #expect(try json(#"{"a":1,"a":2}"#) == ["a": 2])
        #expect(try json(#"{"a":1,"b":0,"a":2}"#, as: JSONValue.self) == ["a": 2, "b": 0])
    }

    @Test func absentAndNullAreKeptApart() throws {
        #expect(try json(#"{"id":1,"title":"a"}"#, as: Order.self).note == nil)
        #expect(try json(#"{"id":1,"title":"a","note":null}"#, as: Order.self).note == .null)
        #expect(try json(#"{"id":1,"title":"a","note":"n"}"#, as: Order.self).note == .value("n"))
        #expect(try json(#"[null,1]"#) == [nil, 1])
    }

    @Test(arguments: [
        (#"{"id":"1","title":"a"}"#, "/id: expected an integer, found a string (byte 6)"),
        (#"{"id":1}"#, "the member 'title' is missing (byte 0)"),
        (#"{"id":1,"title":"a","parent":{"id":2}}"#, "/parent: the member 'title' is missing (byte 29)"),
        (#"{"id":1,"title":"a","labels":{"a/b~c":true}}"#, "/labels/a~1b~0c: expected an integer, found a boolean (byte 38)"),
        (#"{"id":1,"title":"a","x":[0,{"y":nul}]}"#, "/x/1/y: expected a value (byte 32)"),
        (#"{"id":300000000000000000000,"title":"a"}"#, "/id: 300000000000000000000 does not fit in Int (byte 6)"),
        (#"{"id":1,"title":"a"}x"#, "something follows the document's value (byte 20)"),
        (#"{"id":1 "title":"a"}"#, "/id: expected ',' or '}' (byte 8)"),
        (#"{"id":1.5,"title":"a"}"#, "/id: expected an integer, found 1.5 (byte 6)"),
        ("", "expected a value (byte 0)"),
    ])
    func anErrorNamesItsPlace(_ document: String, _ message: String) {
        #expect { try json(document, as: Order.self) } throws: { "\($0)" == message }
    }

    @Test func keysOfEveryLengthAreFound() throws {
        let names = (0..<40).map { String(repeating: "k", count: $0) + "x" }
        let object = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        #expect(try json(text(Keyed(values: object)), as: Keyed.self).values == object)
    }

    @Test func aNameWithAQuoteIsFoundOnlyWithItsEscape() throws {
        #expect(try json(#"{"a\"b":1,"other":2}"#, as: Quoted.self).value == 1)
        #expect(throws: JSONError.self) { try json(#"{"a"b":1,"other":2}"#, as: Quoted.self) }
    }

    @Test(arguments: zip(0..<6, ["a b", "c?", #"d\\e"#, "", #"f\n"#, "n"]))
    func aNameMayHaveAnyCharacters(index: Int, name: String) throws {
        #expect(try json("{\"\(name)\":true}", as: Unusual.self).indices == [index])
    }

    @Test(arguments: zip([#"{"a b":0}"#, #"{"a b":0,"d\\e":0}"#, #"{"c?":0}"#], [#"d\e"#, "", "a b"]))
    func theFirstRequiredNameThatIsMissingIsReported(text: String, missing: String) throws {
        let error = #expect(throws: JSONError.self) { try json(text, as: Required.self) }
        #expect(error?.kind == .missingMember(missing))
    }

    @Test func openEnumerationsKeepWhatTheyDoNotKnow() throws {
        #expect(try json(#"["open","later"]"#) == [OrderStatus.open, .unknown("later")])
        #expect(try text([OrderStatus.done, .unknown("later")]) == #"["done","later"]"#)
        #expect(!OrderStatus.unknown("later").isKnown)
    }

    @Test func closedEnumerationsRefuseWhatTheyDoNotKnow() throws {
        enum Size: String, ClosedStringEnum { case small, large }
        enum Level: Int, ClosedIntegerEnum { case low = 1 }
        #expect(try json(#""large""#) == Size.large)
        #expect(try json("1.0") == Level.low)
        #expect(throws: JSONError.self) { try json(#""huge""#, as: Size.self) }
        #expect(throws: JSONError.self) { try json("2", as: Level.self) }
    }

    @Test func valuesKeepOrderAndCompareWithoutIt() throws {
        let value: JSONValue = try json(#"{"b":1,"a":[true,null,"x",1.50]}"#)
        #expect(value.description == #"{"b":1,"a":[true,null,"x",1.50]}"#)
        #expect(value == ["a": [true, nil, "x", 1.5], "b": 1])
        #expect(value["a"]?[2]?.string == "x")
        #expect(value["a"]?[9] == nil)
        let many = JSONValue.object(
            JSONObject((0..<100).map { JSONObject.Member(name: "k\($0)", value: JSONValue.number(DecimalNumber($0))) }))
        #expect(many["k77"]?.int == 77)
        #expect(Set([value, ["b": 1, "a": [true, nil, "x", 1.5]]]).count == 1)
    }
}

/// Names that differ in length only.
private struct Keyed: JSONCodable {
    var values: [String: Int]

    init(values: [String: Int]) {
        self.values = values
    }

    private static let keys = JSONKeys(
        """
        x kx kkx kkkx kkkkx kkkkkx kkkkkkx kkkkkkkx kkkkkkkkx kkkkkkkkkx
        kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkx
        """)
    private static let names = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 39]

    init(reading json: inout JSONReader) throws(JSONError) {
        values = [:]
        var object = try json.beginObject(Self.keys)
        while let key = json.nextKey(in: &object) {
            let name = json.unknownKey(in: object)
            guard key < 0 || name.utf8.count == Self.names[key] + 1 else { throw json.unknownMember(in: object) }
            guard key >= 0 || !Self.names.contains(name.utf8.count - 1) else { throw json.unknownMember(in: object) }
            values[name] = json.read(Int.self)
        }
        guard !json.hasFailed else { throw json.failure(in: object) }
    }

    func write(to json: inout JSONWriter) {
        values.write(to: &json)
    }
}

/// The names "a b", "c?", "d\e", "", "f\n" and "n", of which all but "c?" have to be there.
private let unusualKeys = JSONKeys(#"a\ b c\?? d\\e \0 f\n n"#)

/// The indices of the names that an object has.
private struct Unusual: JSONCodable {
    var indices: [Int] = []

    init(reading json: inout JSONReader) throws(JSONError) {
        var object = try json.beginObject(unusualKeys)
        while let key = json.nextKey(in: &object) {
            indices.append(key)
            json.skip()
        }
        guard !json.hasFailed else { throw json.failure(in: object) }
    }

    func write(to json: inout JSONWriter) {}
}

/// An object that lacks a required name.
private struct Required: JSONCodable {
    init(reading json: inout JSONReader) throws(JSONError) {
        var object = try json.beginObject(unusualKeys)
        while json.nextKey(in: &object) != nil { json.skip() }
        throw json.failure(in: object)
    }

    func write(to json: inout JSONWriter) {}
}

/// A name that JSON does not write as it is.
private struct Quoted: JSONCodable {
    var value: Int?

    private static let keys = JSONKeys("a\"b?")

    init(reading json: inout JSONReader) throws(JSONError) {
        var object = try json.beginObject(Self.keys)
        while let key = json.nextKey(in: &object) {
            if key == 0 { json.read(&value) } else { json.skip() }
        }
        guard !json.hasFailed else { throw json.failure(in: object) }
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.member("a\"b", ifPresent: value)
        json.endObject()
    }
}
