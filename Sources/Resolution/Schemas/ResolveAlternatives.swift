import APIModel
import OpenAPI

extension SchemaResolver {
    /// Decides for each schema, merged ones included, which alternatives its values have and what distinguishes them.
    mutating func resolveAlternatives() {
        var index = 0
        // Combining alternatives with the keywords beside them makes schemas that have alternatives in turn.
        while index < drafts.count, limitPosition == nil {
            let id = APIModel.SchemaID(index: index)
            if target(of: id) == id, let found = foundAlternatives(of: id) { alternatives[id] = found }
            mergePending()
            index += 1
        }
    }

    private mutating func foundAlternatives(of id: APIModel.SchemaID) -> Alternatives? {
        if let found = listedAlternatives(of: id) { return found }
        if let found = subtypeAlternatives(of: id) { return found }
        let kinds = drafts[id.index].form.typedKinds
        guard kinds.count > 1 else { return nil }
        let list = kinds.map { kind in
            let schema = restricted(id, to: kind)
            return Alternative(schema, listed: schema)
        }
        return Alternatives(discriminator: nil, list: list, origin: .kinds)
    }

    /// The alternatives of a schema's lists.
    ///
    /// The first `oneOf`, or the first `anyOf` of a schema without one, defines the alternatives; each further `oneOf` multiplies them.
    /// Of a further `anyOf` several schemas can match at once, so that its members become optional ones of each alternative.
    private mutating func listedAlternatives(of id: APIModel.SchemaID) -> Alternatives? {
        var lists = meaningfulLists(of: id)
        guard !lists.isEmpty else { return nil }
        let first = lists.remove(at: lists.firstIndex(where: \.isExclusive) ?? 0)
        var listed = first.schemas.map { [$0] }
        var beside: [APIModel.SchemaID] = []
        for list in lists {
            if list.isExclusive, listed.count * list.schemas.count <= mostProducts {
                listed = listed.flatMap { combination in list.schemas.map { combination + [$0] } }
            } else {
                beside.append(looseUnion(of: list.schemas))
            }
        }
        let schemas = combined(listed, with: id, beside: beside)
        return alternatives(of: id, listed: listed, schemas: schemas)
    }

    /// The lists that describe what values are, without null and without alternatives that only restrict values.
    ///
    /// A list of an included schema is left out where it contains this schema: a subtype that includes its parent is one of the
    /// parent's alternatives, not all of them.
    private func meaningfulLists(of id: APIModel.SchemaID) -> [UnionList] {
        let draft = drafts[id.index]
        guard !draft.unions.isEmpty else { return [] }
        let own = ownLists(of: id)
        let parts = draft.unions.count > own ? partsInPlace(of: id) : []
        let isTyped = !draft.form.typedKinds.isEmpty
        return draft.unions.enumerated().compactMap { place, list in
            guard place < own || !list.schemas.contains(where: { parts.contains(target(of: $0)) }) else { return nil }
            guard list.schemas.contains(where: { !isOnlyConstraint($0) }) else { return nil }
            var seen: Set<APIModel.SchemaID> = []
            var alternatives = list
            alternatives.schemas.removeAll {
                isOnlyNull($0) || isTyped && isOnlyConstraint($0) || !seen.insert(target(of: $0)).inserted
            }
            return alternatives.schemas.isEmpty ? nil : alternatives
        }
    }

    /// How many of the lists are in the schema object itself.
    private func ownLists(of id: APIModel.SchemaID) -> Int {
        guard case .document = drafts[id.index].identity.origin else { return 0 }
        let schema = document.schemas[id.index]
        return (schema.oneOf.isEmpty ? 0 : 1) + (schema.anyOf.isEmpty ? 0 : 1)
    }

    func isOnlyNull(_ id: APIModel.SchemaID) -> Bool {
        if id.index < document.schemas.count, document.schemas[id.index].saysOnlyNullable { return true }
        return drafts[target(of: id).index].form.isOnlyNull
    }

    /// Whether a schema restricts values without saying what they are.
    func isOnlyConstraint(_ id: APIModel.SchemaID) -> Bool {
        let draft = drafts[target(of: id).index]
        return draft.form.isOnlyConstraint && draft.unions.isEmpty
    }

