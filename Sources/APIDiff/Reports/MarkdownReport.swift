extension DiffReport {
    /// The report as a change log in Markdown, the worst changes first.
    ///
    /// - Parameter title: The heading of the page.
    package func markdown(title: String = "Changes") -> String {
        var text = "# \(markdownText(title))\n\n\(versions)\(summary.prefix(1).uppercased() + summary.dropFirst()).\n"
        for severity in Severity.allCases.reversed() {
            let changes = changes.filter { $0.severity == severity }
            guard !changes.isEmpty else { continue }
            text += "\n## \(severity.title)\n"
            for group in grouped(changes.prefix(mostShown)) {
                text += "\n### \(markdownText(group.subject))\n\n"
                for change in group.changes { text += item(for: change) }
            }
            if changes.count > mostShown { text += "\nAnd \(changes.count - mostShown) more.\n" }
        }
        return text
    }

    private var versions: String {
        oldVersion == newVersion ? "" : "From version \(markdownText(oldVersion)) to version \(markdownText(newVersion)). "
    }

    private func item(for change: Change) -> String {
        var text = "- " + change.sentence.markdown
        let sides = change.verdict.sides.map(\.title)
        if !sides.isEmpty { text += " Affects \(sides.joined(separator: ", "))." }
        if !change.users.isEmpty, change.users != [change.subject] { text += " Used by \(markdownText(change.usersText))." }
        if !change.advice.isEmpty { text += " *\(change.advice)*" }
        return text + "\n"
    }
}

extension Sentence {
    /// The sentence with names as code.
    var markdown: String {
        parts.map { part in
            switch part {
            case .words(let words): words
            case .code(let code): codeSpan(visible(code))
            }
        }.joined()
    }
}

/// Returns a text as a code span, between more backticks than the text has in a row; CommonMark, section 6.1.
private func codeSpan(_ text: String) -> String {
    var (longest, current) = (0, 0)
    for character in text {
        current = character == "`" ? current + 1 : 0
        longest = max(longest, current)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let needsSpace = text.isEmpty || text.hasPrefix("`") || text.hasSuffix("`")
    return needsSpace ? "\(fence) \(text) \(fence)" : fence + text + fence
}

/// Returns a text with everything escaped that Markdown or HTML would read as markup; CommonMark, section 2.4.
private func markdownText(_ text: String) -> String {
    var result = ""
    for character in visible(text) {
        if "\\`*_{}[]<>()#+-!|~&$".contains(character) { result.append("\\") }
        result.append(character)
    }
    return result
}
