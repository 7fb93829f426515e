import APIModel
import OpenAPI

/// A discriminator as the document has it, or one that the alternatives' constants imply.
struct DiscriminatorMapping {
    let propertyName: String
    let entries: [(text: String, schema: APIModel.SchemaID)]
    let defaultSchema: APIModel.SchemaID?

    init(_ discriminator: OpenAPI.Discriminator) {
        propertyName = discriminator.propertyName
        entries = discriminator.mapping.compactMap { entry in entry.schema.map { (entry.value, APIModel.SchemaID($0)) } }
        defaultSchema = discriminator.defaultMapping.map { APIModel.SchemaID($0) }
    }

    init(impliedBy propertyName: String, default defaultSchema: APIModel.SchemaID? = nil) {
        self.propertyName = propertyName
        entries = []
        self.defaultSchema = defaultSchema
    }
}

extension SchemaResolver {
    /// The values of each alternative: those of an explicit mapping; then those of its `const` or `enum` that nothing
    /// maps and not all alternatives share; then the component's name, if the member may hold it.
    ///
    /// OpenAPI 3.1.1, section 4.8.25.3 (Options for Mapping Values to Schemas).
    ///
    /// - Parameters:
    ///   - listed: The alternatives as the document lists them.
    ///   - schemas: The alternatives together with the keywords beside them.
    ///   - whole: The schema that has the alternatives; what it allows itself does not distinguish them.
    func discriminatorValues(
        of listed: [APIModel.SchemaID], schemas: [APIModel.SchemaID], mapping: DiscriminatorMapping,
        sharedBy whole: APIModel.SchemaID
    ) -> [[JSONValue]] {
        let fixed = schemas.map { fixedValues(of: mapping.propertyName, in: $0) }
        let shared = sharedValues(fixed).union(Set(fixedValues(of: mapping.propertyName, in: whole)))
        let mapped = zip(listed, schemas).map { listed, schema in
            mapping.entries.filter { isSame(listed, $0.schema) }.map { value($0.text, of: mapping.propertyName, in: schema) }
        }
        let taken = Set(mapped.flatMap(\.self))
        return listed.indices.map { index in
            var values = mapped[index]
            func add(_ value: JSONValue) {
                if !taken.contains(value), !values.contains(value) { values.append(value) }
            }
            let own = fixed[index].filter { !shared.contains($0) }
            own.forEach(add)
            guard own.isEmpty else { return values }
            let nested = nestedValues(of: listed[index], by: mapping.propertyName)
            nested.forEach(add)
            if nested.isEmpty, let name = drafts[identity(of: listed[index]).index].identity.componentName {
                let value = value(name, of: mapping.propertyName, in: schemas[index])
                if canHold(value, in: mapping.propertyName, of: schemas[index]) { add(value) }
            }
            return values
        }
    }

    /// The values that all of several alternatives allow.
    private func sharedValues(_ fixed: [[JSONValue]]) -> Set<JSONValue> {
        guard fixed.count > 1, let first = fixed.first else { return [] }
        return fixed.dropFirst().reduce(Set(first)) { $0.intersection($1) }
    }

    /// A member that each alternative requires and fixes to values of its own.
    ///
    /// One alternative may leave the member open, if its kinds are none of those of the others' values: `null` beside a string.
    func inferredMapping(of schemas: [APIModel.SchemaID]) -> DiscriminatorMapping? {
        guard schemas.count > 1, let first = schemas.first else { return nil }
        let required = schemas.map { Set(drafts[target(of: $0).index].required.map(\.value)) }
        for candidate in drafts[target(of: first).index].form.object.members.map(\.name) {
            guard required.allSatisfy({ $0.contains(candidate) }) else { continue }
            let fixed = schemas.map { fixedValues(of: candidate, in: $0) }
            var seen: Set<JSONValue> = []
            guard fixed.allSatisfy({ $0.allSatisfy { seen.insert($0).inserted } }) else { continue }
            let open = schemas.indices.filter { fixed[$0].isEmpty }
            if open.isEmpty { return DiscriminatorMapping(impliedBy: candidate) }
            guard open.count == 1, isDisjoint(candidate, of: schemas[open[0]], from: seen) else { continue }
            return DiscriminatorMapping(impliedBy: candidate, default: schemas[open[0]])
        }
        return nil
    }

