#if StatusService
import APIRuntime
import Features
import Testing

/// Lists of ten thousand items in pages, over a real socket.
struct PagesWireTests {
    private static let count = 10_000

    private func receiveAll<Page>(
        _ adapter: ClientAdapter, _ pages: @escaping @Sendable (Paging.Client) -> PageSequence<Page, Paging.Item>
    ) async throws {
        try await withRunningServer(Lists(count: Self.count).router()) { url in
            let client = Paging.Client(serverURL: url, transport: adapter.transport)
            var numbers: [Int] = []
            for try await item in pages(client).all { numbers.append(item.number) }
            #expect(numbers == Array(0..<Self.count))
        }
    }

    @Test(.timeLimit(.minutes(2)), arguments: ClientAdapter.allCases)
    func aCursorLeadsToTheNextPage(_ adapter: ClientAdapter) async throws {
        try await receiveAll(adapter) { $0.listByCursorPages(limit: 100) }
    }

    @Test(.timeLimit(.minutes(2)), arguments: ClientAdapter.allCases)
    func namesTellOfACursor(_ adapter: ClientAdapter) async throws {
        try await receiveAll(adapter) { $0.listEventsPages() }
    }

    @Test(.timeLimit(.minutes(2)), arguments: ClientAdapter.allCases)
    func marksTellOfACursor(_ adapter: ClientAdapter) async throws {
        try await receiveAll(adapter) { $0.listMarkedPages() }
    }

    @Test(.timeLimit(.minutes(2)), arguments: ClientAdapter.allCases)
    func itemsAreSkipped(_ adapter: ClientAdapter) async throws {
        try await receiveAll(adapter) { $0.listByOffsetPages(limit: 100) }
    }

    @Test(.timeLimit(.minutes(2)), arguments: ClientAdapter.allCases)
    func pagesAreNumbered(_ adapter: ClientAdapter) async throws {
        try await receiveAll(adapter) { $0.listByPagePages(page: 1) }
    }

    @Test(.timeLimit(.minutes(2)), arguments: ClientAdapter.allCases)
    func theLinkFieldLeadsToTheNextPage(_ adapter: ClientAdapter) async throws {
        try await receiveAll(adapter) { client in
            PageSequence(links: client, items: { $0.body }) { try await $0.listByLink(group: "a b", limit: 100) }
        }
    }

    @Test(.timeLimit(.minutes(2)), arguments: ClientAdapter.allCases)
    func aURLLeadsToTheNextPage(_ adapter: ClientAdapter) async throws {
        try await receiveAll(adapter) { $0.listByURLPages(limit: 100) }
    }
}

/// Lists of numbered items.
private struct Lists: Paging.Server {
    let count: Int

    private func items(from start: Int, _ limit: Int?) -> (items: [Paging.Item], next: Int?) {
        let end = min(start + (limit ?? 100), count)
        return ((min(start, end)..<end).map { Paging.Item(number: $0) }, end < count ? end : nil)
    }

    func listByCursor(limit: Int?, after: String?) async throws -> Paging.CursorPage {
        let page = items(from: after.flatMap { Int($0) } ?? 0, limit)
        return Paging.CursorPage(data: page.items, meta: .init(next: Nullable(page.next.map { "\($0)" })))
    }

    func listByOffset(offset: Int, limit: Int?) async throws -> Paging.OffsetPage {
        let page = items(from: offset, limit)
        return Paging.OffsetPage(items: page.items, more: page.next != nil)
    }

    func listByPage(page: Int32) async throws -> Paging.NumberedPage {
        let start = (Int(page) - 1) * 100
        return Paging.NumberedPage(items: items(from: start, 100).items, pages: Int32(count / 100))
    }

    func listEvents(pageToken: String?) async throws -> Paging.EventPage {
        let page = items(from: pageToken.flatMap { Int($0) } ?? 0, 250)
        return Paging.EventPage(events: page.items, nextPageToken: page.next.map { "\($0)" })
    }

    func listMarked(from: Int?) async throws -> Paging.MarkedPage {
        let page = items(from: from ?? 0, 250)
        return Paging.MarkedPage(found: page.items, links: .init(to: page.next))
    }

    func listByLink(group: String, limit: Int?, start: Int?) async throws -> Paging.ListByLinkResponse {
        let page = items(from: start ?? 0, limit)
        let link = page.next.map { "<?limit=\(limit ?? 100)&start=\($0)>; rel=\"last next\", </>; rel=first" }
        return Paging.ListByLinkResponse(link: link, body: page.items)
    }

    func listByURL(limit: Int?, start: Int?) async throws -> Paging.ListByURLResponse {
        let page = items(from: start ?? 0, limit)
        let next = page.next.map { "/url?limit=\(limit ?? 100)&start=\($0)" }
        return Paging.ListByURLResponse(xTotal: count, body: .init(next: Nullable(next), results: page.items))
    }
}
#endif
