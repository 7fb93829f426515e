/// Turns JSON values into expressions of types.
///
/// A document decides how deep values are and in how many ways alternatives can be tried, so that both have limits.
struct DefaultFitting {
    let schemas: SchemaGraph
    let declarations: [TypeDeclaration]
    private var remainingValues = mostValues
    private var depth = 0
    /// Whether a limit was reached, so that no result means anything.
    private(set) var isExhausted = false

    init(schemas: SchemaGraph, declarations: [TypeDeclaration]) {
        self.schemas = schemas
        self.declarations = declarations
    }

    mutating func fit(_ value: JSONValue, as type: TypeReference) -> DefaultValue? {
        remainingValues -= 1
        guard remainingValues >= 0, depth < deepestValue else {
            isExhausted = true
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        switch type {
        case .standard(let standard): return standard.fit(value)
        case .runtime(.jsonValue): return isSmall(value) ? .json(value) : nil
        case .runtime(let format): return format.fit(value)
        case .foundation(let type): return type.fit(value)
        case .array(let element): return fit(array: value, of: element)
        case .dictionary(let element): return fit(dictionary: value, of: element)
        case .optional(let wrapped), .nullable(let wrapped): return value.isNull ? .null : fit(value, as: wrapped)
        case .declared(let id): return fit(value, as: id)
        case .custom: return nil
        }
    }

    /// Counts the values inside a value of any kind.
    private mutating func isSmall(_ value: JSONValue) -> Bool {
        var open = [(value, depth)]
        while let (next, depth) = open.popLast() {
            remainingValues -= 1
            guard remainingValues >= 0, depth < deepestValue else {
                isExhausted = true
                return false
            }
            switch next {
            case .array(let elements): open += elements.map { ($0, depth + 1) }
            case .object(let members): open += members.map { ($0.value, depth + 1) }
            default: break
            }
        }
        return true
    }

    private mutating func fit(array value: JSONValue, of element: TypeReference) -> DefaultValue? {
        guard case .array(let items) = value else { return nil }
        var values: [DefaultValue] = []
        for item in items {
            guard let value = fit(item, as: element) else { return nil }
            values.append(value)
        }
        return .array(values, of: element)
    }

    private mutating func fit(dictionary value: JSONValue, of element: TypeReference) -> DefaultValue? {
        guard case .object(let members) = value else { return nil }
        return entries(members, of: element).map { .dictionary($0, of: element) }
    }

    private mutating func entries(_ members: [JSONMember], of element: TypeReference) -> [DefaultEntry]? {
        var names: Set<String> = []
        var entries: [DefaultEntry] = []
        for member in members where names.insert(member.name).inserted {
            guard let value = fit(member.value, as: element) else { return nil }
            entries.append(DefaultEntry(key: member.name, value: value))
        }
        return entries
    }

    private mutating func fit(_ value: JSONValue, as id: TypeID) -> DefaultValue? {
        switch declarations[id.index].shape {
        case .alias(let type): return fit(value, as: type)
        case .wrapper(let type):
            return fit(value, as: type).map { .object(id, [DefaultArgument(label: nil, type: type, value: $0)]) }
        case .enumeration(let enumeration): return enumeration.case(for: value).map { .enumerationCase($0.name) }
        case .structure(let structure): return arguments(for: value, of: structure).map { .object(id, $0) }
        case .tuple(let tuple): return arguments(for: value, of: tuple).map { .object(id, $0) }
        case .union(let union): return fit(value, as: union)
        }
    }

    private mutating func arguments(for value: JSONValue, of structure: Structure) -> [DefaultArgument]? {
        guard case .object(let members) = value else { return nil }
        var rest = Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        var arguments: [DefaultArgument] = []
        for property in structure.properties {
            if let value = rest.removeValue(forKey: property.wireName) {
                guard let value = fit(value, as: property.type) else { return nil }
                arguments.append(DefaultArgument(label: property.name, type: property.type, value: value))
            } else if property.isRequired || !isFinite(property) {
                return nil
            }
        }
        guard let additional = structure.additionalProperties, !rest.isEmpty else { return arguments }
        guard let entries = entries(members.filter { rest[$0.name] != nil }, of: additional.value) else { return nil }
        let type = TypeReference.dictionary(additional.value)
        return arguments + [DefaultArgument(label: additional.name, type: type, value: .dictionary(entries, of: additional.value))]
    }

    /// Whether making the default of a member that is left out ends: one that contains itself would be made again without end.
    private mutating func isFinite(_ property: Property) -> Bool {
        guard let value = schemas[property.schema].effectiveAnnotations.defaultValue?.value, !value.isScalar else { return true }
        _ = fit(value, as: property.type)
        return !isExhausted
    }

    private mutating func arguments(for value: JSONValue, of tuple: Tuple) -> [DefaultArgument]? {
        guard case .array(let items) = value else { return nil }
        var arguments: [DefaultArgument] = []
        for (index, element) in tuple.elements.enumerated() {
            guard index < items.count else {
                if element.isRequired { return nil }
                continue
            }
            guard let value = fit(items[index], as: element.type) else { return nil }
            arguments.append(DefaultArgument(label: element.name, type: element.type, value: value))
        }
        let others = items.dropFirst(tuple.elements.count)
        guard !others.isEmpty else { return arguments }
        guard let rest = tuple.rest, let value = fit(array: .array(Array(others)), of: rest) else { return nil }
        return arguments + [DefaultArgument(label: tuple.restName, type: .array(rest), value: value)]
    }

    /// The alternative that the discriminator names, or the only one of whose values it is one.
    private mutating func fit(_ value: JSONValue, as union: Union) -> DefaultValue? {
        var candidates = union.alternatives.filter { !$0.kinds.isDisjoint(with: value.kind) }
        if let discriminator = union.discriminator {
            guard let tag = value[discriminator.propertyName] else { return nil }
            candidates = union.alternatives.filter { $0.discriminatorValues.contains(tag) }
        }
        var result: DefaultValue?
        for candidate in candidates {
            guard let fitted = fit(value, as: candidate.type) else { continue }
            guard result == nil else { return nil }
            result = .alternative(candidate.name, fitted, of: candidate.type)
        }
        return result
    }
}

/// More than anybody reads in the parameters of an initializer.
private let mostValues = 500
private let deepestValue = 24
