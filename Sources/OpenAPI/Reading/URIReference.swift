/// A URI or relative reference, split into the parts that `$ref` needs; RFC 3986, section 4.1.
struct URIReference: Hashable {
    /// The scheme with its colon.
    var scheme: Substring
    /// The authority with its two slashes.
    var authority: Substring
    var path: String
    /// The fragment without its `#`; `nil` if there is none.
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

    /// The URI without its fragment.
    var address: String { scheme + authority + path }

    /// Whether it is a relative path.
    var isRelativePath: Bool { scheme.isEmpty && authority.isEmpty && !path.hasPrefix("/") }

    /// Returns the reference resolved against a base (section 5.2.2); a relative base gives a relative result.
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

/// Returns whether a text is a scheme; section 3.1. A single letter is a Windows drive, which is not read either.
private func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A else { return false }
    return text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2B || byte == 0x2D || byte == 0x2E
    }
}

/// Removes dot segments (section 5.2.4), except `..` at the start of a relative path.
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
