import APIRuntime
import Features
import Testing

/// What `Specs/Features/discriminators.yaml` became.
struct UnionTests {
    @Test func withoutMappingTheSchemasNamesAreTheValues() throws {
        guard case .dog(let dog) = try read(Discriminators.Unmapped.self, #"{"kind":"Dog","barks":true}"#) else {
            Issue.record("a Dog is a dog")
            return
        }
        #expect(dog.barks == true)
    }

    @Test(arguments: ["dog", "puppy", "Dog"])
    func aMappingAddsToTheSchemasNames(kind: String) throws {
        guard case .dog = try read(Discriminators.Mapped.self, #"{"kind":"\#(kind)"}"#) else {
            Issue.record("\(kind) is a dog")
            return
        }
    }

    @Test func whatTheMappingLeavesOutIsCalledByItsName() throws {
        guard case .cat = try read(Discriminators.PartlyMapped.self, #"{"kind":"cat"}"#),
            case .dog = try read(Discriminators.PartlyMapped.self, #"{"kind":"Dog"}"#)
        else {
            Issue.record("one of the two was not found")
            return
        }
    }

    @Test(arguments: [#"{"kind":"wren","sings":true}"#, #"{"kind":"Bird"}"#])
    func theDefaultMappingTakesWhatNoValueNames(json: String) throws {
        guard case .bird = try read(Discriminators.WithDefault.self, json) else {
            Issue.record("\(json) is a bird")
            return
        }
    }

    @Test(arguments: [#"{"kind":"fish","fins":[2]}"#, #"{"fins":2}"#, "3", "null"])
    func whatNobodyNamesIsKept(json: String) throws {
        guard case .unknown(let value) = try read(Discriminators.Mapped.self, json) else {
            Issue.record("\(json) is none of the alternatives")
            return
        }
        #expect(try String(decoding: JSONWriter.write(value), as: UTF8.self) == json)
    }

    @Test(arguments: [
        #"{"kind":"Bicycle","wheels":2,"gears":7}"#, #"{"kind":"truck","load":1.5}"#, #"{"kind":"Tandem","wheels":2,"seats":2}"#,
        #"{"kind":"Vehicle","wheels":3}"#, #"{"kind":"sledge","runners":2}"#,
    ])
    func whatDerivesFromAParentKeepsItsMembers(json: String) throws {
        let garage = #"{"vehicles":[\#(json)]}"#
        #expect(try roundTrip(Discriminators.Garage.self, garage) == garage)
    }

    @Test func aParentIsReadAsTheChildThatItIs() throws {
        guard case .lorry(let lorry) = try read(Discriminators.Vehicle.self, #"{"kind":"truck","load":1.5}"#),
            case .base = try read(Discriminators.Vehicle.self, #"{"kind":"Vehicle"}"#),
            case .createdEvent(let created) = try read(Discriminators.Event.self, #"{"type":"created","by":"ada"}"#),
            case .deletedEvent = try read(Discriminators.Event.self, #"{"type":"deleted"}"#)
        else {
            Issue.record("a child was not told by its parent's discriminator")
            return
        }
        #expect(lorry.load == 1.5)
        #expect(created.by == "ada")
    }

    @Test func fixedMembersTellAlternativesApart() throws {
        guard case .square(let square) = try read(Discriminators.ByConst.self, #"{"side":2,"shape":"square"}"#),
            case .warm = try read(Discriminators.ByEnum.self, #"{"tone":"orange"}"#),
            case .cold = try read(Discriminators.ByEnum.self, #"{"tone":"blue"}"#)
        else {
            Issue.record("a fixed member was not looked at")
            return
        }
        #expect(square.side == 2)
    }

    @Test(arguments: [
        (#"{"ok":true}"#, "done"), (#"{"text":"x","ok":false}"#, "failed"), (#"{"ok":"true"}"#, "unknown"), ("[]", "unknown"),
    ])
    func booleansTellAlternativesApart(json: String, name: String) throws {
        switch try read(Discriminators.ByBoolean.self, json) {
        case .done: #expect(name == "done")
        case .failed: #expect(name == "failed")
        case .unknown: #expect(name == "unknown")
        }
    }

    @Test(arguments: [
        (#"{"level":0}"#, "low"), (#"{"level":9.0}"#, "high"), (#"{"level":1e1}"#, "high"), (#"{"level":"0"}"#, "unknown"),
    ])
    func aMappingOfNumbersIsReadByValue(json: String, name: String) throws {
        switch try read(Discriminators.ByNumber.self, json) {
        case .low: #expect(name == "low")
        case .high: #expect(name == "high")
        case .unknown: #expect(name == "unknown")
        }
    }

    @Test(arguments: [
        (#"{"result":null}"#, "running"), (#"{"result":"won"}"#, "won"), (#"{"result":1.50}"#, "won"),
        (#"{"result":false}"#, "lost"),
        (#"{"result":[null]}"#, "unknown"), ("{}", "unknown"),
    ])
    func valuesOfSeveralKindsTellAlternativesApart(json: String, name: String) throws {
        switch try read(Discriminators.ByMixture.self, json) {
        case .running: #expect(name == "running")
        case .won: #expect(name == "won")
        case .lost: #expect(name == "lost")
        case .unknown: #expect(name == "unknown")
        }
    }

    @Test func requiredMembersTellAlternativesApart() throws {
        guard case .disc = try read(Discriminators.ByRequiredKeys.self, #"{"radius":2}"#) else {
            Issue.record("only a disc has a radius")
            return
        }
    }

    @Test(arguments: ["true", "1.5", #""x""#, "[1,2]", #"{"x":1}"#])
    func kindsTellAlternativesApart(json: String) throws {
        let value = try read(Discriminators.ByKind.self, json)
        if case .unknown = value { Issue.record("\(json) is known") }
        #expect(try roundTrip(Discriminators.ByKind.self, json) == json)
    }

    @Test(arguments: [#"{"name":"a"}"#, #"{"name":"a","age":3}"#])
    func ofOverlappingAlternativesTheOneThatKnowsMoreIsTaken(json: String) throws {
        #expect(try roundTrip(Discriminators.Overlapping.self, json) == json)
    }

    @Test func choosingAtEveryLevelTakesNoExponentialTime() throws {
        let depth = 200
        func nested(_ innermost: String) -> String {
            String(repeating: #"{"any":["#, count: depth) + innermost + String(repeating: "]}", count: depth)
        }
        #expect(try roundTrip(Discriminators.Filter.self, nested(#"{"equals":"x","more":1}"#)) == nested(#"{"equals":"x"}"#))
    }

    @Test func theDiscriminatorIsWrittenFromTheMapping() throws {
        #expect(try written(Discriminators.ByConst.square(.init(side: 2))) == #"{"shape":"square","side":2}"#)
        #expect(try written(Discriminators.Mapped.dog(.init(barks: true))) == #"{"kind":"Dog","barks":true}"#)
        #expect(try written(Discriminators.Vehicle.lorry(.init(load: 1))) == #"{"kind":"truck","load":1}"#)
        #expect(try written(Discriminators.Vehicle.base(.init())) == #"{"kind":"Vehicle"}"#)
        #expect(try written(Discriminators.Event.deletedEvent(.init())) == #"{"type":"deleted"}"#)
        #expect(try written(Discriminators.ByBoolean.failed(.init())) == #"{"ok":false}"#)
        #expect(try written(Discriminators.ByMixture.running(.init())) == #"{"result":null}"#)
        #expect(try written(Discriminators.Medium.print(.init(pages: 3))) == #"{"in":"print","pages":3}"#)
    }

    @Test func aWrongDiscriminatorIsNotWritten() throws {
        #expect(
            try written(Discriminators.ByConst.square(.init(shape: .unknown("circle"), side: 2))) == #"{"shape":"square","side":2}"#
        )
        #expect(try written(Discriminators.Mapped.dog(.init(kind: "cat"))) == #"{"kind":"dog"}"#)
        #expect(try written(Discriminators.ByNumber.high(.init(level: 3))) == #"{"level":9}"#)
        #expect(try written(Discriminators.WithDefault.bird(.init(kind: "cat"))) == #"{"kind":"Bird"}"#)
    }

    @Test(arguments: ["dog", "puppy", "Dog"])
    func oneOfSeveralDiscriminatorValuesStays(kind: String) throws {
        #expect(try written(Discriminators.Mapped.dog(.init(kind: kind))) == #"{"kind":"\#(kind)"}"#)
    }

    @Test func valuesForTheDefaultMappingStay() throws {
        #expect(try written(Discriminators.WithDefault.bird(.init(kind: "wren"))) == #"{"kind":"wren"}"#)
        #expect(try written(Discriminators.ByNumber.high(.init(level: 10))) == #"{"level":10}"#)
    }

    @Test func alternativesThatDoNotDeclareTheDiscriminatorHaveIt() throws {
        #expect(try written(Discriminators.Undeclared.strict(.init(a: 1))) == #"{"json":"strict","a":1}"#)
        #expect(
            try written(Discriminators.Undeclared.loose(.init(additionalProperties: ["json": 3, "b": 2])))
                == #"{"json":"loose","b":2}"#)
        #expect(try written(Discriminators.Undeclared.dictionary(["a": "b"])) == #"{"a":"b","json":"dictionary"}"#)
        for json in [#"{"json":"lax","a":1}"#, #"{"json":"strict"}"#, #"{"json":"Dictionary"}"#] {
            #expect(try roundTrip(Discriminators.Undeclared.self, json) == json)
        }
        #expect(try written(Discriminators.Strict(a: 1)) == #"{"a":1}"#)
    }

    @Test func anAlternativeThatIsAUnionPassesTheDiscriminatorOn() throws {
        #expect(try written(Discriminators.Medium.screen(.phone(.init(number: "1")))) == #"{"in":"screen","number":"1"}"#)
        #expect(
            try written(Discriminators.Medium.screen(.phone(.init(in: "print", number: "1")))) == #"{"in":"screen","number":"1"}"#)
        for kind in ["screen", "wall"] {
            let json = #"{"in":"\#(kind)","inches":9}"#
            #expect(try roundTrip(Discriminators.Medium.self, json) == json)
        }
        #expect(try written(Discriminators.Screen.television(.init(in: .wall, inches: 9))) == #"{"in":"wall","inches":9}"#)
    }
}

private func written(_ value: some JSONCodable) throws(JSONError) -> String {
    String(decoding: try JSONWriter.write(value), as: UTF8.self)
}
