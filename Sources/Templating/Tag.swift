import Diagnostics

/// What stands between two braces and two braces.
struct Tag {
    enum Kind {
        case variable, section, inverted, end, partial, comment, delimiters
    }

    let kind: Kind
    let name: String
    let start: Int
    let end: Int

    /// Reads the tag that begins at a place, or gives nil when it does not end on its line; only comments may go on.
    init?(in bytes: [UInt8], at start: Int) {
        let isTriple = start + 2 < bytes.count && bytes[start + 2] == UInt8(ascii: "{")
        let nameStart = start + (isTriple ? 3 : 2)
        let sigil = nameStart < bytes.count && !isTriple ? bytes[nameStart] : 0
        guard let close = findPair(of: UInt8(ascii: "}"), in: bytes, from: nameStart) else { return nil }
        end = close + (isTriple ? 3 : 2)
        guard end <= bytes.count, !isTriple || bytes[end - 1] == UInt8(ascii: "}") else { return nil }
        let (kind, sigilLength) = Tag.kind(of: sigil)
        self.kind = kind
        self.start = start
        var name = bytes[min(nameStart + sigilLength, close)..<close]
        guard kind == .comment || !name.contains(UInt8(ascii: "\n")) else { return nil }
        while let first = name.first, isBlank(first) { name.removeFirst() }
        while let last = name.last, isBlank(last) { name.removeLast() }
        self.name = String(decoding: name, as: UTF8.self)
    }

    private static func kind(of sigil: UInt8) -> (Kind, length: Int) {
        switch sigil {
        case UInt8(ascii: "#"): (.section, 1)
        case UInt8(ascii: "^"): (.inverted, 1)
        case UInt8(ascii: "/"): (.end, 1)
        case UInt8(ascii: ">"): (.partial, 1)
        case UInt8(ascii: "!"): (.comment, 1)
        case UInt8(ascii: "="): (.delimiters, 1)
        case UInt8(ascii: "&"): (.variable, 1)
        default: (.variable, 0)
        }
    }

    /// The whole line with its line break, when nothing but blanks stands beside the tag.
    func lineToItself(from lineStart: Int, in bytes: [UInt8]) -> Range<Int>? {
        let lineEnd = bytes[end...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        guard bytes[lineStart..<start].allSatisfy(isBlank), bytes[end..<lineEnd].allSatisfy(isBlank) else { return nil }
        return lineStart..<min(lineEnd + 1, bytes.count)
    }
}

/// The line that the parser has come to.
struct LinePlace {
    let file: SourceFile.ID
    private(set) var lineStart = 0
    private var line = 1
    private var index = 0

    init(file: SourceFile.ID) {
        self.file = file
    }

    mutating func move(to place: Int, in bytes: [UInt8]) {
        while index < place {
            index += 1
            guard bytes[index - 1] == UInt8(ascii: "\n") else { continue }
            line += 1
            lineStart = index
        }
    }

    /// - Parameter place: somewhere on the line.
    func position(of place: Int, in bytes: [UInt8]) -> Position {
        let characters = bytes[lineStart..<place].count { $0 & 0xC0 != 0x80 }
        return Position(file: file, line: line, column: characters + 1)
    }
}

/// Where a byte stands twice.
func findPair(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + 1 < bytes.count {
        if bytes[index] == byte, bytes[index + 1] == byte { return index }
        index += 1
    }
    return nil
}

private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
}
