import Printing
import Templating

/// The lines of a doc comment, each with the space that stands behind the slashes.
func comment(_ text: String) -> [Line] {
    if text.isEmpty { return [] }
    var text = text
    return text.withUTF8 { PlainComment.lines(of: $0) } ?? wrapped(SwiftText.commentLines(text)).map { commentLine($0) }
}

private func commentLine(_ text: String) -> Line {
    Line(line: text.isEmpty ? "" : " " + text)
}

/// Breaks long lines of prose at spaces; lists, tables, headings and code stay as they are.
private func wrapped(_ lines: [String]) -> [String] {
    var result: [String] = []
    var isCode = false
    for line in lines {
        if line.hasPrefix("```") { isCode.toggle() }
        if isCode { result.append(line) } else { result += wrapped(line) }
    }
    return result
}

private func wrapped(_ line: String) -> [String] {
    guard line.count > longestLine, line.first?.isLetter == true else { return [line] }
    var result: [String] = []
    var current = ""
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        // A sign at the start of a line could begin a list, a heading or a table.
        let mayBegin = word.first.map { $0.isLetter || $0 == "`" || $0 == "(" || $0 == "\"" } ?? false
        if current.count + word.count > longestLine, mayBegin {
            result.append(current.trimmed)
            current = String(word)
        } else {
            current += current.isEmpty ? String(word) : " " + word
        }
    }
    return result + [current]
}

private let longestLine = 105

/// The lines of a text whose every character is printed as it is, which nearly all texts are: found by their bytes, and each made once.
private struct PlainComment {
    private let text: UnsafeBufferPointer<UInt8>
    private var lines: [Line] = []
    private var isLastBlank = true

    /// - Returns: nil for a text with characters that are left out or replaced.
    static func lines(of text: UnsafeBufferPointer<UInt8>) -> [Line]? {
        guard SwiftText.isPlain(text) else { return nil }
        var comment = PlainComment(text: text)
        guard comment.read() else { return nil }
        return comment.lines
    }

    private mutating func read() -> Bool {
        var isCode = false
        var start = 0
        while start <= text.count {
            var end = start
            var isASCII = true
            while end < text.count, text[end] != UInt8(ascii: "\n") {
                if text[end] >= 0x80 { isASCII = false }
                end &+= 1
            }
            let next = end + 1
            while end > start, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
            if isFence(start, end) {
                // A sign that belongs to the fence's last one is left to the library.
                if end > start + 3, text[start + 3] >= 0x80 { return false }
                isCode.toggle()
            }
            add(start, end, isASCII: isASCII, isCode: isCode)
            start = next
        }
        if lines.last?.line.isEmpty == true { lines.removeLast() }
        return true
    }

    private func isFence(_ start: Int, _ end: Int) -> Bool {
        guard end >= start + 3, text[start] == UInt8(ascii: "`") else { return false }
        return text[start + 1] == UInt8(ascii: "`") && text[start + 2] == UInt8(ascii: "`")
    }

    private mutating func add(_ start: Int, _ end: Int, isASCII: Bool, isCode: Bool) {
        if start == end {
            // Several blank lines are one, and none is the first.
            if !isLastBlank { lines.append(Line(line: "")) }
            isLastBlank = true
            return
        }
        isLastBlank = false
        if end - start <= longestLine || isCode {
            append(start, end)
        } else if isASCII {
            if text[start].isLetter { wrap(start, end) } else { append(start, end) }
        } else {
            lines += wrapped(String(decoding: UnsafeBufferPointer(rebasing: text[start..<end]), as: UTF8.self)).map {
                commentLine($0)
            }
        }
    }

    private mutating func wrap(_ start: Int, _ end: Int) {
        // The part of the line that is not printed yet.
        var (first, last) = (start, start)
        var word = start
        while word <= end {
            var wordEnd = word
            while wordEnd < end, text[wordEnd] != UInt8(ascii: " ") { wordEnd &+= 1 }
            if last - first + wordEnd - word > longestLine, word < wordEnd, text[word].mayBeginLine {
                while last > first, text[last - 1] == UInt8(ascii: " ") { last -= 1 }
                append(first, last)
                first = word
            }
            last = wordEnd
            word = wordEnd + 1
        }
        append(first, last)
    }

    private mutating func append(_ start: Int, _ end: Int) {
        guard start < end, let base = text.baseAddress else { return lines.append(Line(line: "")) }
        let line = String(unsafeUninitializedCapacity: end - start + 1) { buffer in
            guard let place = buffer.baseAddress else { return 0 }
            place.pointee = UInt8(ascii: " ")
            (place + 1).update(from: base + start, count: end - start)
            return end - start + 1
        }
        lines.append(Line(line: line))
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

    /// Whether a line that starts with the character is prose.
    fileprivate var mayBeginLine: Bool {
        isLetter || self == UInt8(ascii: "`") || self == UInt8(ascii: "(") || self == UInt8(ascii: "\"")
    }
}
