import Diagnostics
import YAMLTree

extension DocumentReader {
    /// The node behind a Reference Object, or the node itself when it is none; nil when it leads nowhere.
    ///
    /// Section 4.8.23 (Reference Object).
    mutating func resolved(_ node: YAMLNode, as kind: String) -> YAMLNode? {
        var current = node
        var seen: Set<YAMLNode> = [node]
        while let reference = current["$ref"], current.isMapping {
            guard let target = target(of: reference, as: kind) else { return nil }
            guard seen.insert(target).inserted else {
                log.report(.ringOfReferences(reference))
                return nil
            }
            current = target
        }
        return current
    }

    /// The node that a `$ref` names.
    mutating func target(of reference: YAMLNode, as kind: String) -> YAMLNode? {
        guard let text = reference.text, !reference.isNull else {
            log.report(.referenceIsNoString(reference))
            return nil
        }
        guard text.hasPrefix("#") else {
            log.report(.otherFile(text, reference))
            return nil
        }
        guard let target = node(at: JSONPointer(fragment: text.dropFirst())) else {
            log.report(.dangling(text, reference, kind: kind, guess: guess(for: text)))
            return nil
        }
        return target
    }

    func node(at pointer: JSONPointer) -> YAMLNode? {
        var node = root
        for token in pointer.tokens {
            if node.isMapping {
                guard let next = node[token] else { return nil }
                node = next
            } else if node.isSequence, let index = Int(token), node.elements.indices.contains(index) {
                node = node.elements[index]
            } else {
                return nil
            }
        }
        return node
    }

    /// The same reference with the closest name that exists beside the missing one.
    private func guess(for text: String) -> String? {
        var pointer = JSONPointer(fragment: text.dropFirst())
        guard let name = pointer.tokens.popLast(), let parent = node(at: pointer), parent.isMapping else { return nil }
        guard let match = closestMatch(to: name, in: parent.entries.map(\.name)) else { return nil }
        return String(text.prefix { $0 != "#" }) + "#/" + (pointer.tokens + [match]).joined(separator: "/")
    }
}

/// RFC 6901: the way to a value from the root of a document.
struct JSONPointer {
    var tokens: [String]

    /// Reads a URI fragment, section 6; a text that does not start with a slash is the whole document.
    init(fragment: some StringProtocol) {
        let decoded = removingPercentEncoding(String(fragment))
        tokens = decoded.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(unescaped)
    }
}

private func unescaped(_ token: Substring) -> String {
    guard token.contains("~") else { return String(token) }
    var text = ""
    var rest = token
    while let character = rest.popFirst() {
        if character == "~", rest.first == "0" || rest.first == "1" {
            text.append(rest.removeFirst() == "0" ? "~" : "/")
        } else {
            text.append(character)
        }
    }
    return text
}

private func removingPercentEncoding(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Substring(text).utf8
    while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "%"), let value = UInt8(String(rest.prefix(2)) ?? "", radix: 16) {
            bytes.append(value)
            rest = rest.dropFirst(2)
        } else {
            bytes.append(byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

extension Diagnostic {
    fileprivate static func ringOfReferences(_ reference: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'\(reference.text ?? "")' leads back to itself", at: reference.position)
    }

    fileprivate static func referenceIsNoString(_ reference: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'$ref' must be a string, found a \(reference.kindName)", at: reference.position)
    }

    fileprivate static func otherFile(_ text: String, _ reference: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'\(text)' points into another file, which is not read", at: reference.position)
    }

    fileprivate static func dangling(_ text: String, _ reference: YAMLNode, kind: String, guess: String?) -> Diagnostic {
        let suggestion = guess.map { ", did you mean '\($0)'" } ?? ""
        return Diagnostic(
            .error, "no \(kind) at '\(text)'\(suggestion)", at: reference.position)
    }
}
