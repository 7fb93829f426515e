import APIRuntimeTesting
import HTTPTypes
import Testing

@testable import APIRuntime

struct PagesTests {
    private struct Client: APIClient {
        var configuration: ClientConfiguration
    }

    private static let list = APIOperation(
        id: "list", method: "GET", path: "/list", parameters: [Parameter("tag", in: .query)],
        responses: [ResponseDescription("200", ["application/json"])], security: [[RequiredScheme("key")]])

    private let requested = ReceivedTexts()

    /// The pages of a client, whose transport responds with the `Link` field of a table.
    private func linked(_ links: [String: String]) -> PageSequence<[Int], Int> {
        let transport = MockTransport { [requested] request in
            let path = request.head.path ?? ""
            requested.add(path)
            var fields: HTTPFields = [.contentType: "application/json"]
            if let name = HTTPField.Name("Link") { fields[name] = links[path] }
            return ResponseMessage(head: HTTPResponse(status: .ok, headerFields: fields), body: HTTPBody("[1]"))
        }
        let configuration = ClientConfiguration(
            serverURL: "https://example.com", securitySchemes: [SecurityScheme("key", .apiKey(in: .query, name: "key"))],
            credentials: ["key": Credential<APIKeyScheme>.apiKey("k")], transport: transport)
        return PageSequence(links: Client(configuration: configuration), items: { $0 }) { client in
            var call = OperationCall(Self.list, client.configuration)
            call.query("tag", "a")
            return try await call.send().json([Int].self)
        }
    }

    private func count<Page, Item>(_ pages: PageSequence<Page, Item>) async throws -> Int {
        var count = 0
        for try await _ in pages { count += 1 }
        return count
    }

    @Test func theURLOfAPageReplacesPathAndQuery() async throws {
        let pages = linked([
            "/list?tag=a&key=k": "<https://EXAMPLE.com:443/other?page=2>; rel=next",
            "/other?page=2&key=k": "</third>; title=\"a, <b>\"; rel=\"prev\", <4?key=own>; rel=\"x NEXT\"",
            "/4?key=own": "<>; rel=self",
        ])
        #expect(try await count(pages) == 3)
        #expect(requested.texts == ["/list?tag=a&key=k", "/other?page=2&key=k", "/4?key=own"])
    }

    /// The other origin would receive the credentials of this one.
    @Test(arguments: ["https://evil.example/2", "http://example.com/2", "//evil.example/2", "https://user@example.com/2", "ftp:x"])
    func anotherOriginIsNotRequested(_ url: String) async throws {
        await #expect(throws: PageError.self) { try await count(linked(["/list?tag=a&key=k": "<\(url)>; rel=next"])) }
        #expect(requested.texts.count == 1)
    }

    @Test func aURLThatRepeatsEndsTheList() async throws {
        let pages = linked(["/list?tag=a&key=k": "</2?key=k>; rel=next", "/2?key=k": "</list?tag=a&key=k>; rel=next"])
        #expect(try await count(pages) == 2)
    }

    @Test func whatNoURLHasIsEncoded() async throws {
        #expect(try await count(linked(["/list?tag=a&key=k": "</a b\"é?x=%20>; rel=next"])) == 2)
        #expect(requested.texts.last == "/a%20b%22%C3%A9?x=%20&key=k")
    }

    @Test func aCursorThatRepeatsEndsTheList() async throws {
        let next = [nil: "a", "a": "b", "b": "a"]
        let pages = PageSequence<String?, Int>(cursor: nil, items: { _ in [1] }, next: { next[$0] ?? nil }) { $0 }
        #expect(try await count(pages) == 3)
        let empty = PageSequence<Int, Int>(cursor: "x", items: { [$0] }, next: { _ in "" }) { _ in 1 }
        #expect(try await count(empty) == 1)
    }

    @Test func numbersEndWithTheItems() async throws {
        func sizes(_ total: Int?, more: Bool? = nil) async throws -> [Int?] {
            let asked = Locked<[Int?]>([])
            let pages = PageSequence<[Int], Int>(offset: nil, items: { $0 }, more: { _ in more }, total: { _ in total }) { offset in
                asked.withLock { $0.append(offset) }
                return Array((offset ?? 0)..<min((offset ?? 0) + 4, 10))
            }
            _ = try await count(pages)
            return asked.withLock { $0 }
        }
        #expect(try await sizes(nil) == [nil, 4, 8, 10])
        #expect(try await sizes(10) == [nil, 4, 8])
        #expect(try await sizes(nil, more: false) == [nil])
        let pages = PageSequence<Int, Int>(page: Int8(126), items: { [$0] }) { Int($0 ?? 1) }
        #expect(try await count(pages) == 2)
        let counted = PageSequence<Int, Int>(page: nil, default: 0, items: { [$0] }, total: { _ in 3 }) { $0 ?? 0 }
        #expect(try await count(counted) == 3)
    }

    /// Only pages that are needed are requested.
    @Test func pagesAreRequestedWhenTheyAreNeeded() async throws {
        let asked = Locked(0)
        let pages = PageSequence<[Int], Int>(page: 1, items: { $0 }) { number in
            asked.withLock { $0 += 1 }
            return [1, 2, 3]
        }
        var rest = 4
        for try await _ in pages.all {
            rest -= 1
            if rest == 0 { break }
        }
        #expect(asked.withLock { $0 } == 2)
        let task = Task { try await count(pages) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
