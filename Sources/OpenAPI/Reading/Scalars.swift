import Diagnostics
import YAMLTree

extension NodeReading {
    /// Returns the text of a scalar; numbers and booleans are accepted as written, as authors forget quotes.
    func text(_ node: YAMLNode?, _ name: String) -> String? {
        guard let node, !node.isNull else { return nil }
        if let text = node.text { return text }
        report(.expected("a string", for: name, found: node), choosing: "it is ignored")
        return nil
    }

    /// Returns the text of a field for documentation; errors are warnings.
    func prose(_ node: YAMLNode?, _ name: String) -> String? {
        guard let node, !node.isNull else { return nil }
        if let text = node.text { return text }
        report(.noProse(name, node))
        return nil
    }

    /// Returns the text of a field that must be a string; other scalars are accepted as written with a warning.
    func string(_ node: YAMLNode?, _ name: String) -> String? {
        if let node, node.string == nil, !node.isNull, let text = node.text { report(.needsQuotes(text, "'\(name)'", node)) }
        return text(node, name)
    }

    func texts(_ node: YAMLNode?, _ name: String) -> [String] {
        elements(of: node, name).compactMap { element in
            if element.string == nil, let text = element.text { report(.needsQuotes(text, "a value of '\(name)'", element)) }
            return text(element, name)
        }
    }

    func bool(_ node: YAMLNode?, _ name: String) -> Bool? {
        guard let node, !node.isNull else { return nil }
        if let bool = node.bool { return bool }
        let meaning = node.text?.lowercased()
        let choice = meaning == "true" || meaning == "false" ? "read as a boolean" : "it is ignored"
        report(.expected("true or false", for: name, found: node), choosing: choice)
        return meaning == "true" ? true : meaning == "false" ? false : nil
    }

    func count(_ node: YAMLNode?, _ name: String) -> Int? {
        guard let node, !node.isNull else { return nil }
        if let int = node.int, int >= 0 { return int }
        if let digits = node.numberText, !digits.hasPrefix("-"), node.isIntegral {
            report(.beyondInt64(name, digits, node))
            return .max
        }
        let meaning = node.text.flatMap { Int($0) }.flatMap { $0 < 0 ? nil : $0 }
        report(
            .expected("a non-negative integer", for: name, found: node),
            choosing: meaning.map { "read as \($0)" } ?? "it is ignored")
        return meaning
    }

    /// Returns the exact JSON text of a number.
    func number(_ node: YAMLNode?, _ name: String) -> String? {
        guard let node, !node.isNull || node.isNotFinite else { return nil }
        if let text = node.numberText { return text }
        let meaning = node.text.flatMap { text in Double(text).flatMap { $0.isFinite ? text : nil } }
        report(
            .expected("a number", for: name, found: node), choosing: meaning.map { "read as \($0)" } ?? "it is ignored")
        return meaning.flatMap { Double($0) }.map { $0 == $0.rounded() && abs($0) < 1e15 ? String(Int($0)) : String($0) }
    }
}

extension YAMLNode {
    /// Whether a number of any size has no fraction.
    fileprivate var isIntegral: Bool {
        guard let text = numberText, let value = Double(text) else { return false }
        return value == value.rounded()
    }

    /// Whether it is an infinity or NaN of YAML, which JSON does not have.
    var isNotFinite: Bool {
        guard isNull, let text, !text.isEmpty else { return false }
        return text != "~" && text.lowercased() != "null"
    }
}

extension Diagnostic {
    fileprivate static func noProse(_ name: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "'\(name)' must be a string, found \(node.kindPhrase); it is ignored", at: node.position)
    }

    fileprivate static func needsQuotes(_ text: String, _ owner: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "\(owner) must be a string, found \(node.kindPhrase); read as '\(text)'", at: node.position)
    }

    fileprivate static func beyondInt64(_ name: String, _ digits: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "'\(name)' is too large: \(digits)", at: node.position)
    }
}
