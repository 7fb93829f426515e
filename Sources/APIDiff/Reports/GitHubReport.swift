extension DiffReport {
    /// The report as workflow commands of GitHub Actions, which annotate the files of a pull request.
    package func github() -> String {
        let lines = changes.map { change in
            let command =
                switch change.severity {
                case .breaking: "error"
                case .risky: "warning"
                case .compatible: "notice"
                }
            let place = (change.new ?? change.old).map { "file=\(property($0.path)),line=\($0.line),col=\($0.column)," } ?? ""
            let text = "\(change.subject): \(change.sentence.plain)" + (change.advice.isEmpty ? "" : " " + change.advice)
            return "::\(command) \(place)title=\(property(change.rule.id))::\(message(visible(text)))\n"
        }
        return lines.joined()
    }
}

/// Returns a text as the message of a command, in which line breaks would begin another command.
private func message(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
        switch scalar {
        case "%": "%25"
        case "\r": "%0D"
        case "\n": "%0A"
        default: String(scalar)
        }
    }.joined()
}

/// Returns a text as the value of a property of a command.
private func property(_ text: String) -> String {
    message(text).map { character in
        switch character {
        case ":": "%3A"
        case ",": "%2C"
        default: String(character)
        }
    }.joined()
}
