#if Mock
import MockServer

/// How reports about a server are printed.
struct ReportStyle: Sendable {
    let isColored: Bool

    /// Returns the line of an exchange, and below it what is wrong with its response.
    func text(of report: ContractReport) -> String {
        let status = report.status.map { " \($0)" } ?? ""
        let request = "\(report.method) \(report.path.printable)" + (report.violation.map { " " + $0.printable } ?? "")
        let line = request + status + " (\(report.duration.milliseconds) ms)"
        switch report.outcome {
        case .passed: return mark("✔", 32) + " \(line)\n"
        case .unsuccessful(let reason): return mark("✔", 33) + " \(line): \(reason.printable)\n"
        case .failed(let reasons):
            return mark("✘", 31) + " \(line)\n" + reasons.map { "    \($0.printable)\n" }.joined()
        case .notCalled(let reason): return "- \(request) was not called: \(reason.printable)\n"
        }
    }

    /// Returns the numbers of exchanges by their outcomes.
    func text(of summary: ContractSummary) -> String {
        var parts = ["\(summary.passed) passed"]
        if summary.unsuccessful > 0 { parts.append("\(summary.unsuccessful) with documented errors") }
        if summary.failed > 0 { parts.append("\(summary.failed) failed") }
        if summary.notCalled > 0 { parts.append("\(summary.notCalled) not called") }
        if summary.unsafeOperations > 0 { parts.append("\(summary.unsafeOperations) not called without --all") }
        return parts.joined(separator: ", ") + "\n"
    }

    private func mark(_ text: String, _ color: Int) -> String {
        isColored ? "\u{1B}[\(color)m\(text)\u{1B}[0m" : text
    }
}

extension Duration {
    fileprivate var milliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }
}

extension String {
    /// The beginning of a text, without characters that a terminal would obey: a server chooses what is in its responses.
    var printable: String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars.prefix(600) {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
#endif
