import APIModel

/// The place of a value in messages: the operation or schema, and the way to the value.
struct Location {
    /// The operation or schema that reports group changes by.
    let subject: String
    /// What the way starts at, such as `request body`, without an article.
    let base: [Sentence.Part]
    private var steps = ""
    private var count = 0

    init(subject: String, base: [Sentence.Part]) {
        self.subject = subject
        self.base = base
    }

    /// The location of a pair at this place: a component that both documents have is a place of its own.
    func entering(_ pair: SchemaPair, _ old: SchemaGraph, _ new: SchemaGraph) -> Location {
        // What stands beside a reference belongs to the place of the reference.
        guard !old.isReferenceInPlace(pair.old), !new.isReferenceInPlace(pair.new) else { return self }
        guard let name = new[pair.new].componentName ?? old[pair.old].componentName else { return self }
        return Location(subject: "schema \(name)", base: [.words("schema "), .value(name)])
    }

    func appending(_ step: String) -> Location {
        var location = self
        guard count < 12 else { return location }
        location.count += 1
        location.steps += count == 11 ? "…" : step
        return location
    }

    /// The place as the object of a sentence.
    var parts: [Sentence.Part] {
        let path = steps.hasPrefix(".") ? String(steps.dropFirst()) : steps
        let base = [.words("the ")] + base
        return path.isEmpty ? base : [.value(path), .words(" in ")] + base
    }
}

extension SchemaGraph {
    /// Whether a schema that is no component refers to another one.
    fileprivate func isReferenceInPlace(_ id: SchemaID) -> Bool {
        self[id].componentName == nil && self[id].assertions.contains { if case .reference = $0.keyword { true } else { false } }
    }
}
