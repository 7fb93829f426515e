import Diagnostics
import YAMLTree

/// Finds what the references of a document lead to, in its files.
final class ReferenceResolver: NodeReading {
    let diagnostics: DiagnosticReporter
    var files: FileSet
    var version = SpecificationVersion.v3_1
    /// What references within a file lead to, as thousands of them have the same text.
    private var known: [ReferenceKey: YAMLNode] = [:]

    init(files: FileSet, diagnostics: DiagnosticReporter) {
        self.files = files
        self.diagnostics = diagnostics
    }
}

extension ReferenceResolver {
    /// Returns the target of a Reference Object, or the node itself if it is not one; `nil` if it cannot be resolved.
    ///
    /// Section 4.8.23 (Reference Object).
    func resolved(_ node: YAMLNode, as kind: ReferenceKind) -> YAMLNode? {
        guard node.isMapping, node["$ref"] != nil else { return node }
        var current = node
        var seen: Set<YAMLNode> = [node]
        while let reference = current["$ref"] {
            warnAboutSiblings(of: reference, in: current, kind: kind)
            guard let target = target(of: reference, as: kind) else { return nil }
            guard seen.insert(target).inserted else {
                report(.ringOfReferences(target["$ref"] ?? reference), choosing: "it is ignored", isClear: kind.isDocumentation)
                return nil
            }
            current = target
        }
        return current
    }

    /// Warns about fields beside `$ref` other than `summary` and `description`; section 4.8.23.
    private func warnAboutSiblings(of reference: YAMLNode, in node: YAMLNode, kind: ReferenceKind) {
        guard node.count > 1 else { return }
        for entry in node.entries {
            if ["$ref", "summary", "description"].contains(entry.name) || entry.name.hasPrefix("x-") { continue }
            report(.sibling(entry))
        }
    }

    /// Returns the field beside a reference that overrides the target's field; since 3.1.
    func siblingText(_ name: String, of node: YAMLNode) -> String? {
        guard version >= .v3_1, node.isMapping, node["$ref"] != nil else { return nil }
        return node[name]?.text
    }

    /// Returns the target of a `$ref`, or `nil` after reporting why there is none.
    func target(of reference: YAMLNode, as kind: ReferenceKind) -> YAMLNode? {
        guard let text = reference.string else {
            report(.referenceIsNoString(reference), choosing: "it is ignored", isClear: kind.isDocumentation)
            return nil
        }
        switch find(text, from: reference, as: kind) {
        case .success(let node): return node
        case .failure(let failure):
            let choice = kind == .schema ? "any value is allowed" : "it is ignored"
            report(failure.diagnostic, choosing: choice, isClear: kind.isDocumentation)
            return nil
        }
    }

    /// Returns the node that the text of a reference refers to.
    func find(_ text: String, from reference: YAMLNode, as kind: ReferenceKind) -> Result<YAMLNode, ReferenceFailure> {
        let key = ReferenceKey(file: files.number(of: reference), text: text, kind: kind)
        if let known = known[key] { return .success(known) }
        let uri = URIReference(text)
        return resource(of: uri, text, from: reference, as: kind).flatMap { resource, base in
            let fragment = uri.fragment ?? ""
            // A name alone has been resolved to a component already.
            if fragment.isEmpty, resource != files.file(of: resource).root { return .success(resource) }
            guard fragment.isEmpty || fragment.hasPrefix("/") || fragment.hasPrefix("%2F") else {
                return anchor(removingPercentEncoding(fragment), base, resource, text, reference, kind)
            }
            guard let pointer = JSONPointer(fragment: fragment) else { return .failure(.init(.badEscape(text, reference))) }
            // By JSON Schema a pointer is relative to the schema with an `$id`, but few authors expect that.
            let whole = files.file(of: resource).root
            guard let node = node(at: pointer, from: resource) ?? node(at: pointer, from: whole) else {
                return misspelt(pointer, from: whole, text, reference, kind)
            }
            let isDocument = whole["openapi"] != nil || whole["swagger"] != nil
            if isDocument, resource == whole, let other = kind.otherKind(at: pointer) {
                return .failure(.init(.wrongKind(text, reference, other, expected: kind)))
            }
            // Without an `$id`, all references of a file start from one address.
            if uri.address.isEmpty, anchors(ofFile: key.file).bases.isEmpty { known[key] = node }
            return .success(node)
        }
    }

