import APIRuntime
import Features
import Testing

/// What `Specs/Features/naming.yaml` became: that it compiles is most of the proof.
struct NamingTests {
    @Test func everyMemberKeepsItsNameInJSON() throws {
        let members = [
            "class", "in", "self", "Type", "Protocol", "init", "description", "hashValue", "json", "object", "key", "keys", "", "🎂",
            "日本", "$ref", "@id", "_", "additionalProperties", "other",
        ]
        let json = "{" + members.map { "\"\($0)\":\"\($0)\"" }.joined(separator: ",") + "}"
        #expect(try roundTrip(Naming.Keywords.self, json) == json)
    }

    @Test func typesWithEqualNamesAreApart() {
        #expect(Naming.FooBar.a.rawValue == "a")
        #expect(Naming.FooBarSchema.b.rawValue == "b")
        #expect(Naming.FooBar2.c.rawValue == "c")
    }

    @Test func typesWithoutANameAreCalledByTheirPlace() {
        let owner = Naming.Owner(address: Naming.OwnerAddress(street: "a"), pets: [Naming.OwnerPet(name: "b")])
        #expect(owner.pets?.first?.name == "b")
    }
}
