extension DiagnosticLog {
    /// Returns the diagnostics as a compiler prints them: sorted by position, each with its source line, a caret and the
    /// JSON Pointer of the position, if there is one.
    ///
    /// - Parameters:
    ///   - limit: The number of diagnostics shown, errors first; the last line has the number of the others.
    ///   - isColored: Whether the text has escape sequences for terminals.
    package func rendered(limit: Int = 50, isColored: Bool = false) -> String {
        var text = ""
        for diagnostic in mostImportant(limit) {
            text += rendered(diagnostic.severity.rawValue, diagnostic.text, at: diagnostic.position, isColored)
            if let pointer = pointer(to: diagnostic.position), pointer.utf8.count <= 300 { text += "    at \(visible(pointer))\n" }
            for note in diagnostic.notes {
                text += rendered("note", note.text, at: note.position, isColored)
            }
        }
        if diagnostics.count > limit { text += "… and \(diagnostics.count - limit) more\n" }
        return text
    }

    /// The diagnostics sorted by position; those with the same position in the order they were reported.
    var sorted: [Diagnostic] {
        diagnostics.enumerated()
            .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
            .map(\.element)
    }

    /// Returns a number of diagnostics sorted by position; errors take precedence over warnings.
    private func mostImportant(_ limit: Int) -> [Diagnostic] {
        var room = (errors: limit, warnings: max(0, limit - diagnostics.filter { $0.severity == .error }.count))
        return sorted.filter { diagnostic in
            if diagnostic.severity == .error { room.errors -= 1 } else { room.warnings -= 1 }
            return diagnostic.severity == .error ? room.errors >= 0 : room.warnings >= 0
        }
    }

    private func rendered(_ label: String, _ message: String, at position: Position, _ isColored: Bool) -> String {
        let file = source(position.file)
        let place = Style.place.applied(to: "\(visible(file.path)):\(position.line):\(position.column):", isColored)
        var text = "\(place) \(Style(label: label).applied(to: label + ":", isColored)) \(visible(message))\n"
        if let line = file.bytes(ofLine: Int(position.line)), !line.isEmpty {
            text += file.bytes.withUnsafeBufferPointer { bytes in
                excerpt(of: UnsafeBufferPointer(rebasing: bytes[line]), column: Int(position.column), isColored)
            }
        }
        return text
    }
}

/// Returns the source line, cut to a window around the column if it is long, and a caret below it.
private func excerpt(of line: UnsafeBufferPointer<UInt8>, column: Int, _ isColored: Bool) -> String {
    let window = window(of: line, column: column)
    let text = String(decoding: UnsafeBufferPointer(rebasing: line[window.bytes]), as: UTF8.self)
    let scalars = Array(text.unicodeScalars)
    let caret = min(window.caret, scalars.count)
    // A tab stays a tab, so that the caret is below its character at any tab width.
    let indent = scalars[..<caret].map { $0 == "\t" ? "\t" : " " }.joined()
    return "    \(visible(text))\n    \(indent)\(Style.caret.applied(to: "^", isColored))\n"
}

/// Returns the bytes of at most 200 characters around a column, and the number of characters before it.
private func window(of line: UnsafeBufferPointer<UInt8>, column: Int) -> (bytes: Range<Int>, caret: Int) {
    let skipped = line.count > 200 ? max(column - 81, 0) : 0
    let start = offset(in: line, of: skipped, after: 0)
    return (start..<offset(in: line, of: 200, after: start), max(column - 1 - skipped, 0))
}

/// Returns the offset after a number of characters.
private func offset(in line: UnsafeBufferPointer<UInt8>, of count: Int, after start: Int) -> Int {
    guard let base = line.baseAddress else { return 0 }
    var index = start
    var passed = 0
    while passed < count, index < line.count {
        index &+= 1
        while index < line.count, base[index] & 0xC0 == 0x80 { index &+= 1 }
        passed &+= 1
    }
    return index
}

/// Returns the text with control characters replaced, as a document must not control the user's terminal.
private func visible(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        let isControl = scalar.value < 0x20 && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
        let isBidirectional = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        let isLineBreak = (0x2028...0x2029).contains(scalar.value)
        result.append(isControl || isBidirectional || isLineBreak ? "\u{FFFD}" : scalar)
    }
    return String(result)
}
