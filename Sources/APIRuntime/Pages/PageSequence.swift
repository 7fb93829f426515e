/// The pages of a list, each requested when it is needed.
///
/// Clients have a function that returns them for each operation that has pages:
///
///     for try await pet in client.listPetsPages(limit: 50).all { print(pet.name) }
///
/// Nothing is requested before the first page is needed, and nothing after the last page that was. The list ends with the page that
/// has no successor, and at a cursor or URL that was there before.
public struct PageSequence<Page: Sendable, Item: Sendable>: AsyncSequence, Sendable {
    public typealias Element = Page

    let items: @Sendable (Page) -> [Item]
    private let start: @Sendable () -> (() async throws -> Page?)

    /// - Parameter start: Returns a function that returns the next page.
    init(items: @escaping @Sendable (Page) -> [Item], start: @escaping @Sendable () -> (() async throws -> Page?)) {
        self.items = items
        self.start = start
    }

    /// The items of all pages.
    public var all: PagedItems<Page, Item> { PagedItems(pages: self) }

    public func makeAsyncIterator() -> Iterator {
        Iterator(advance: start())
    }

    /// Returns the pages in their order.
    public struct Iterator: AsyncIteratorProtocol {
        let advance: () async throws -> Page?

        /// - Throws: What the operation throws; ``PageError``; `CancellationError` when the task is cancelled.
        public mutating func next() async throws -> Page? {
            try Task.checkCancellation()
            return try await advance()
        }
    }
}

/// The items of all pages of a list. Each page is requested when its first item is needed.
public struct PagedItems<Page: Sendable, Item: Sendable>: AsyncSequence, Sendable {
    public typealias Element = Item

    /// The pages.
    public let pages: PageSequence<Page, Item>

    public func makeAsyncIterator() -> Iterator {
        Iterator(pages: pages.makeAsyncIterator(), items: pages.items)
    }

    /// Returns the items in their order.
    public struct Iterator: AsyncIteratorProtocol {
        var pages: PageSequence<Page, Item>.Iterator
        let items: (Page) -> [Item]
        var rest: ArraySlice<Item> = []

        /// - Throws: What requesting a page throws.
        public mutating func next() async throws -> Item? {
            while rest.isEmpty {
                guard let page = try await pages.next() else { return nil }
                rest = items(page)[...]
            }
            return rest.popFirst()
        }
    }
}

extension PageSequence {
    /// Creates the pages of an operation whose response holds the cursor of the next page.
    ///
    /// - Parameters:
    ///   - cursor: The cursor of the first page; `nil` for the beginning.
    ///   - items: Returns the items of a page.
    ///   - next: Returns the cursor of the next page; `nil` or an empty string if there is none.
    ///   - more: Returns whether there is a next page; `nil` if the page does not say.
    ///   - request: Requests the page at a cursor.
    public init<Cursor: Hashable & Sendable>(
        cursor: Cursor?, items: @escaping @Sendable (Page) -> [Item], next: @escaping @Sendable (Page) -> Cursor?,
        more: @escaping @Sendable (Page) -> Bool? = { _ in nil },
        request: @escaping @Sendable (_ cursor: Cursor?) async throws -> Page
    ) {
        self.init(items: items) {
            var cursor = cursor
            var seen = Set<Int>()
            if let cursor { seen.insert(cursor.hashValue) }
            var isDone = false
            return {
                if isDone { return nil }
                let page = try await request(cursor)
                cursor = next(page)
                isDone = cursor.map { ($0 as? String)?.isEmpty == true || !seen.insert($0.hashValue).inserted } ?? true
                if more(page) == false { isDone = true }
                return page
            }
        }
    }

    /// Creates the pages of an operation that skips a number of items. The list ends with a page that has none.
    ///
    /// - Parameters:
    ///   - offset: The number of items before the first page; `nil` for the operation's default.
    ///   - first: The operation's default.
    ///   - items: Returns the items of a page.
    ///   - more: Returns whether there is a next page; `nil` if the page does not say.
    ///   - total: Returns the number of all items; `nil` if the page does not say.
    ///   - request: Requests the page at an offset.
    public init<Number: FixedWidthInteger & Sendable>(
        offset: Number?, default first: Number = 0, items: @escaping @Sendable (Page) -> [Item],
        more: @escaping @Sendable (Page) -> Bool? = { _ in nil }, total: @escaping @Sendable (Page) -> Int? = { _ in nil },
        request: @escaping @Sendable (_ offset: Number?) async throws -> Page
    ) {
        self.init(numbered: offset, default: first, items: items, request: request) { page, number in
            let count = items(page).count
            let (next, isTooLarge) = number.addingReportingOverflow(Number(clamping: count))
            guard count > 0, !isTooLarge, more(page) != false, total(page).map({ next < $0 }) ?? true else { return nil }
            return next
        }
    }

    /// Creates the pages of an operation that numbers them. The list ends with a page that has no items.
    ///
    /// - Parameters:
    ///   - number: The number of the first page; `nil` for the operation's default.
    ///   - first: The operation's default.
    ///   - items: Returns the items of a page.
    ///   - more: Returns whether there is a next page; `nil` if the page does not say.
    ///   - total: Returns the number of pages; `nil` if the page does not say.
    ///   - request: Requests the page of a number.
    public init<Number: FixedWidthInteger & Sendable>(
        page number: Number?, default first: Number = 1, items: @escaping @Sendable (Page) -> [Item],
        more: @escaping @Sendable (Page) -> Bool? = { _ in nil }, total: @escaping @Sendable (Page) -> Int? = { _ in nil },
        request: @escaping @Sendable (_ page: Number?) async throws -> Page
    ) {
        self.init(numbered: number, default: first, items: items, request: request) { page, number in
            let (next, isTooLarge) = number.addingReportingOverflow(1)
            guard !items(page).isEmpty, !isTooLarge, more(page) != false else { return nil }
            // Pages are counted from the number of the first one.
            let last = total(page).map { $0.addingReportingOverflow(Int(clamping: first) - 1).partialValue }
            return last.map { next <= $0 } ?? true ? next : nil
        }
    }

    private init<Number: FixedWidthInteger & Sendable>(
        numbered start: Number?, default first: Number, items: @escaping @Sendable (Page) -> [Item],
        request: @escaping @Sendable (Number?) async throws -> Page, next: @escaping @Sendable (Page, Number) -> Number?
    ) {
        self.init(items: items) {
            var number = start
            var isDone = false
            return {
                if isDone { return nil }
                let page = try await request(number)
                number = next(page, number ?? first)
                isDone = number == nil
                return page
            }
        }
    }
}

/// A next page that is not requested.
public enum PageError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The URL of the next page has another origin, which must not see the credentials of the client.
    case otherOrigin(String)

    public var description: String {
        switch self {
        case .otherOrigin(let url): "the URL of the next page, '\(url.shortened(to: 200))', has another origin"
        }
    }
}
