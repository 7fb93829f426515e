/// Appends to one buffer, line by line.
struct Printer {
    private(set) var output: [UInt8] = []
    /// What stands before every line of a template that is not empty.
    var indent: [UInt8] = []
    private var isAtLineStart = true
    private var lineStart = 0
    /// Whether lines that are too long are broken as Swift.
    private let isSwift: Bool
    /// What ends the string literal of several lines that the line is in, which has to stay as it is.
    private var literalEnd: [UInt8]?

    init(isSwift: Bool) {
        self.isSwift = isSwift
    }

    /// Appends text without a line break.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        startLine()
        output.append(contentsOf: bytes)
    }

    mutating func append(_ text: String) {
        guard !text.isEmpty else { return }
        startLine()
        var text = text
        text.withUTF8 { appendLines(of: $0) }
    }

    private mutating func appendLines(of text: UnsafeBufferPointer<UInt8>) {
        var end = text.lineEnd(from: 0)
        guard end < text.count else { return output.append(contentsOf: text) }
        let margin = lineIndent
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[..<end]))
        while end < text.count {
            let start = end + 1
            end = text.lineEnd(from: start)
            breakLine()
            guard start < end else { continue }
            output.append(contentsOf: margin)
            output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
        }
    }

    mutating func append(_ value: Value) {
        switch value {
        case .text(let text): append(text)
        case .arguments(let arguments): append(arguments.count == 1 ? arguments[0] : arguments.joined(separator: ", "))
        case .flag, .items: break
        }
    }

    mutating func endLine() {
        finish()
        output.append(UInt8(ascii: "\n"))
        lineStart = output.count
        isAtLineStart = true
    }

    /// Breaks a line that is too long.
    mutating func finish() {
        guard isSwift else { return }
        // Nearly all lines are short and outside a literal, which is seen without a look at their text.
        let isLong = output.count - lineStart > SwiftLine.longest
        guard isLong || literalEnd != nil || endsInQuotes else { return }
        var start = lineStart
        while start < output.count, output[start] == UInt8(ascii: " ") { start &+= 1 }
        if let end = literalEnd {
            if output[start...].starts(with: end) { literalEnd = nil }
        } else if output[start...].starts(with: "//".utf8) {
            return
        } else if endsInQuotes {
            let signs = output[start...].dropLast(3).reversed().prefix { $0 == UInt8(ascii: "#") }
            literalEnd = Array("\"\"\"".utf8) + signs
        } else {
            breakLongLine()
        }
    }

    /// Whether the line ends in the quotes of a literal of several lines.
    private var endsInQuotes: Bool {
        let end = output.count
        guard end >= lineStart + 3, output[end &- 1] == UInt8(ascii: "\"") else { return false }
        return output[end &- 2] == UInt8(ascii: "\"") && output[end &- 3] == UInt8(ascii: "\"")
    }

    private mutating func breakLongLine() {
        var line = SwiftLine()
        output.withUnsafeBufferPointer { line.lay(UnsafeBufferPointer(rebasing: $0[lineStart...])) }
        output.removeLast(output.count - lineStart)
        output.append(contentsOf: line.text)
    }

    private mutating func startLine() {
        if isAtLineStart { output.append(contentsOf: indent) }
        isAtLineStart = false
    }

    /// Ends a line that a value has itself.
    private mutating func breakLine() {
        finish()
        output.append(UInt8(ascii: "\n"))
        lineStart = output.count
    }

    /// The blanks that the line begins with; an array of its own, as a slice of the output would be copied with it.
    private var lineIndent: [UInt8] {
        Array(output[lineStart...].prefix { $0 == UInt8(ascii: " ") })
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The place of the next line feed, or the end.
    fileprivate func lineEnd(from start: Int) -> Int {
        var index = start
        while index < count, self[index] != UInt8(ascii: "\n") { index &+= 1 }
        return index
    }
}
