/// A URI or a reference relative to one, in the parts that references need; RFC 3986, section 4.1.
struct URIReference: Hashable {
    /// With its colon.
    var scheme: Substring
    /// With its two slashes.
    var authority: Substring
    var path: String
    /// Without its number sign; nil where there is none.
    var fragment: String?

    init(_ text: String) {
        var rest = Substring(text)
        if let number = rest.firstIndex(of: "#") {
            fragment = String(rest[rest.index(after: number)...])
            rest = rest[..<number]
        }
        scheme = ""
        authority = ""
        if let colon = rest.firstIndex(of: ":"), isScheme(rest[..<colon]) {
            scheme = rest[...colon]
            rest = rest[rest.index(after: colon)...]
        }
        if rest.hasPrefix("//") {
            let end = rest.dropFirst(2).firstIndex(of: "/") ?? rest.endIndex
            authority = rest[..<end]
            rest = rest[end...]
        }
        path = String(rest)
    }

    /// Everything before the fragment.
    var address: String { scheme + authority + path }

    /// Whether it is a path that leads on from where it stands.
    var isRelativePath: Bool { scheme.isEmpty && authority.isEmpty && !path.hasPrefix("/") }

    /// Section 5.2.2; a relative base gives a relative result.
    func resolved(against base: URIReference) -> URIReference {
        guard scheme.isEmpty else { return self }
        var result = self
        result.scheme = base.scheme
        guard authority.isEmpty else { return result }
        result.authority = base.authority
        if path.isEmpty {
            result.path = base.path
        } else if !path.hasPrefix("/") {
            let folder = base.path.lastIndex(of: "/").map { base.path[...$0] } ?? ""
            result.path = withoutDotSegments(folder + path)
        }
        return result
    }
}

/// Section 3.1. A single letter is a drive rather than a scheme, and no more a file to read.
private func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A else { return false }
    return text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2B || byte == 0x2D || byte == 0x2E
    }
}

/// Section 5.2.4, except that `..` at the start of a relative path stays.
private func withoutDotSegments(_ path: String) -> String {
    var segments: [Substring] = []
    let isAbsolute = path.hasPrefix("/")
    for segment in path.split(separator: "/", omittingEmptySubsequences: false).dropFirst(isAbsolute ? 1 : 0) {
        switch segment {
        case ".": continue
        case "..":
            if let last = segments.last, last != ".." {
                segments.removeLast()
            } else if !isAbsolute {
                segments.append(segment)
            }
        default: segments.append(segment)
        }
    }
    return (isAbsolute ? "/" : "") + segments.joined(separator: "/")
}
