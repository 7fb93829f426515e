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

    mutating func append(_ bytes: ArraySlice<UInt8>) {
        startLine()
        output.append(contentsOf: bytes)
    }

    mutating func append(_ text: String) {
        guard !text.isEmpty else { return }
        startLine()
        guard text.utf8.contains(UInt8(ascii: "\n")) else { return output.append(contentsOf: text.utf8) }
        let margin = lineIndent
        for (index, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            if index > 0 { breakLine() }
            if index > 0, !line.isEmpty { output.append(contentsOf: margin) }
            output.append(contentsOf: line)
        }
    }

    mutating func append(_ value: Value) {
        switch value {
        case .text(let text): append(text)
        case .arguments(let arguments): append(arguments.joined(separator: ", "))
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
        // Nearly all lines are short and outside a literal, which is seen without a look at their text.
        guard isSwift, literalEnd != nil || output.count - lineStart > SwiftLine.longest || output.last == UInt8(ascii: "\"") else {
            return
        }
        let line = output[lineStart...].drop { $0 == UInt8(ascii: " ") }
        if let end = literalEnd {
            if line.starts(with: end) { literalEnd = nil }
        } else if line.starts(with: "//".utf8) {
            return
        } else if line.reversed().starts(with: "\"\"\"".utf8) {
            let signs = line.dropLast(3).reversed().prefix { $0 == UInt8(ascii: "#") }
            literalEnd = Array("\"\"\"".utf8) + signs
        } else if output.count - lineStart > SwiftLine.longest {
            breakLongLine()
        }
    }

    private mutating func breakLongLine() {
        let lines = SwiftLine(output[lineStart...]).lines
        output.removeLast(output.count - lineStart)
        for (index, line) in lines.enumerated() {
            if index > 0 { output.append(UInt8(ascii: "\n")) }
            output.append(contentsOf: line)
        }
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
