import APIRuntime
import Features
import HTTPTypes
import Testing

/// What the documents about members of objects became: defaults, nulls, directions and members without a name.
struct MemberTests {
    @Test func absentMembersHaveTheirDefaults() throws {
        let settings = try read(Defaults.Settings.self, #"{"mode":"slow"}"#)
        #expect(settings == Defaults.Settings(mode: .slow))
        #expect(settings.optionalMode == Defaults.Mode.noneValue)
        #expect(settings.nullableMode == Optional(Defaults.Mode.noneValue))
        #expect(settings.text == #"a "quoted" \ text"#)
        #expect(settings.count == 7)
        #expect(settings.tooLarge == nil)
        #expect(settings.ratio == 0.5)
        #expect(settings.labels == ["a", "b"])
        #expect(settings.modes == [.slow])
        #expect(settings.limits == [:])
    }

    @Test func defaultsOfEveryTypeAreApplied() throws {
        let entry = try read(Defaults.Entry.self, "{}")
        #expect(entry == Defaults.Entry())
        #expect(entry.day.description == "2020-02-29" && entry.noDay == nil)
        #expect(entry.starts.description == "2020-01-01T08:30:00.25+01:00" && entry.ends.description == "09:00:00Z")
        #expect(entry.length.description == "PT30M" && entry.noLength == nil)
        #expect(entry.id.description == "123e4567-e89b-12d3-a456-426614174000")
        #expect(entry.price.description == "10.00" && entry.weight == 0.1)
        #expect(entry.exact.description == "0.1000000000000000055511151231257827")
        #expect(entry.seal.bytes == [104, 105] && entry.link.bytes == [104, 105])
        #expect(entry.place == Defaults.Place(room: "main", in: ["B", nil]) && entry.noPlace == nil)
        #expect(entry.places.map(\.floor) == [1, 0] && entry.places.map(\.note) == [nil, .null])
        #expect(entry.labels == ["a": "b"] && entry.free["any"]?[3]?["deep"]?.double == 1.5)
        #expect(entry.shape == .disc(.init(kind: "Disc", radius: 2)) && entry.size == .mode(.noneValue))
        #expect(entry.pair == Defaults.EntryPair(element1: 1, element2: "x", rest: [true]) && entry.endless == nil)
    }

    @Test func theOnlyValueOfARequiredMemberIsNothingToType() throws {
        let json = #"{"kind":"parcel","version":2,"isInsured":true,"unit":"gram","rate":0.25,"marks":["fragile"],"result":null}"#
        #expect(String(decoding: try JSONWriter.write(Defaults.Parcel()), as: UTF8.self) == json)
        #expect(throws: JSONError.self) { try read(Defaults.Parcel.self, "{}") }
    }

    @Test func aNullIsNoDefault() throws {
        let settings = try read(Defaults.Settings.self, #"{"mode":"slow","nullableMode":null}"#)
        #expect(settings.nullableMode == nil)
        #expect(try roundTrip(Defaults.Settings.self, #"{"mode":"slow","nullableMode":null}"#).contains(#""nullableMode":null"#))
    }

    @Test func aRequiredMemberWithADefaultIsStillRequired() {
        #expect(throws: JSONError.self) { try read(Defaults.Settings.self, "{}") }
        #expect(Defaults.Settings().mode == .fast)
    }

    @Test func aRequiredNameWithoutAPropertyIsAMember() throws {
        #expect(try read(Objects.WithoutProperty.self, #"{"missing":[1]}"#) == Objects.WithoutProperty(missing: [1]))
        #expect(try roundTrip(Objects.WithoutProperty.self, #"{"there":"x","missing":null}"#) == #"{"there":"x","missing":null}"#)
        #expect(throws: JSONError.self) { try read(Objects.WithoutProperty.self, #"{"there":"x"}"#) }
    }

    @Test func everySpellingOfNullIsRead() throws {
        let json =
            #"{"typeList":null,"oneOfNull":null,"anyOfNull":null,"constNull":null,"enumNull":null,"enumWithNull":null,"reference":null,"items":[1,null],"values":{"a":null},"nested":null}"#
        #expect(try roundTrip(Nullability.Spellings.self, json) == json)
        #expect(
            try roundTrip(Nullable30.Holder.self, #"{"text":null,"viaAllOf":null,"viaBeside":null,"number":null}"#).contains("null")
        )
    }

    @Test(arguments: [
        "{}", #"{"name":"a"}"#, #"{"note":null}"#, #"{"note":"x"}"#, #"{"thing":null}"#, #"{"thing":{"id":1}}"#,
    ])
    func absentNullAndValueAreThreeThings(json: String) throws {
        let expected = String(json.dropLast()) + (json == "{}" ? "" : ",") + #""count":3}"#
        #expect(try roundTrip(Nullability.Patch.self, json) == expected)
    }

    @Test func oneWayMembersMayBeAbsentWhereATypeTravelsBothWays() throws {
        let account = try read(Directions.Account.self, #"{"name":"a"}"#)
        #expect(account.id == nil && account.password == nil)
        #expect(throws: JSONError.self) { try read(Directions.Account.self, #"{"id":1}"#) }
        #expect(throws: JSONError.self) { try read(Directions.Report.self, "{}") }
    }

    @Test(arguments: [(true, "null", 400), (false, "null", 201), (true, #""c""#, 201)])
    func serversRefuseANullWhereAMemberMayOnlyBeAbsent(checks: Bool, old: String, status: Int) async throws {
        var router = Directions.FakeServer().router()
        router.validatesRequests = checks
        let head = HTTPRequest(
            method: .post, scheme: nil, authority: nil, path: "/accounts", headerFields: [.contentType: "application/json"])
        let body = HTTPBody(#"{"name":"a","password":"b","old":\#(old)}"#)
        #expect(await router.respond(to: RequestMessage(head: head, body: body)).head.status.code == status)
        #expect(try read(Directions.Account.self, #"{"name":"a","old":null}"#).old == nil)
    }

    @Test func largeMembersAreValuesThoughTheyStandElsewhere() throws {
        let json = #"{"first":{"p1":"a","p25":"b"},"second":{}}"#
        #expect(try roundTrip(Objects.HasLarge.self, json) == json)
        #expect(try roundTrip(Objects.HasLarge.self, #"{"first":{}}"#) == #"{"first":{}}"#)
        #expect(MemoryLayout<Objects.HasLarge>.size <= 2 * MemoryLayout<Int>.size)
        let one = try read(Objects.HasLarge.self, json)
        var other = one
        #expect(one == other && one.hashValue == other.hashValue)
        other.second?.p1 = "c"
        #expect(one != other && one.second?.p1 == nil && other.second?.p1 == "c")
    }

    @Test func membersWithoutANameAreKeptWhereTheyMayBe() throws {
        #expect(try roundTrip(Objects.Open.self, #"{"a":1,"b":[null]}"#) == #"{"a":1,"b":[null]}"#)
        #expect(try read(Objects.Typed.self, #"{"b":"c"}"#).additionalProperties == ["b": "c"])
        #expect(try read(Objects.ByPattern.self, #"{"x-a":1}"#) == ["x-a": 1])
        #expect(try roundTrip(Objects.ByPatterns.self, #"{"s-b":"c","x-a":1}"#) == #"{"s-b":"c","x-a":1}"#)
        #expect(try read(Objects.PatternsBesideProperties.self, #"{"name":"a","x-b":2}"#).additionalProperties == ["x-b": 2])
        #expect(try read(Objects.Unevaluated.self, #"{"c":2}"#).additionalProperties == ["c": 2])
        #expect(throws: JSONError.self) { try read(Objects.Typed.self, #"{"b":1}"#) }
    }

    @Test func allOfIsOneTypeWithTheRequirementsOfAllParts() throws {
        #expect(throws: JSONError.self) { try read(Objects.Derived.self, #"{"id":1}"#) }
        let json = #"{"own":"o","id":1,"tag":"t","extra":true}"#
        #expect(try roundTrip(Objects.Derived.self, json) == json)
    }
}
