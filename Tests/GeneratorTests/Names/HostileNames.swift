import Foundation

/// Names that are hard to give to something in Swift, by why they are.
enum HostileNames {
    static let groups: [String: [String]] = {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "hostile-names.json")
        return (try? JSONDecoder().decode([String: [String]].self, from: Data(contentsOf: url))) ?? [:]
    }()

    static let all = groups.sorted { $0.key < $1.key }.flatMap(\.value)

    /// Names that generated code uses itself, each of which may be harmless only beside another one.
    static let used = ["generated code", "members with a meaning", "runtime", "standard library"].flatMap { groups[$0] ?? [] }

    /// Names that `operationId` can have, which is not empty.
    static let operationIDs = all.filter { !$0.isEmpty }

    /// Names that a component can have (OpenAPI 3.1.1, section 4.8.7.1).
    static let components = all.filter { name in
        !name.isEmpty && name.utf8.allSatisfy { isLetterOrDigit($0) || ".-_".utf8.contains($0) }
    }

    /// Names of header fields and cookies (RFC 9110, section 5.6.2).
    static let tokens = all.filter { name in
        !name.isEmpty && name.utf8.allSatisfy { isLetterOrDigit($0) || "!#$%&'*+-.^_`|~".utf8.contains($0) }
    }

    /// Names of header fields, which differ in more than case (RFC 9110, section 5.1).
    static let headers: [String] = {
        var seen: Set<String> = ["content-type"]
        return tokens.filter { seen.insert($0.lowercased()).inserted }
    }()

    /// Names that stand in braces in a path or in a server's URL.
    static let templated = all.filter { name in
        !name.isEmpty && name != "other" && name.unicodeScalars.first != "\u{301}" && !name.contains { "{}/?#".contains($0) }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        byte < 0x80 && Character(Unicode.Scalar(byte)).isLetter || (0x30...0x39).contains(byte)
    }
}
