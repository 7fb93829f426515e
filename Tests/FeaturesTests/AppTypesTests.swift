import APIRuntime
import APIRuntimeTesting
import Features
import Foundation
import HTTPTypes
import Testing

/// `Specs/Features/app-types.yaml`: types of Foundation, unknown members and protocols.
struct AppTypesTests {
    private static let record = #"""
        {"id":"f81d4fae-7dec-11d0-a765-00a0c91e6bf6","changed":"2026-07-14T08:30:00.25Z","home":"https://example.com/","contents":"AQID","price":9.99,"kind":"plain"}
        """#

    private var record: AppTypes.Record {
        get throws { try read(AppTypes.Record.self, Self.record) }
    }

    @Test func valuesAreFoundations() throws {
        let record = try record
        #expect(record.id == UUID(uuidString: "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6"))
        #expect(record.changed == Date(timeIntervalSince1970: 1_784_017_800.25))
        #expect(record.home == URL(string: "https://example.com/"))
        #expect(record.contents == Data([1, 2, 3]))
        #expect(record.price == Decimal(string: "9.99"))
        #expect(try roundTrip(AppTypes.Record.self, Self.record) == Self.record)
    }

    @Test func anInvalidURLIsAnErrorAtItsPlace() {
        let json = Self.record.replacingOccurrences(of: "https://example.com/", with: "http://exam ple.com")
        do {
            _ = try read(AppTypes.Record.self, json)
            Issue.record("it was read")
        } catch {
            #expect(error.pointer == "/home")
        }
    }

    @Test func defaultsAreTheDocuments() throws {
        let defaults = try read(AppTypes.Defaults.self, "{}")
        #expect(defaults == AppTypes.Defaults())
        #expect(defaults.since == Date(timeIntervalSince1970: 1_769_860_800.25))
        #expect(defaults.home.port == 8080)
        #expect(defaults.price == Decimal(string: "9.99"))
        #expect(defaults.contents == Data("apigen".utf8))
    }

    @Test func unknownMembersSurvive() throws {
        let json = #"{"name":"n","description":"d"}"#
        let other = #"{"description":"d","reason":"r","extra":{"b":[1.50,null]},"x":1}"#
        let event = try read(AppTypes.RemovedEvent.self, other)
        #expect(event.unknownMembers["x"] == 1)
        #expect(try roundTrip(AppTypes.RemovedEvent.self, other) == other)
        #expect(event != AppTypes.RemovedEvent(description: "d", reason: "r"))
        #expect(try read(AppTypes.RemovedEvent.self, json).unknownMembers == ["name": "n"])
        var record = try record
        record.otherMembers["more"] = true
        record.unknownMembers = 3
        let written = String(decoding: try JSONWriter.write(record), as: UTF8.self)
        #expect(written.hasSuffix(#""unknownMembers":3,"more":true}"#))
        let again = try read(AppTypes.Record.self, written)
        #expect(again == record)
    }

    @Test func unknownMembersDecideBetweenAlternativesAsBefore() throws {
        guard case .closed = try read(AppTypes.Either.self, #"{"id":1}"#) else {
            Issue.record("the closed alternative is the only one without a missing member")
            return
        }
        guard case .createdEvent(let event) = try read(AppTypes.Either.self, #"{"id":1,"description":"d","z":0}"#) else {
            Issue.record("the first alternative knows more members")
            return
        }
        #expect(event.unknownMembers == ["z": 0])
    }

    @Test func aDiscriminatorThatIsNoPropertyIsWrittenOnce() throws {
        let json = #"{"type":"removed","description":"d","extra":1}"#
        let choice = try read(AppTypes.Choice.self, json)
        let written = String(decoding: try JSONWriter.write(choice), as: UTF8.self)
        #expect(written == #"{"type":"removed","description":"d","extra":1}"#)
        let made = AppTypes.Choice.removedEvent(AppTypes.RemovedEvent(description: "d"))
        #expect(String(decoding: try JSONWriter.write(made), as: UTF8.self) == #"{"type":"removed","description":"d"}"#)
    }

    @Test func typesConformToProtocols() throws {
        func identity<Value: Identifiable>(of value: Value) -> Value.ID { value.id }
        #expect(identity(of: try record).uuidString.hasPrefix("F81D"))
        #expect(identity(of: AppTypes.Closed(id: 3)) == 3)
        let described: any CustomStringConvertible = AppTypes.RemovedEvent(description: "d")
        #expect(described.description == "d")
    }

    @Test func callsPassThem() async throws {
        let record = try record
        let client = AppTypes.Client(
            serverURL: "http://localhost", transport: InProcessTransport(AppTypesService(record: record).router()))
        let since = Date(timeIntervalSince1970: 1_784_017_800.125)
        let response = try await client.findRecords(
            since: since, callback: URL(string: "https://example.com/a?b=c&d"), limit: Decimal(string: "0.1"), xTrace: record.id)
        #expect(response.lastChange == since)
        #expect(response.body == [record])
        let address = try await client.addRecord(body: record)
        #expect(address == record.home)
        let time = try await client.getTime(id: record.id)
        #expect(time == record.changed)
        let withoutLimit = try await client.findRecords(since: since)
        #expect(withoutLimit.body.isEmpty, "the limit is the document's default")
    }
}

private struct AppTypesService: AppTypes.Server {
    let record: AppTypes.Record

    func findRecords(
        since: Date, callback: URL?, limit: Decimal, xTrace: UUID?, context: RequestContext
    ) async throws -> AppTypes.FindRecordsResponse {
        let isExpected =
            callback?.absoluteString == "https://example.com/a?b=c&d" && limit == Decimal(string: "0.1") && xTrace == record.id
        return AppTypes.FindRecordsResponse(lastChange: since, body: isExpected && limit != Decimal(string: "2.5") ? [record] : [])
    }

    func addRecord(body: AppTypes.Record, context: RequestContext) async throws -> AppTypes.Address {
        guard context.operation.id == "addRecord", context.head.method == .post else { throw CancellationError() }
        return body.home
    }

    func getTime(id: UUID, context: RequestContext) async throws -> Date { record.changed }
}
