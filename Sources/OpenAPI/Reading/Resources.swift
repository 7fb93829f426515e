import Diagnostics
import YAMLTree

extension ReferenceResolver {
    /// Returns the schema or file that a reference's part before `#` identifies, with its address.
    func resource(
        of uri: URIReference, _ text: String, from reference: YAMLNode, as kind: ReferenceKind
    ) -> Result<(YAMLNode, URIReference), ReferenceFailure> {
        let number = files.number(of: reference)
        let file = files.files[number]
        let own = anchors(ofFile: number)
        let base = own.bases[reference] ?? file.base
        if uri.address.isEmpty { return .success((own.resources[base.address] ?? file.root, base)) }
        let absolute = uri.resolved(against: base)
        for number in files.files.indices {
            if let node = anchors(ofFile: number).resources[absolute.address] { return .success((node, absolute)) }
        }
        guard uri.isRelativePath else { return .failure(.init(.notHere(text, reference))) }
        let loaded = load(absolute, orElse: uri.resolved(against: URIReference(file.path)), text, for: reference)
        guard case .failure = loaded, uri.fragment == nil, !text.contains("/"), !text.contains(".") else { return loaded }
        // Swagger 1.2 and its users refer to a model by its name alone.
        return component(named: text, kind, for: text, reference).map { .success(($0, base)) } ?? loaded
    }

    /// Loads a file relative to the base that the document declares, or else relative to the file with the reference.
    ///
    /// Authors often declare an `$id` without moving the files that the schema refers to.
    private func load(
        _ uri: URIReference, orElse other: URIReference, _ text: String, for reference: YAMLNode
    ) -> Result<(YAMLNode, URIReference), ReferenceFailure> {
        guard uri.isRelativePath, uri.path != other.path else { return load(other, text, for: reference) }
        let loaded = load(uri, text, for: reference)
        guard case .failure = loaded, case .success(let neighbor) = load(other, text, for: reference) else { return loaded }
        return .success(neighbor)
    }

    private func load(
        _ uri: URIReference, _ text: String, for reference: YAMLNode
    ) -> Result<(YAMLNode, URIReference), ReferenceFailure> {
        let path = removingPercentEncoding(uri.path)
        guard !path.utf8.contains(0), !path.hasPrefix("/") else { return .failure(.init(.notHere(text, reference))) }
        switch files.load(path) {
        case .success(let number): return .success((files.files[number].root, files.files[number].base))
        case .failure(let failure): return .failure(.init(.unreadable(path, failure, reference)))
        }
    }

    /// Returns the addresses in a file, which are collected once.
    func anchors(ofFile number: Int) -> Anchors {
        let file = files.files[number]
        if let known = file.anchors { return known }
        let anchors = Anchors(of: file.root, base: file.base)
        files.setAnchors(anchors, ofFile: number)
        return anchors
    }
}

extension Diagnostic {
    fileprivate static func notHere(_ text: String, _ reference: YAMLNode) -> Diagnostic {
        Diagnostic(
            .error, "'\(text)' is not supported; a reference must point into this document or to a relative path of a local file",
            at: reference.position)
    }

    fileprivate static func unreadable(_ path: String, _ failure: LoadFailure, _ reference: YAMLNode) -> Diagnostic {
        let text =
            switch failure {
            case .missing: "there is no file '\(path)'"
            case .outside:
                "file '\(path)' is outside the document's folder, its package and the current folder; use --allow-parent-folders to read it"
            case .unreadable(let reason): "file '\(path)' cannot be read: \(reason)"
            }
        return Diagnostic(.error, text, at: reference.position)
    }
}
