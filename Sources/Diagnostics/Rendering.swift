extension DiagnosticLog {
    /// The diagnostics as a compiler would print them: sorted by place, each with its source line and a caret.
    ///
    /// - Parameter limit: how many are shown; the last line counts the rest.
    package func rendered(limit: Int = 50) -> String {
        let sorted = diagnostics.enumerated()
            .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
            .map(\.element)
        var text = ""
        for diagnostic in sorted.prefix(limit) {
            text += rendered(diagnostic.severity.rawValue, diagnostic.text, at: diagnostic.position)
            for note in diagnostic.notes {
                text += rendered("note", note.text, at: note.position)
            }
        }
        if sorted.count > limit { text += "… and \(sorted.count - limit) more\n" }
        return text
    }

    private func rendered(_ label: String, _ message: String, at position: Position) -> String {
        let file = source(position.file)
        var text = "\(file.path):\(position.line):\(position.column): \(label): \(visible(message))\n"
        if let line = file.line(Int(position.line)), !line.isEmpty {
            text += excerpt(of: line, column: Int(position.column))
        }
        return text
    }

    /// The source line, cut to a window around the column when it is long, and a caret below it.
    private func excerpt(of line: String, column: Int) -> String {
        let scalars = Array(line.unicodeScalars)
        let index = min(max(column - 1, 0), scalars.count)
        let start = scalars.count > 200 ? max(0, index - 80) : 0
        let end = min(scalars.count, start + 200)
        var shown = String.UnicodeScalarView()
        shown.append(contentsOf: scalars[start..<end])
        // A tab stays a tab, so that the caret stands below its character whatever the tab's width.
        let indent = scalars[start..<index].map { $0 == "\t" ? "\t" : " " }.joined()
        return "    \(visible(String(shown)))\n    \(indent)^\n"
    }

    /// The text with control characters replaced, because a document must not steer the reader's terminal.
    private func visible(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
            let isBidirectional = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            result.append(isControl || isBidirectional ? "\u{FFFD}" : scalar)
        }
        return String(result)
    }
}
