import APIRuntime
import Features
import Testing

/// What `Specs/Features/shapes.yaml` became, read from JSON and written back.
struct ShapesTests {
    @Test(arguments: [
        #"{"name":"Ada","nickname":null,"color":"green","isRegistered":true}"#,
        #"{"name":"Ada","nickname":"A","motto":null,"color":"red","isRegistered":false}"#,
        #"{"name":"Ada","nickname":"A","motto":"x","age":3,"color":"plaid","isRegistered":false,"manager":{"name":"B","nickname":"b","color":"red","isRegistered":false},"born":"1815-12-10","seen":"2024-02-29T23:59:60Z","id":"f81d4fae-7dec-11d0-a765-00a0c91e6bf6","picture":"AQID","json":[1,{"a":null}]}"#,
    ])
    func aPersonIsWrittenAsItWasRead(json: String) throws {
        #expect(try roundTrip(Shapes.Person.self, json) == json)
    }

    @Test func absentMembersGetTheirDefaults() throws {
        let person = try Shapes.Person(json: Array(#"{"name":"Ada","nickname":null}"#.utf8))
        #expect(person.color == .red)
        #expect(person.isRegistered == false)
        #expect(person.motto == nil)
    }

    @Test func absentAndNullAreToldApart() throws {
        let person = try Shapes.Person(json: Array(#"{"name":"Ada","nickname":null,"motto":null}"#.utf8))
        #expect(person.motto == .null)
    }

    @Test func aMissingRequiredMemberIsNamed() {
        #expect { try Shapes.Person(json: Array(#"{"nickname":null}"#.utf8)) } throws: { "\($0)".contains("name") }
    }

    @Test func membersThatTheDocumentDoesNotNameAreKeptWhereItAllowsThem() throws {
        let json = #"{"mode":"fast","a":1,"b":2}"#
        #expect(try Shapes.Settings(json: Array(json.utf8)).additionalProperties == ["a": 1, "b": 2])
        #expect(try roundTrip(Shapes.Settings.self, json) == json)
    }

    @Test func allOfIsOneType() {
        let employee = Shapes.Employee(name: "Ada", nickname: nil, number: 7)
        #expect(employee.number == 7)
    }

    @Test func aDiscriminatorsValuesChooseTheAlternative() throws {
        guard case .cat(let cat) = try Shapes.Pet(json: Array(#"{"lives":9,"petType":"kitten"}"#.utf8)) else {
            Issue.record("a kitten is a cat")
            return
        }
        #expect(cat.lives == 9)
        #expect(try roundTrip(Shapes.Pet.self, #"{"petType":"bird","wings":2}"#) == #"{"petType":"bird","wings":2}"#)
    }

    @Test(arguments: [
        #"{"kind":"started","at":"2024-01-01T00:00:00Z"}"#, #"{"kind":"ended","reason":"done"}"#, #"{"kind":"paused"}"#,
    ])
    func aFixedMemberChoosesTheAlternative(json: String) throws {
        #expect(try roundTrip(Shapes.Event.self, json) == json)
    }

    @Test func theKindOfValueChoosesTheAlternative() throws {
        #expect(try Shapes.Identifier(json: Array("3".utf8)) == .int(3))
        #expect(try Shapes.Identifier(json: Array(#""3""#.utf8)) == .string("3"))
    }

    /// A large value is read again as the alternative that suits it best, in place of being kept.
    @Test(arguments: [1, 1 << 15]) func alternativeThatLeavesTheLeastAsideIsRead(length: Int) throws {
        let text = String(repeating: "a", count: length)
        let fraction = try Shapes.Number(json: Array(#"{"over":1,"under":2,"text":"","more":"\#(text)"}"#.utf8))
        #expect(fraction == .fraction(Shapes.NumberFraction(over: 1, under: 2)))
        let decimal = try Shapes.Number(json: Array(#"{"over":1,"text":"\#(text)","more":[{}]}"#.utf8))
        #expect(decimal == .decimal(Shapes.NumberDecimal(text: text)))
    }

    @Test(arguments: ["[[],[[]]]", "[]"])
    func anArrayMayContainItself(json: String) throws {
        #expect(try roundTrip(Shapes.Tree.self, json) == json)
    }

    @Test func recursionReachesAThousandLevels() throws {
        let depth = 1_000
        let json = String(repeating: #"{"left":1,"right":"#, count: depth) + "2" + String(repeating: "}", count: depth)
        #expect(try roundTrip(Shapes.Expression.self, json) == json)
    }

    @Test func placesOfAnArrayHaveTypesOfTheirOwn() throws {
        let point = try Shapes.Point(json: Array(#"[1,2.5,"here"]"#.utf8))
        #expect(point.label == "here")
        #expect(try roundTrip(Shapes.Point.self, "[1,2.5]") == "[1,2.5]")
        #expect(throws: JSONError.self) { try Shapes.Point(json: Array("[1]".utf8)) }
    }

    @Test func namesThatAreNoIdentifiersGetOnesThatAre() throws {
        #expect(Shapes.Color(rawValue: "light blue") == .lightBlue)
        #expect(Shapes.Color.plus1.rawValue == "+1")
        #expect(Shapes.Color.minus1.rawValue == "-1")
        let json = #"{"class":"a","in":1,"self":true,"2fa":false}"#
        #expect(try roundTrip(Shapes.Class.self, json) == json)
    }
}
