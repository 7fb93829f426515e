internal import CLibYAML

/// Converts libyaml's lines, which also end at NEL, LS and PS, to lines as editors count them.
struct LineBreakMarks: ~Copyable {
    /// The start of each of libyaml's lines; empty if the source has none of these characters.
    private var starts = Table<Mark>(capacity: 16)

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        guard Self.contains(base, bytes.count, first: 0xC2) || Self.contains(base, bytes.count, first: 0xE2) else {
            return
        }
        var mark = Mark(line: 1, column: 1)
        starts.append(mark)
        var index = 0
        while index < bytes.count {
            let byte = base[index]
            index += 1
            if byte == 0x0A || byte == 0x0D && !(index < bytes.count && base[index] == 0x0A) {
                mark = Mark(line: mark.line + 1, column: 1)
                starts.append(mark)
            } else if byte & 0xC0 != 0x80 {
                mark.column += 1
                if Self.isBreak(base + index - 1, bytes.count - index + 1) { starts.append(mark) }
            }
        }
    }

    /// - Parameters: Numbers that start at 0, as in libyaml.
    @inline(always)
    func mark(line: Int32, column: Int32) -> Mark {
        guard starts.count > 0 else { return Mark(line: line &+ 1, column: column &+ 1) }
        let start = starts[min(line, Int32(starts.count) - 1)]
        return Mark(line: start.line, column: start.column + column)
    }

    private static func contains(_ base: UnsafePointer<UInt8>, _ count: Int, first: Int32) -> Bool {
        var index = 0
        while let found = memchr(base + index, first, count - index) {
            index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if isBreak(base + index, count - index) { return true }
            index += 1
        }
        return false
    }

    private static func isBreak(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        if start[0] == 0xC2 { return count > 1 && start[1] == 0x85 }
        return start[0] == 0xE2 && count > 2 && start[1] == 0x80 && start[2] & 0xFE == 0xA8
    }
}
