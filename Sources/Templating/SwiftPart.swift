/// A part of a line of Swift, as indices into the line's bytes.
///
/// Lines are laid out through a pointer, as the build plugin runs a debug build, in which slices of arrays cost many times as much.
struct SwiftPart {
    private let base: UnsafePointer<UInt8>
    let startIndex: Int
    let endIndex: Int

    init(_ base: UnsafePointer<UInt8>, _ startIndex: Int, _ endIndex: Int) {
        self.base = base
        self.startIndex = startIndex
        self.endIndex = endIndex
    }

    var count: Int { endIndex &- startIndex }
    var isEmpty: Bool { startIndex >= endIndex }
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base + startIndex, count: count) }
    var first: UInt8? { isEmpty ? nil : base[startIndex] }

    subscript(index: Int) -> UInt8 { base[index] }

    /// The part between two places of the line.
    func part(_ start: Int, _ end: Int) -> SwiftPart { SwiftPart(base, start, end) }

    /// Whether a word stands at a place.
    func has(_ word: StaticString, at place: Int) -> Bool {
        let length = word.utf8CodeUnitCount
        guard place >= startIndex, place &+ length <= endIndex else { return false }
        let letters = word.utf8Start
        var index = 0
        while index < length {
            if base[place &+ index] != letters[index] { return false }
            index &+= 1
        }
        return true
    }

    func hasPrefix(_ word: StaticString) -> Bool { has(word, at: startIndex) }

    var endsInBrace: Bool { has(" {", at: endIndex &- 2) }

    /// The number of characters.
    var columns: Int {
        var columns = 0
        var index = startIndex
        while index < endIndex {
            if base[index] & 0xC0 != 0x80 { columns &+= 1 }
            index &+= 1
        }
        return columns
    }

    func contains(_ byte: UInt8) -> Bool {
        var index = startIndex
        while index < endIndex {
            if base[index] == byte { return true }
            index &+= 1
        }
        return false
    }

    /// The last place of a byte.
    func lastIndex(of byte: UInt8) -> Int? {
        var index = endIndex
        while index > startIndex {
            index &-= 1
            if base[index] == byte { return index }
        }
        return nil
    }

    /// The part without the blanks around it.
    var trimmed: SwiftPart {
        var (start, end) = (startIndex, endIndex)
        while start < end, base[start] == UInt8(ascii: " ") { start &+= 1 }
        while start < end, base[end &- 1] == UInt8(ascii: " ") { end &-= 1 }
        return part(start, end)
    }

    /// The parts that end at some places, without the blanks between them.
    func split(behind places: [Int]) -> [SwiftPart] {
        var parts: [SwiftPart] = []
        var start = startIndex
        for place in places {
            let part = part(start, place + 1).trimmed
            if !part.isEmpty { parts.append(part) }
            start = place + 1
        }
        let rest = part(start, endIndex).trimmed
        if !rest.isEmpty { parts.append(rest) }
        return parts
    }
}
