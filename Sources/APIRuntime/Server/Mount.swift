/// The operations below one path.
struct Mount: Sendable {
    /// The path, such as `/api/v1`; empty at the root.
    let basePath: String
    var tree = RouteTree()
    private let segments: [String]

    /// - Parameters:
    ///   - server: A path, or a URL with that path.
    ///   - base: The path that a relative path is resolved against (RFC 3986, section 5.2).
    init(at server: String, below base: String = "") {
        let path = URIReference(server).path
        var segments: [String] = []
        for segment in ((path.hasPrefix("/") ? "" : base + "/") + path).split(separator: "/") where segment != "." {
            if segment == ".." {
                _ = segments.popLast()
            } else {
                segments.append(PercentEncoding.decode(segment) ?? String(segment))
            }
        }
        self.segments = segments
        basePath = segments.map { "/" + PercentEncoding.encode($0) }.joined()
    }

    /// Returns the same operations below another path.
    func moved(to server: String, below base: String = "") -> Mount {
        var moved = Mount(at: server, below: base)
        moved.tree = tree
        return moved
    }

    func match(method: String, path: Substring) -> RouteTree.Match {
        guard let path = pathBelow(path) else { return .nothing }
        return tree.match(method: method, path: path)
    }

    /// Returns the rest of a path after the base path, or `nil` if the path is not below it.
    func pathBelow(_ path: Substring) -> Substring? {
        var rest = path
        for segment in segments {
            guard rest.utf8.first == UInt8(ascii: "/") else { return nil }
            let found = rest.dropFirst().beforeFirst(UInt8(ascii: "/"), or: UInt8(ascii: "/"))
            guard PercentEncoding.decode(found) == segment else { return nil }
            rest = rest[found.endIndex...]
        }
        return rest
    }
}
