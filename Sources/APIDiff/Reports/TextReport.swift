extension DiffReport {
    /// The report for people: the worst changes first, grouped by operation and schema.
    ///
    /// - Parameter isColored: Whether the text has escape sequences for terminals.
    package func text(isColored: Bool = false) -> String {
        var text = ""
        for severity in Severity.allCases.reversed() {
            let changes = changes.filter { $0.severity == severity }
            guard !changes.isEmpty else { continue }
            text += severity.style("\(severity.title) (\(changes.count))", isColored) + "\n"
            for group in grouped(changes.prefix(mostShown)) {
                text += "  " + bold(visible(group.subject), isColored) + "\n"
                for change in group.changes { text += line(for: change) }
            }
            if changes.count > mostShown { text += "  … and \(changes.count - mostShown) more\n" }
            text += "\n"
        }
        return text + summary + "\n"
    }

    /// The numbers of changes in one line.
    package var summary: String {
        if changes.isEmpty { return "no changes" }
        let numbers = Severity.allCases.reversed().map { severity in
            "\(changes.filter { $0.severity == severity }.count) \(severity.rawValue)"
        }
        return numbers.joined(separator: ", ") + (omitted > 0 ? "; \(omitted) more were left out" : "")
    }

    private func line(for change: Change) -> String {
        var text = "    \(visible(change.sentence.plain)) [\(change.rule.id)]\n"
        let sides = change.verdict.sides.map(\.title)
        if !sides.isEmpty { text += "      affects \(sides.joined(separator: ", "))" + usersText(of: change) + "\n" }
        let places = [change.old, change.new].compactMap { $0?.text }
        text += "      \(visible(places.joined(separator: " → ")))\n"
        if !change.advice.isEmpty { text += "      → \(change.advice)\n" }
        return text
    }

    private func usersText(of change: Change) -> String {
        guard !change.users.isEmpty, change.users != [change.subject] else { return "" }
        return "; used by " + change.usersText
    }
}

extension Change {
    /// The operations that use a changed schema.
    var usersText: String {
        let others = userCount - users.count
        return visible(users.joined(separator: ", ")) + (others > 0 ? " and \(others) more" : "")
    }
}

/// More changes of one severity are counted, not shown, in reports for people.
let mostShown = 500

/// Changes of one operation, schema or type.
struct ChangeGroup {
    let subject: String
    var changes: [Change]
}

/// Returns the changes by their subjects, in the order in which these first occur.
func grouped(_ changes: some Sequence<Change>) -> [ChangeGroup] {
    var groups: [ChangeGroup] = []
    var indices: [String: Int] = [:]
    for change in changes {
        if let index = indices[change.subject] {
            groups[index].changes.append(change)
        } else {
            indices[change.subject] = groups.count
            groups.append(ChangeGroup(subject: change.subject, changes: [change]))
        }
    }
    return groups
}

extension Severity {
    var title: String {
        switch self {
        case .breaking: "Breaking"
        case .risky: "Risky"
        case .compatible: "Compatible"
        }
    }

    fileprivate func style(_ text: String, _ isColored: Bool) -> String {
        guard isColored else { return text }
        let color =
            switch self {
            case .breaking: "1;31"
            case .risky: "1;33"
            case .compatible: "1;32"
            }
        return "\u{1B}[\(color)m\(text)\u{1B}[0m"
    }
}

private func bold(_ text: String, _ isColored: Bool) -> String {
    isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text
}

/// Returns the text with control characters replaced, as a document must not control the reader's terminal.
func visible(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        let isBidirectional = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        let isLineBreak = (0x2028...0x2029).contains(scalar.value)
        result.append(isControl || isBidirectional || isLineBreak ? "\u{FFFD}" : scalar)
    }
    return String(result)
}
