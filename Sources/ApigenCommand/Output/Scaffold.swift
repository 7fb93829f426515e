import Printing

/// Files that are written once and then belong to the authors of a package, such as its README.
///
/// The list of a document's files has a line for each with a hash of what was written. A file with other contents was changed, and is
/// kept. Line feeds and carriage returns do not count, as checkouts may change them.
struct ScaffoldRecord {
    private static let mark = "# Written once: "

    /// The hashes of what was written, by path. A run that was killed may have left either the old or the new contents.
    private(set) var hashes: [String: Set<String>] = [:]

    init() {}

    /// Reads the record from the lines of a list of files.
    init(_ lines: some Sequence<String>) {
        for line in lines where line.hasPrefix(Self.mark) {
            let parts = line.dropFirst(Self.mark.count).split(separator: " ", maxSplits: 1)
            if parts.count == 2 { hashes[String(parts[1]), default: []].insert(String(parts[0])) }
        }
    }

    mutating func record(_ bytes: [UInt8], at path: String) {
        hashes[path] = [contentHash(bytes)]
    }

    mutating func keep(_ path: String, from earlier: ScaffoldRecord) {
        hashes[path] = earlier.hashes[path]
    }

    mutating func merge(_ other: ScaffoldRecord) {
        hashes.merge(other.hashes) { $0.union($1) }
    }

    /// Whether a file still has what was written.
    func isUnchanged(_ bytes: [UInt8], at path: String) -> Bool {
        hashes[path]?.contains(contentHash(bytes)) == true
    }

    /// The lines for a list of files.
    var lines: [String] {
        hashes.sorted { $0.key < $1.key }.flatMap { path, hashes in hashes.sorted().map { "\(Self.mark)\($0) \(path)" } }
    }
}

/// Whether two files differ by their line ends only.
func areSameLines(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one == other || withoutCarriageReturns(one) == withoutCarriageReturns(other)
}

/// FNV-1a with 64 bits. The contents are those of people who keep the list themselves, so that nobody gains by a collision.
private func contentHash(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in withoutCarriageReturns(bytes) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
}

/// The bytes without the carriage returns in front of line feeds.
private func withoutCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "\r")) else { return bytes }
    return bytes.indices.compactMap { index in
        let isInLineEnd =
            bytes[index] == UInt8(ascii: "\r") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
        return isInLineEnd ? nil : bytes[index]
    }
}
