import Diagnostics
import YAMLTree

extension DocumentReader {
    /// A text that means something; numbers and the like are taken as they are written, as authors forget quotes.
    mutating func text(_ node: YAMLNode?, _ name: String) -> String? {
        guard let node, !node.isNull else { return nil }
        if let text = node.text { return text }
        report(.expected("a string", for: name, found: node), choosing: "it is left out")
        return nil
    }

    /// A text for human eyes, whose absence changes no code.
    mutating func prose(_ node: YAMLNode?, _ name: String) -> String? {
        guard let node, !node.isNull else { return nil }
        if let text = node.text { return text }
        report(.noProse(name, node))
        return nil
    }

    mutating func texts(_ node: YAMLNode?, _ name: String) -> [String] {
        elements(of: node, name).compactMap { text($0, name) }
    }

    mutating func bool(_ node: YAMLNode?, _ name: String) -> Bool? {
        guard let node, !node.isNull else { return nil }
        if let bool = node.bool { return bool }
        let meaning = node.text?.lowercased()
        let choice = meaning == "true" || meaning == "false" ? "read as the boolean in it" : "it is left out"
        report(.expected("true or false", for: name, found: node), choosing: choice)
        return meaning == "true" ? true : meaning == "false" ? false : nil
    }

    mutating func count(_ node: YAMLNode?, _ name: String) -> Int? {
        guard let node, !node.isNull else { return nil }
        if let int = node.int, int >= 0 { return int }
        if let digits = node.numberText, !digits.hasPrefix("-"), node.isIntegral {
            report(.beyondInt64(name, digits, node))
            return .max
        }
        let meaning = node.text.flatMap { Int($0) }.flatMap { $0 < 0 ? nil : $0 }
        report(
            .expected("a whole number from 0", for: name, found: node),
            choosing: meaning.map { "read as \($0)" } ?? "it is left out")
        return meaning
    }

    /// A number's exact text.
    mutating func number(_ node: YAMLNode?, _ name: String) -> String? {
        guard let node, !node.isNull || node.isNotFinite else { return nil }
        if let text = node.numberText { return text }
        let meaning = node.text.flatMap { text in Double(text).flatMap { $0.isFinite ? text : nil } }
        report(
            .expected("a number", for: name, found: node), choosing: meaning.map { "read as \($0)" } ?? "it is left out")
        return meaning.flatMap { Double($0) }.map { $0 == $0.rounded() && abs($0) < 1e15 ? String(Int($0)) : String($0) }
    }
}

extension YAMLNode {
    /// Whether a number has no fraction, however large it is.
    fileprivate var isIntegral: Bool {
        guard let text = numberText, let value = Double(text) else { return false }
        return value == value.rounded()
    }

    /// Whether it is one of YAML's infinities or `.nan`, for which JSON has no value.
    var isNotFinite: Bool {
        guard isNull, let text, !text.isEmpty else { return false }
        return text != "~" && text.lowercased() != "null"
    }
}

extension Diagnostic {
    fileprivate static func noProse(_ name: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "'\(name)' must be a string, found a \(node.kindName); it is left out", at: node.position)
    }

    fileprivate static func beyondInt64(_ name: String, _ digits: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "'\(name)' is \(digits), which no value reaches", at: node.position)
    }
}
