import HTTPTypes

extension PageSequence {
    /// Creates the pages of an operation whose response has the URL of the next page in its header field `Link` (RFC 8288).
    ///
    /// - Parameters:
    ///   - client: The client.
    ///   - items: Returns the items of a page.
    ///   - request: Requests the first page. The client that it receives requests the other pages instead.
    public init<Client: APIClient>(
        links client: Client, items: @escaping @Sendable (Page) -> [Item],
        request: @escaping @Sendable (_ client: Client) async throws -> Page
    ) {
        self.init(linked: client, items: items, next: { $1.next }, request: request)
    }

    /// Creates the pages of an operation whose response holds the URL of the next page.
    ///
    /// - Parameters:
    ///   - client: The client.
    ///   - items: Returns the items of a page.
    ///   - next: Returns the URL of the next page, which can be relative; `nil` or an empty string if there is none.
    ///   - request: Requests the first page. The client that it receives requests the other pages instead.
    public init<Client: APIClient>(
        urls client: Client, items: @escaping @Sendable (Page) -> [Item], next: @escaping @Sendable (Page) -> String?,
        request: @escaping @Sendable (_ client: Client) async throws -> Page
    ) {
        self.init(linked: client, items: items, next: { page, _ in next(page) }, request: request)
    }

    private init<Client: APIClient>(
        linked client: Client, items: @escaping @Sendable (Page) -> [Item],
        next: @escaping @Sendable (Page, LinkField) -> String?,
        request: @escaping @Sendable (Client) async throws -> Page
    ) {
        self.init(items: items) {
            var target: URIReference?
            var seen = Set<Int>()
            var isDone = false
            return {
                if isDone { return nil }
                let visit = PageVisit(target, keeping: client.configuration.queryKeys)
                let page = try await request(client.with(middleware: visit))
                let text = next(page, LinkField(visit.headers))
                seen.insert(visit.url.resource.hashValue)
                target = text.flatMap {
                    $0.isEmpty ? nil : URIReference(PercentEncoding.encode($0, keeping: .reserved(except: "")))
                }?.resolved(against: visit.url)
                if let target, !visit.isOfSameOrigin(target) { throw PageError.otherOrigin(target.resource) }
                isDone = target.map { !seen.insert($0.resource.hashValue).inserted } ?? true
                return page
            }
        }
    }
}

/// Sends a request to the URL of a page, and keeps where it went and the header fields of its response.
private final class PageVisit: Middleware {
    private let target: URIReference?
    private let queryKeys: Set<String>
    private let state = Locked((url: URIReference(""), headers: HTTPFields()))

    /// - Parameters:
    ///   - target: The URL of the page; `nil` for that of the operation.
    ///   - queryKeys: The names of credentials in the query, which the URL of a page does not have.
    init(_ target: URIReference?, keeping queryKeys: Set<String>) {
        self.target = target
        self.queryKeys = queryKeys
    }

    var url: URIReference { state.withLock { $0.url } }
    var headers: HTTPFields { state.withLock { $0.headers } }

    func isOfSameOrigin(_ target: URIReference) -> Bool {
        origin(target.scheme, target.authority) == origin(url.scheme, url.authority)
    }

    func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        var request = request
        let path = request.head.path ?? "/"
        if let target { request.head.path = self.path(of: target, for: path) }
        let url = URIReference("\(request.head.scheme ?? "http")://\(request.head.authority ?? "")\(request.head.path ?? "/")")
        let response = try await next(request)
        state.withLock { $0 = (url, response.head.headerFields) }
        return response
    }

    private func path(of target: URIReference, for path: String) -> String {
        let pairs = URIReference(path).query?.split(separator: "&") ?? []
        let own = target.query?.split(separator: "&") ?? []
        let kept = pairs.filter { pair in
            let name = pair.prefix { $0 != "=" }
            return queryKeys.contains(String(name)) && !own.contains { $0.prefix { $0 != "=" } == name }
        }
        let query = (own + kept).joined(separator: "&")
        return (target.path.isEmpty ? "/" : target.path) + (query.isEmpty ? "" : "?" + query)
    }
}

extension ClientConfiguration {
    /// The names of credentials in the query, as they are sent.
    fileprivate var queryKeys: Set<String> {
        Set(
            securitySchemes.compactMap { scheme in
                if case .apiKey(in: .query, let name) = scheme.kind { PercentEncoding.encode(name) } else { nil }
            })
    }
}

/// The header field `Link` (RFC 8288, section 3).
struct LinkField {
    /// The target of the first link with the relation `next`.
    let next: String?

    init(_ fields: HTTPFields) {
        guard let name = HTTPField.Name("Link"), let text = fields[name] else {
            next = nil
            return
        }
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            let target = rest[rest.index(after: open)..<close]
            let parameters = Self.parameters(rest[rest.index(after: close)...])
            if Self.isNext(parameters) {
                next = String(target)
                return
            }
            rest = rest[parameters.endIndex...]
        }
        next = nil
    }

    /// What stands before the next comma that is not in quotes.
    private static func parameters(_ text: Substring) -> Substring {
        var isQuoted = false
        let end = text.firstIndex { character in
            if character == "\"" { isQuoted.toggle() }
            return character == "," && !isQuoted
        }
        return text[..<(end ?? text.endIndex)]
    }

    private static func isNext(_ parameters: Substring) -> Bool {
        for piece in MediaType.split(parameters, at: UInt8(ascii: ";")) {
            let pair = piece.split(separator: "=", maxSplits: 1).map { String($0).trimmingHTTPWhitespace }
            guard pair.count == 2, pair[0].lowercased() == "rel" else { continue }
            return MediaType.unquoted(pair[1]).lowercased().split(separator: " ").contains("next")
        }
        return false
    }
}
