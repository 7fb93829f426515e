import APIModel
import OpenAPI

extension SchemaResolver {
    /// The schema that all given ones describe together, made once for each set of them.
    mutating func all(of ids: [APIModel.SchemaID]) -> APIModel.SchemaID {
        var parts: [APIModel.SchemaID] = []
        // So few schemas are found faster in an array than in a set.
        for id in ids where parts.count <= mostPartsOfMerged {
            for part in mergedParts(of: target(of: id)) where !parts.contains(part) { parts.append(part) }
        }
        if parts.count == 1 { return ids[0] }
        let key = parts.map(\.index).sorted()
        if let known = merged[key] { return known }
        remainingSchemas -= 1
        guard remainingSchemas >= 0, parts.count <= mostPartsOfMerged else {
            reachLimit(at: drafts[parts[0].index].identity.position)
            return ids[0]
        }
        let id = add(Draft(identity: DraftIdentity(origin: .merged(parts), position: drafts[parts[0].index].identity.position)))
        merged[key] = id
        unmerged.append(id)
        directParts[id] = ids.map { target(of: $0) }
        return id
    }

    private func mergedParts(of id: APIModel.SchemaID) -> [APIModel.SchemaID] {
        if case .merged(let parts) = drafts[id.index].identity.origin { parts } else { [id] }
    }

    /// Gives forms to merged schemas, and to those that they need in turn.
    ///
    /// Older ones come first, so that a schema which consists of another merged one finds its form finished.
    mutating func mergePending() {
        var next = 0
        while next < unmerged.count {
            let id = unmerged[next]
            drafts[id.index] = mergedDraft(of: id, parts: directParts[id] ?? [])
            next += 1
        }
        unmerged = []
    }

    private mutating func mergedDraft(of id: APIModel.SchemaID, parts: [APIModel.SchemaID]) -> Draft {
        guard let first = parts.first else { return drafts[id.index] }
        var draft = drafts[first.index].copy()
        var annotations = draft.identity.effectiveAnnotations
        draft.identity = drafts[id.index].identity
        for part in parts.dropFirst() {
            let other = drafts[part.index]
            merge(other, into: &draft)
            draft.null = draft.null.and(other.null)
            // The keywords beside a list of alternatives describe the whole, not each alternative.
            if case .derived = other.identity.origin { continue }
            annotations = annotations.completed(by: other.identity.effectiveAnnotations)
        }
        draft.identity.annotations = annotations
        draft.identity.effectiveAnnotations = annotations
        return draft
    }

    /// The keywords of a schema beside its alternatives, to be merged with each of them, or to be one of its subtypes.
    mutating func base(of id: APIModel.SchemaID) -> APIModel.SchemaID {
        if let known = bases[id] { return known }
        let draft = drafts[id.index].copy()
        draft.unions = []
        draft.discriminator = nil
        draft.null = .silent
        let annotations = draft.identity.annotations.titled("Base")
        draft.identity = DraftIdentity(origin: .derived(from: id), position: draft.identity.position)
        draft.identity.annotations = annotations
        draft.identity.effectiveAnnotations = annotations
        let base = add(draft)
        bases[id] = base
        return base
    }

    /// A schema restricted to one of its kinds.
    mutating func restricted(_ id: APIModel.SchemaID, to kind: JSONKinds) -> APIModel.SchemaID {
        let draft = drafts[id.index].copy()
        let kinds = kind == .number ? [.number, .integer] : kind
        draft.form.kinds = kinds
        draft.form.namesKinds = true
        draft.null = .silent
        draft.unions = []
        draft.discriminator = nil
        let values = draft.form.values?.filter { kinds.contains($0.value.kind) }
        draft.form.values = values?.isEmpty == true ? nil : values
        let annotations = draft.identity.annotations
        draft.identity = DraftIdentity(origin: .derived(from: id), position: draft.identity.position)
        draft.identity.annotations = annotations
        draft.identity.effectiveAnnotations = annotations
        return add(draft)
    }

    /// Whether a schema includes another one in place, through references and `allOf`.
    func partsInPlace(of id: APIModel.SchemaID) -> Set<APIModel.SchemaID> {
        var seen: Set<APIModel.SchemaID> = []
        var open = [id]
        while let next = open.popLast() {
            guard seen.insert(target(of: next)).inserted else { continue }
            open += partsInPlace(at: target(of: next))
        }
        return seen
    }

    private func partsInPlace(at id: APIModel.SchemaID) -> [APIModel.SchemaID] {
        switch drafts[id.index].identity.origin {
        case .document: document.schemas[id.index].partsInPlace.map { APIModel.SchemaID($0) }
        case .merged(let parts): parts
        case .derived(let source): id == anything ? [] : [source]
        }
    }
}

/// More schemas than this never mean one value outside of hostile documents.
private let mostPartsOfMerged = 100