    /// Each combination of alternatives together with the keywords beside the lists.
    private mutating func combined(
        _ listed: [[APIModel.SchemaID]], with id: APIModel.SchemaID, beside: [APIModel.SchemaID]
    ) -> [APIModel.SchemaID] {
        let saysMore = listed.contains { combination in combination.contains { addsMembers(id, to: $0) } }
        let base = saysMore ? [base(of: id)] : []
        return listed.map { all(of: $0 + base + beside) }
    }

    /// Whether the keywords beside an alternative have members that the alternative lacks, or require ones that it does not.
    private func addsMembers(_ id: APIModel.SchemaID, to alternative: APIModel.SchemaID) -> Bool {
        let beside = drafts[id.index]
        let other = drafts[target(of: alternative).index]
        if !beside.form.object.members.isEmpty {
            let own = Set(other.form.object.members.map(\.name))
            if beside.form.object.members.contains(where: { !own.contains($0.name) }) { return true }
        }
        // The discriminator's member is written from its mapping, whether it is required or not.
        let required = Set(other.required.map(\.value))
        return beside.required.contains { $0.value != beside.discriminator?.propertyName && !required.contains($0.value) }
            && other.form.typedKinds == [.object]
    }

    /// A schema with the members of all alternatives of a list, none of which is required.
    private mutating func looseUnion(of list: [APIModel.SchemaID]) -> APIModel.SchemaID {
        let draft = drafts[target(of: list[0]).index].copy()
        for alternative in list.dropFirst() {
            let other = drafts[target(of: alternative).index]
            let names = Set(draft.form.object.members.map(\.name))
            draft.form.object.members += other.form.object.members.filter { !names.contains($0.name) }
        }
        draft.required = []
        draft.unions = []
        draft.identity = DraftIdentity(origin: .derived(from: list[0]), position: draft.identity.position)
        return add(draft)
    }

    private mutating func alternatives(
        of id: APIModel.SchemaID, listed: [[APIModel.SchemaID]], schemas: [APIModel.SchemaID]
    ) -> Alternatives {
        mergePending()
        // A combination of several lists goes by its own merged schema, as no single alternative names it.
        let names = zip(listed, schemas).map { $0.count == 1 ? $0[0] : $1 }
        let draft = drafts[id.index]
        let mapping = draft.discriminator.map { DiscriminatorMapping($0) } ?? inferredMapping(of: schemas)
        guard let mapping, listed.allSatisfy({ $0.count == 1 }) || draft.discriminator != nil else {
            let list = zip(names, schemas).map { Alternative($1, listed: $0) }
            return Alternatives(discriminator: nil, list: list, origin: .lists)
        }
        let values = discriminatorValues(of: names, schemas: schemas, mapping: mapping, sharedBy: id)
        let fallback = mapping.defaultSchema.flatMap { schema in
            names.firstIndex { isSame($0, schema) } ?? schemas.firstIndex(of: schema)
        }
        let isUsable = tellsApart(schemas, values, fallback: fallback)
        let list = zip(zip(names, schemas), values).map { Alternative($0.1, listed: $0.0, discriminatorValues: isUsable ? $1 : []) }
        let discriminator = Discriminator(
            propertyName: mapping.propertyName, defaultAlternative: fallback, isInferred: draft.discriminator == nil)
        guard isUsable else {
            return Alternatives(
                discriminator: nil, unusedDiscriminator: draft.discriminator?.propertyName, list: list, origin: .lists)
        }
        return Alternatives(discriminator: discriminator, list: list, origin: .lists)
    }

    /// Whether each alternative is an object with values of its own.
    func tellsApart(_ schemas: [APIModel.SchemaID], _ values: [[JSONValue]], fallback: Int?) -> Bool {
        let all = values.flatMap(\.self)
        return Set(all).count == all.count
            && schemas.indices.allSatisfy { isObject(schemas[$0]) && (!values[$0].isEmpty || $0 == fallback) }
    }

    /// Whether values of a schema are objects, whichever of its alternatives they match.
    private func isObject(_ id: APIModel.SchemaID) -> Bool {
        let draft = drafts[target(of: id).index]
        if draft.form.typedKinds == [.object] { return true }
        let list = draft.unions.map(\.schemas).first { list in list.contains { !isOnlyConstraint($0) } } ?? []
        // One level is enough to distinguish alternatives, and cannot run in circles.
        return !list.isEmpty && list.allSatisfy { drafts[target(of: $0).index].form.typedKinds == [.object] }
    }
}

/// More combinations than this are a table rather than alternatives that code handles one by one.
private let mostProducts = 16
