import Diagnostics
import YAMLTree

extension DocumentReader {
    /// The node behind a Reference Object, or the node itself when it is none; nil when it leads nowhere.
    ///
    /// Section 4.8.23 (Reference Object).
    mutating func resolved(_ node: YAMLNode, as kind: ReferenceKind) -> YAMLNode? {
        guard node.isMapping, node["$ref"] != nil else { return node }
        var current = node
        var seen: Set<YAMLNode> = [node]
        while let reference = current["$ref"] {
            warnAboutSiblings(of: reference, in: current, kind: kind)
            guard let target = target(of: reference, as: kind) else { return nil }
            guard seen.insert(target).inserted else {
                report(.ringOfReferences(target["$ref"] ?? reference), choosing: "it is left out")
                return nil
            }
            current = target
        }
        return current
    }

    /// Beside a reference only a summary and a description have a meaning; section 4.8.23.
    private mutating func warnAboutSiblings(of reference: YAMLNode, in node: YAMLNode, kind: ReferenceKind) {
        guard node.count > 1 else { return }
        for entry in node.entries {
            if ["$ref", "summary", "description"].contains(entry.name) || entry.name.hasPrefix("x-") { continue }
            report(.sibling(entry))
        }
    }

    /// The description that stands beside a reference, which counts more than the one it leads to; since 3.1.
    func siblingText(_ name: String, of node: YAMLNode) -> String? {
        guard document.version >= .v3_1, node.isMapping, node["$ref"] != nil else { return nil }
        return node[name]?.text
    }

    /// The node that a `$ref` names; nil after saying why it is none.
    mutating func target(of reference: YAMLNode, as kind: ReferenceKind) -> YAMLNode? {
        guard let text = reference.string else {
            report(.referenceIsNoString(reference), choosing: "it is left out")
            return nil
        }
        switch find(text, from: reference, as: kind) {
        case .success(let node): return node
        case .failure(let failure):
            report(failure.diagnostic, choosing: kind == .schema ? "any value is allowed" : "it is left out")
            return nil
        }
    }

    /// The node that a reference's text leads to from where it stands.
    mutating func find(_ text: String, from reference: YAMLNode, as kind: ReferenceKind) -> Result<YAMLNode, ReferenceFailure> {
        let uri = URIReference(text)
        return resource(of: uri, text, from: reference).flatMap { resource, base in
            let fragment = uri.fragment ?? ""
            guard fragment.isEmpty || fragment.hasPrefix("/") || fragment.hasPrefix("%2F") else {
                return anchor(fragment, base: base, resource: resource, text, reference, kind)
            }
            guard let pointer = JSONPointer(fragment: fragment) else {
                return .failure(.init(.badEscape(text, reference)))
            }
            guard let node = node(at: pointer, from: resource) else {
                let guess = guess(for: pointer, from: resource, text: text)
                return .failure(.init(.dangling(text, reference, kind: kind, guess: guess)))
            }
            let isDocument = resource["openapi"] != nil || resource["swagger"] != nil
            guard !isDocument || !kind.contradicts(pointer) else {
                return .failure(.init(.wrongKind(text, reference, kind)))
            }
            return .success(node)
        }
    }

    private mutating func anchor(
        _ name: String, base: URIReference, resource: YAMLNode, _ text: String, _ reference: YAMLNode, _ kind: ReferenceKind
    ) -> Result<YAMLNode, ReferenceFailure> {
        let anchors = anchors(ofFile: files.number(of: resource))
        if let node = anchors.named[base.address + "#" + removingPercentEncoding(name)] { return .success(node) }
        // Authors write a component's bare name, as Swagger 1.2 and tools of old allowed.
        let sections = resource["definitions"] ?? resource["components"]?["schemas"]
        guard kind == .schema, options.isLenient, let node = sections?[name] else {
            return .failure(.init(.dangling(text, reference, kind: kind, guess: nil)))
        }
        return .success(node)
    }

    func node(at pointer: JSONPointer, from root: YAMLNode) -> YAMLNode? {
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
    private func guess(for pointer: JSONPointer, from root: YAMLNode, text: String) -> String? {
        var pointer = pointer
        guard let name = pointer.tokens.popLast(), let parent = node(at: pointer, from: root), parent.isMapping else { return nil }
        guard let match = closestMatch(to: name, in: parent.entries.prefix(5_000).map(\.name)) else { return nil }
        return String(text.prefix { $0 != "#" }) + "#/" + (pointer.tokens + [match]).joined(separator: "/")
    }
}

/// Why a reference leads nowhere, with what is to be said about it.
struct ReferenceFailure: Error {
    let diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) {
        self.diagnostic = diagnostic
    }
}

extension Diagnostic {
    fileprivate static func ringOfReferences(_ reference: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'\(reference.text ?? "")' leads back to itself", at: reference.position)
    }

    fileprivate static func referenceIsNoString(_ reference: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'$ref' must be a string, found a \(reference.kindName)", at: reference.position)
    }

    fileprivate static func sibling(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(.warning, "'\(entry.name)' beside '$ref' is left out", at: entry.key.position)
    }

    fileprivate static func badEscape(_ text: String, _ reference: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'\(text)' has a '~' that is neither '~0' nor '~1'", at: reference.position)
    }

    fileprivate static func wrongKind(_ text: String, _ reference: YAMLNode, _ kind: ReferenceKind) -> Diagnostic {
        Diagnostic(.error, "'\(text)' leads to something that is no \(kind.rawValue)", at: reference.position)
    }

    fileprivate static func dangling(
        _ text: String, _ reference: YAMLNode, kind: ReferenceKind, guess: String?
    ) -> Diagnostic {
        let suggestion = guess.map { ", did you mean '\($0)'" } ?? ""
        return Diagnostic(.error, "no \(kind.rawValue) at '\(text)'\(suggestion)", at: reference.position)
    }
}
