internal import CLibYAML

/// The start of each line of a source; lines end with LF, CR LF or CR.
struct LineTable: ~Copyable, Sendable {
    private var starts: Table<Int32>

    init(_ source: UnsafeBufferPointer<UInt8>) {
        starts = Table(capacity: source.count / 40)
        starts.append(0)
        guard let base = source.baseAddress else { return }
        let hasReturns = memchr(base, 0x0D, source.count) != nil
        var line = 0
        while let found = memchr(base + line, 0x0A, source.count - line) {
            let next = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
            if hasReturns { addLines(endingWithReturn: line..<next - 1, of: base) }
            starts.append(Int32(truncatingIfNeeded: next))
            line = next
        }
        if hasReturns { addLines(endingWithReturn: line..<source.count, of: base) }
    }

    private mutating func addLines(endingWithReturn range: Range<Int>, of base: UnsafePointer<UInt8>) {
        var index = range.lowerBound
        // A CR before this byte belongs to an LF after it or ends the source.
        while index < range.upperBound - 1 {
            if base[index] == 0x0D { starts.append(Int32(truncatingIfNeeded: index + 1)) }
            index += 1
        }
    }

    /// Returns the offset of a mark, at most the end of the source.
    func offset(of mark: Mark, in source: [UInt8]) -> Int {
        guard mark.line <= Int32(starts.count) else { return source.count }
        var offset = Int(starts[mark.line - 1])
        var column = mark.column
        while column > 1, offset < source.count {
            offset += 1
            while offset < source.count, source[offset] & 0xC0 == 0x80 { offset += 1 }
            column -= 1
        }
        return offset
    }
}

/// Returns the mark of a byte.
func mark(at offset: Int, in source: UnsafeBufferPointer<UInt8>) -> Mark {
    var mark = Mark(line: 1, column: 1)
    var index = 0
    while index < min(offset, source.count) {
        let byte = source[index]
        index += 1
        if byte == 0x0A || byte == 0x0D && !(index < source.count && source[index] == 0x0A) {
            mark = Mark(line: mark.line + 1, column: 1)
        } else if byte & 0xC0 != 0x80 {
            mark.column += 1
        }
    }
    return mark
}
