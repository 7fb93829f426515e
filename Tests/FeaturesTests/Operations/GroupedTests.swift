import APIRuntime
import APIRuntimeTesting
import Features
import HTTPTypes
import Testing

/// `Specs/Features/grouped.yaml`: clients with a part for each tag.
struct GroupedTests {
    private let transport = MockTransport(status: 201, json: #"{"name":"Rex"}"#)

    private var client: Grouped.Client {
        Grouped.Client(transport: transport)
    }

    private var sent: [String] { transport.requests.map { "\($0.head.method.rawValue) \($0.head.path ?? "")" } }

    @Test func aPartHasTheOperationsUnderShorterNames() async throws {
        _ = try await client.pets.create(body: Grouped.Pet(name: "Rex"))
        _ = try? await client.pets.list(limit: 3, client: "me")
        #expect(sent == ["POST /pets", "GET /pets?limit=3&client=me"])
    }

    @Test func aNameThatIsTheTagStays() async throws {
        let client = Grouped.Client(transport: MockTransport(status: 204))
        try await client.storeOrdersOperations.storeOrders()
        try await client.storeOrdersOperations.replace()
        try await client.storeOrders()
    }

    /// A part is a client of its own, and has the options of the one that it is a part of.
    @Test func aPartHasOptions() async throws {
        let client = client.with { $0.headers[.acceptLanguage] = "de" }
        _ = try await client.pets.with { $0.query["trace"] = "1" }.create(body: Grouped.Pet(name: "Rex"))
        #expect(sent == ["POST /pets?trace=1"])
        #expect(transport.requests[0].head.headerFields[.acceptLanguage] == "de")
    }

    @Test func itsErrorsAreThoseOfTheOperation() async throws {
        let client = Grouped.Client(transport: MockTransport(status: 409))
        let error = await #expect(throws: Grouped.CreatePetError.self) {
            try await client.pets.create(body: Grouped.Pet(name: "Rex"))
        }
        guard case .conflict? = error else { throw Unexpected() }
    }
}
