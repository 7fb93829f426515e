/// Appends to one buffer, line by line.
struct Printer {
    private(set) var output: [UInt8] = []
    /// What stands before every line of a template that is not empty.
    var indent: [UInt8] = []
    private var isAtLineStart = true
    private var lineStart = 0
    /// The lists on this line, which are broken where it turns out too long.
    private var lists: [List] = []

    /// The columns of a line that has a list of arguments.
    private static let longestLine = 118
    /// The greatest column of the elements of a list over several lines.
    private static let lastColumn = 112

    private struct List {
        var range: Range<Int>
        let arguments: [String]
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
        case .arguments(let arguments):
            let line = arguments.joined(separator: ", ")
            append(line)
            // Arguments of several lines are laid out already.
            guard !arguments.isEmpty, !line.utf8.contains(UInt8(ascii: "\n")) else { return }
            lists.append(List(range: output.count - line.utf8.count..<output.count, arguments: arguments))
        case .elements(let elements): append(elements)
        case .flag, .items: break
        }
    }

    mutating func endLine() {
        finish()
        output.append(UInt8(ascii: "\n"))
        lineStart = output.count
        isAtLineStart = true
    }

    /// Breaks the lists of a line that is too long, the first of them first.
    mutating func finish() {
        while !lists.isEmpty, width(from: lineStart) > Self.longestLine { breakFirstList() }
        lists.removeAll(keepingCapacity: true)
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

    private func width(from start: Int) -> Int {
        output[start...].count { $0 & 0xC0 != 0x80 }
    }
}

// MARK: - Lists

extension Printer {
    private mutating func breakFirstList() {
        let list = lists.removeFirst()
        let margin = lineIndent
        var text: [UInt8] = []
        for argument in list.arguments {
            if !text.isEmpty { text.append(UInt8(ascii: ",")) }
            text.append(UInt8(ascii: "\n"))
            text += margin
            text += "    ".utf8
            text += argument.utf8
        }
        text.append(UInt8(ascii: "\n"))
        lineStart = list.range.lowerBound + text.count
        text += margin
        output.replaceSubrange(list.range, with: text)
        let added = text.count - list.range.count
        for index in lists.indices {
            lists[index].range = lists[index].range.lowerBound + added..<lists[index].range.upperBound + added
        }
    }

    private mutating func append(_ elements: [String]) {
        startLine()
        let margin = lineIndent
        for (index, element) in elements.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            if index > 0, width(from: lineStart) + 1 + element.count > Self.lastColumn {
                breakLine()
                output.append(contentsOf: margin)
                output.append(contentsOf: "    ".utf8)
            } else if index > 0 {
                output.append(UInt8(ascii: " "))
            }
            output.append(contentsOf: element.utf8)
        }
    }
}
