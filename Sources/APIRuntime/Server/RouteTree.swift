/// All path templates, segment by segment, so that finding a route takes time in the length of the path.
struct RouteTree {
    private struct Node {
        var literals: [String: Int] = [:]
        var patterns: [(pattern: SegmentPattern, node: Int)] = []
        var whole: Int?
        var routes: [Route] = []
    }

    /// A route with the names of the parameters in its path, in their order.
    struct Route {
        let method: String
        let index: Int
        let names: [String]
    }

    enum Match {
        case found(index: Int, captures: [(name: String, text: Substring)])
        /// Other methods than the one asked for have this path.
        case otherMethods([String])
        case nothing
    }

    private var nodes = [Node()]

    mutating func add(method: String, path: String, index: Int) {
        var current = 0
        var names: [String] = []
        for segment in Self.segments(of: path) {
            let pattern = SegmentPattern(segment)
            names += pattern.names
            current = child(of: current, for: pattern)
        }
        nodes[current].routes.append(Route(method: method, index: index, names: names))
    }

    func match(method: String, path: Substring) -> Match {
        var search = Search(method: method, segments: Self.segments(of: path))
        if let route = find(from: 0, depth: 0, &search) {
            return .found(index: route.index, captures: Array(zip(route.names, search.captures)))
        }
        return search.methods.isEmpty ? .nothing : .otherMethods(search.methods)
    }

    private struct Search {
        let method: String
        let segments: [Substring]
        var captures: [Substring] = []
        var methods: [String] = []
    }

    /// Literal segments go before patterns, these before whole parameters. No node is visited twice.
    private func find(from index: Int, depth: Int, _ search: inout Search) -> Route? {
        let node = nodes[index]
        guard depth < search.segments.count else { return route(of: node, &search) }
        let segment = search.segments[depth]
        if !node.literals.isEmpty, let literal = PercentEncoding.decode(segment), let next = node.literals[literal],
            let route = find(from: next, depth: depth + 1, &search)
        {
            return route
        }
        let captured = search.captures.count
        for (pattern, next) in node.patterns {
            guard let texts = pattern.match(segment) else { continue }
            search.captures += texts
            if let route = find(from: next, depth: depth + 1, &search) { return route }
            search.captures.removeLast(search.captures.count - captured)
        }
        if let next = node.whole, !segment.isEmpty {
            search.captures.append(segment)
            if let route = find(from: next, depth: depth + 1, &search) { return route }
            search.captures.removeLast(search.captures.count - captured)
        }
        return nil
    }

    private func route(of node: Node, _ search: inout Search) -> Route? {
        if let route = node.routes.first(where: { $0.method == search.method }) { return route }
        if search.method == "HEAD", let route = node.routes.first(where: { $0.method == "GET" }) { return route }
        for route in node.routes where !search.methods.contains(route.method) { search.methods.append(route.method) }
        return nil
    }

    private mutating func child(of parent: Int, for pattern: SegmentPattern) -> Int {
        let known =
            if pattern.names.isEmpty {
                nodes[parent].literals[PercentEncoding.decode(Substring(pattern.literals[0])) ?? pattern.literals[0]]
            } else if pattern.isWhole {
                nodes[parent].whole
            } else {
                nodes[parent].patterns.first { $0.pattern.literals == pattern.literals }?.node
            }
        if let known { return known }
        nodes.append(Node())
        let child = nodes.count - 1
        if pattern.names.isEmpty {
            nodes[parent].literals[PercentEncoding.decode(Substring(pattern.literals[0])) ?? pattern.literals[0]] = child
        } else if pattern.isWhole {
            nodes[parent].whole = child
        } else {
            nodes[parent].patterns.append((pattern, child))
        }
        return child
    }

    /// The segments between slashes; one slash at the end makes no difference.
    private static func segments(of path: some StringProtocol) -> [Substring] {
        var segments = Substring(path).pieces(between: UInt8(ascii: "/"))
        if segments.first?.isEmpty == true { segments.removeFirst() }
        if segments.last?.isEmpty == true { segments.removeLast() }
        return segments
    }
}
