import Diagnostics
import YAMLTree

extension DocumentReader {
    /// Reads how often a request is sent again, from the first of the extensions in which tools write it.
    mutating func readRetries(_ fields: inout Fields) -> Retries? {
        let nodes = ["x-speakeasy-retries", "x-fern-retries", "x-retry"].compactMap { fields.take($0) }
        guard let node = nodes.first(where: { !$0.isNull }) else { return nil }
        if let isOn = node.bool { return isOn ? nil : Retries(isOff: true) }
        if let count = node.numberText.flatMap(Double.init) { return Retries(count: wholeNumber(count)) }
        guard node.isMapping else {
            report(.unreadableRetries(node))
            return nil
        }
        if node["disabled"]?.bool == true || node["enabled"]?.bool == false || node["strategy"]?.text == "none" {
            return Retries(isOff: true)
        }
        let backoff = node["backoff"] ?? node
        var retries = Retries()
        retries.count = node.number(of: "maxRetries", "max-retries", "retries").flatMap(wholeNumber)
        if let attempts = node.number(of: "maxAttempts", "max-attempts", "attempts").flatMap(wholeNumber) {
            retries.count = max(0, attempts - 1)
        }
        retries.pause = backoff.number(of: "initialInterval", "initial-interval").flatMap(milliseconds)
        retries.longestPause = backoff.number(of: "maxInterval", "max-interval").flatMap(milliseconds)
        retries.longestTime = backoff.number(of: "maxElapsedTime", "max-elapsed-time").flatMap(milliseconds)
        retries.factor = backoff.number(of: "exponent", "multiplier").flatMap { (1...100).contains($0) ? $0 : nil }
        retries.statuses = readRetriedStatuses(node["statusCodes"] ?? node["status-codes"])
        retries.includesConnectionFailures = node["retryConnectionErrors"]?.bool
        return retries
    }

    private mutating func readRetriedStatuses(_ node: YAMLNode?) -> [String] {
        guard let node, node.isSequence else { return [] }
        return node.elements.compactMap { element in
            let text = (element.text ?? "").uppercased()
            let isStatus =
                text.utf8.count == 3 && ("1"..."5").contains(text.prefix(1))
                && (text.hasSuffix("XX") || text.utf8.allSatisfy { (0x30...0x39).contains($0) })
            if !isStatus { report(.noStatus(element)) }
            return isStatus ? text : nil
        }
    }
}

extension YAMLNode {
    fileprivate func number(of names: String...) -> Double? {
        names.lazy.compactMap { self[$0]?.numberText.flatMap(Double.init) }.first
    }
}

private func wholeNumber(_ number: Double) -> Int? {
    (0...1000).contains(number) ? Int(number) : nil
}

/// A time that is not longer than a week.
private func milliseconds(_ number: Double) -> Int? {
    (0...604_800_000).contains(number) ? Int(number) : nil
}

extension Diagnostic {
    fileprivate static func unreadableRetries(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(
            .warning, "retries must be described by a mapping, found \(node.kindPhrase); they are ignored", at: node.position)
    }

    fileprivate static func noStatus(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "expected a status code or a range such as '5XX'; it is ignored", at: node.position)
    }
}
