/// What a schema will be in Swift, before its members are looked at.
enum Blueprint {
    /// A type that needs no declaration.
    case plain(TypeReference)
    case structure(ObjectForm)
    case enumeration(Enumeration.RawType, [NamedValue])
    case union(Alternatives)
    /// - Parameter required: How many elements an array must have.
    case tuple(ArrayForm, required: Int)
}

extension Blueprint {
    /// What distinguishes the type from another one that is named after the same words, of which one is not the name's last word.
    var kindNames: [String] {
        switch self {
        case .enumeration: ["Kind", "Option"]
        case .union: ["Choice", "Alternatives"]
        case .structure, .tuple, .plain: ["Details", "Fields"]
        }
    }
}

extension TypeBuilder {
    /// Decides what a schema becomes.
    func blueprint(of id: SchemaID, named preferred: TypeName) -> Blueprint {
        if let other = schemas.typeSource(of: id) {
            return .plain(type(of: other, named: preferred).reference)
        }
        let form = schemas.form(id)
        if form.isOnlyNull { return .plain(.anyJSON) }
        if let alternatives = form.alternatives, alternatives.origin != .kinds {
            return blueprint(of: alternatives, named: preferred)
        }
        if let values = form.values, let enumeration = enumeration(of: values, in: form) { return enumeration }
        if let alternatives = form.alternatives { return .union(alternatives) }
        return blueprint(ofTyped: form, named: preferred)
    }

    private func blueprint(of alternatives: Alternatives, named preferred: TypeName) -> Blueprint {
        guard alternatives.origin == .lists else { return .union(alternatives) }
        if alternatives.list.count == 1 {
            return .plain(type(of: alternatives.list[0].schema, named: preferred).reference)
        }
        if let values = mergedValues(of: alternatives) { return .enumeration(.string, values) }
        if let plain = commonScalarType(of: alternatives) { return .plain(plain) }
        return .union(alternatives)
    }

    /// The values of alternatives that are all strings, some of them listed: `anyOf: [string, enum]`.
    private func mergedValues(of alternatives: Alternatives) -> [NamedValue]? {
        var values: [NamedValue] = []
        var seen: Set<JSONValue> = []
        for form in alternatives.list.map({ schemas.form($0.schema) }) {
            guard !form.namesKinds || form.kinds.subtracting(.null) == .string else { return nil }
            guard let named = form.values else {
                guard form.namesKinds, form.kinds == .string, form.format == nil else { return nil }
                continue
            }
            guard named.allSatisfy({ $0.value.string != nil }) else { return nil }
            values += named.filter { seen.insert($0.value).inserted }
        }
        return values.isEmpty ? nil : values
    }

    /// The type of all alternatives, where they differ only in constraints.
    private func commonScalarType(of alternatives: Alternatives) -> TypeReference? {
        var common: TypeReference?
        for alternative in alternatives.list {
            let form = schemas.form(alternative.schema)
            guard form.alternatives == nil, form.values == nil, let type = form.scalarType(formats: options.formats) else {
                return nil
            }
            if let known = common, known != type {
                guard let wider = known.widened(with: type) else { return nil }
                common = wider
            } else {
                common = type
            }
        }
        return common
    }

    private func blueprint(ofTyped form: NormalForm, named preferred: TypeName) -> Blueprint {
        switch form.typedKinds.first {
        case .object?: return blueprint(of: form.object, named: preferred)
        case .array?: return blueprint(of: form.array, required: form.counts[.minItems] ?? 0, named: preferred)
        default: return .plain(form.scalarType(formats: options.formats) ?? .anyJSON)
        }
    }

    private func blueprint(of object: ObjectForm, named preferred: TypeName) -> Blueprint {
        let isClosed = object.additionalProperties == .none && object.patterns.isEmpty
        if isClosed || object.members.contains(where: \.isDescribed) { return .structure(object) }
        return .plain(.dictionary(typeOfOtherMembers(of: object, named: preferred) ?? .anyJSON))
    }

    private func blueprint(of array: ArrayForm, required: Int, named preferred: TypeName) -> Blueprint {
        if !array.prefix.isEmpty { return .tuple(array, required: required) }
        guard case .schema(let items) = array.rest else { return .plain(.array(.anyJSON)) }
        return .plain(.array(type(of: items, named: preferred.singular).reference))
    }

    /// An enumeration where the values are all strings or all integers; `nil` where their type is enough.
    private func enumeration(of values: [NamedValue], in form: NormalForm) -> Blueprint? {
        let named = values.filter { !$0.value.isNull }
        let values = named.map(\.value)
        // Thousands of cases are a list of codes rather than an enum, and take a compiler minutes.
        if values.isEmpty || values.count > mostCases { return nil }
        let kinds = form.namesKinds ? form.typedKinds : []
        if kinds == [.string] || values.allSatisfy({ $0.string != nil }) {
            guard values.allSatisfy(\.isScalar), kinds.isEmpty || kinds.contains(.string) else { return nil }
            return .enumeration(.string, named)
        }
        if values.allSatisfy({ $0.int != nil }), kinds.isEmpty || kinds == [.integer] || kinds == [.number] {
            return kinds == [.number] ? nil : .enumeration(.integer, named)
        }
        // A list may name integers that no machine type holds.
        if kinds == [.integer] { return .plain(.runtime(.decimal)) }
        if kinds.isEmpty || kinds == [.boolean], values.allSatisfy({ $0.bool != nil }) { return .plain(.standard(.bool)) }
        if kinds.count != 1 { return values.allSatisfy(\.isScalarLiteral) ? .enumeration(.value, named) : .plain(.anyJSON) }
        return nil
    }
}

private let mostCases = 2_000