    /// Returns the node for a fragment without a slash: an anchor, or else a component with that name.
    private func anchor(
        _ name: String, _ base: URIReference, _ resource: YAMLNode, _ text: String, _ reference: YAMLNode,
        _ kind: ReferenceKind
    ) -> Result<YAMLNode, ReferenceFailure> {
        let anchors = anchors(ofFile: files.number(of: resource))
        if let node = anchors.named[base.address + "#" + name] ?? anchors.elsewhere[name] { return .success(node) }
        guard let node = component(named: name, kind, for: text, reference) else {
            return .failure(.init(.dangling(text, reference, kind: kind, guess: nil)))
        }
        return .success(node)
    }

    func component(
        named name: String, _ kind: ReferenceKind, for text: String, _ reference: YAMLNode
    ) -> YAMLNode? {
        let whole = files.file(of: reference).root
        let path = kind.path(in: version)
        guard let node = node(at: JSONPointer(tokens: path + [name]), from: whole) else { return nil }
        report(.readAs(text, (path + [name]).joined(separator: "/"), reference))
        return node
    }

    /// Returns the node for a pointer whose last name differs only in case, or a failure with a suggestion.
    private func misspelt(
        _ pointer: JSONPointer, from root: YAMLNode, _ text: String, _ reference: YAMLNode, _ kind: ReferenceKind
    ) -> Result<YAMLNode, ReferenceFailure> {
        var parent = pointer
        let name = parent.tokens.popLast() ?? ""
        let siblings = node(at: parent, from: root).map { $0.entries.prefix(5_000).map(\.name) } ?? []
        guard let match = closestMatch(to: name, in: siblings) else {
            return .failure(.init(.dangling(text, reference, kind: kind, guess: nil)))
        }
        let meant = (parent.tokens + [match]).joined(separator: "/")
        guard match.lowercased() == name.lowercased(), let node = node(at: JSONPointer(tokens: parent.tokens + [match]), from: root)
        else {
            let file = String(text.prefix { $0 != "#" })
            return .failure(.init(.dangling(text, reference, kind: kind, guess: file + "#/" + meant)))
        }
        report(.readAs(text, meant, reference))
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
}

/// A reference as its file and its text determine what it leads to.
private struct ReferenceKey: Hashable {
    let file: Int
    let text: String
    let kind: ReferenceKind
}

/// The reason why a reference cannot be resolved, as a diagnostic.
struct ReferenceFailure: Error {
    let diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) {
        self.diagnostic = diagnostic
    }
}

extension Diagnostic {
    fileprivate static func ringOfReferences(_ reference: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'\(reference.text ?? "")' is part of a cycle of references", at: reference.position)
    }

    fileprivate static func referenceIsNoString(_ reference: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'$ref' must be a string, found \(reference.kindPhrase)", at: reference.position)
    }

    fileprivate static func sibling(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(.warning, "'\(entry.name)' beside '$ref' is ignored", at: entry.key.position)
    }

    fileprivate static func readAs(_ text: String, _ meant: String, _ reference: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "'\(text)' does not exist, read as '#/\(meant)'", at: reference.position)
    }

    fileprivate static func badEscape(_ text: String, _ reference: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'\(text)' contains '~', which must be written '~0'", at: reference.position)
    }

    fileprivate static func wrongKind(_ text: String, _ reference: YAMLNode, _ kind: String, expected: ReferenceKind) -> Diagnostic
    {
        Diagnostic(.error, "'\(text)' is \(kind); \(expected.phrase) is expected here", at: reference.position)
    }

    fileprivate static func dangling(
        _ text: String, _ reference: YAMLNode, kind: ReferenceKind, guess: String?
    ) -> Diagnostic {
        return Diagnostic(.error, "no \(kind.rawValue) at '\(text)'\(suggestion(guess))", at: reference.position)
    }
}