    /// Whether a member of an alternative names its kinds, none of which the values have.
    private func isDisjoint(_ name: String, of id: APIModel.SchemaID, from values: Set<JSONValue>) -> Bool {
        guard let form = memberForm(name, of: id), form.namesKinds else { return false }
        return values.allSatisfy { form.kinds.isDisjoint(with: $0.kind) }
    }

    /// The scalar values that a member of an object is limited to.
    func fixedValues(of name: String, in id: APIModel.SchemaID) -> [JSONValue] {
        guard let form = memberForm(name, of: id) else { return [] }
        guard let values = form.values else { return form.isOnlyNull ? [.null] : [] }
        let scalars = values.map(\.value).filter { value in
            switch value {
            case .array, .object: false
            default: true
            }
        }
        return scalars.count == values.count ? scalars : []
    }

    /// Whether the member of an alternative may have a value, judged by its kinds and constants.
    private func canHold(_ value: JSONValue, in name: String, of id: APIModel.SchemaID) -> Bool {
        let fixed = fixedValues(of: name, in: id)
        guard fixed.isEmpty else { return fixed.contains(value) }
        return memberForm(name, of: id).map { !$0.namesKinds || !$0.kinds.isDisjoint(with: value.kind) } ?? true
    }

    private func memberForm(_ name: String, of id: APIModel.SchemaID) -> NormalForm? {
        let member = drafts[target(of: id).index].form.object.members.first { $0.name == name }
        return member.map { drafts[target(of: $0.schema).index].form }
    }

    /// The values of an alternative that has alternatives by the same member.
    private func nestedValues(of id: APIModel.SchemaID, by propertyName: String) -> [JSONValue] {
        let draft = drafts[target(of: id).index]
        guard let inner = draft.discriminator, inner.propertyName == propertyName, let list = draft.unions.first else { return [] }
        return inner.mapping.map { .string($0.value) } + list.schemas.flatMap { fixedValues(of: propertyName, in: $0) }
    }

    /// The JSON value that a text of the mapping, or a component's name, means for a member.
    private func value(_ text: String, of name: String, in id: APIModel.SchemaID) -> JSONValue {
        let fixed = fixedValues(of: name, in: id)
        if let value = fixed.first(where: { $0.mappingText == text }) { return value }
        let kinds = memberForm(name, of: id)?.typedKinds ?? []
        switch kinds {
        case [.boolean] where text == "true" || text == "false": return .bool(text == "true")
        case [.integer], [.number]: return Double(text) == nil ? .string(text) : .number(text)
        default: return .string(text)
        }
    }

    /// Whether a schema of the mapping is an alternative.
    func isSame(_ alternative: APIModel.SchemaID, _ mapped: APIModel.SchemaID) -> Bool {
        target(of: alternative) == target(of: mapped) || identity(of: alternative) == identity(of: mapped)
    }

    /// The component behind references, and behind `allOf`s that only include it.
    private func identity(of id: APIModel.SchemaID) -> APIModel.SchemaID {
        var id = target(of: id)
        for _ in 0..<longestChain {
            let identity = drafts[id.index].identity
            guard identity.componentName == nil else { return id }
            if case .derived(let source) = identity.origin {
                id = target(of: source)
            } else if case .merged(let parts) = identity.origin {
                id = parts[0]
            } else if let refined = identity.refined {
                id = target(of: refined)
            } else {
                return id
            }
        }
        return id
    }
}

private let longestChain = 100

extension JSONValue {
    /// The text that a key of the mapping has for a value.
    fileprivate var mappingText: String? {
        switch self {
        case .null: "null"
        case .bool(let value): String(value)
        case .number(let text), .string(let text): text
        case .array, .object: nil
        }
    }
}
