import OpenAPI
import YAMLTree

extension SchemaSet {
    /// Whether null is one of a schema's values beside others.
    func isNullable(_ id: SchemaID) -> Bool {
        var open = [id]
        var seen: Set<SchemaID> = []
        // Authors nest few alternatives; the limit keeps a hostile document linear.
        while let next = open.popLast(), seen.count < 100 {
            guard seen.insert(next).inserted else { continue }
            let schema = self[next]
            if schema.isNullable || schema.enumeration?.contains(where: \.isNull) == true { return true }
            let alternatives = schema.oneOf + schema.anyOf
            if alternatives.contains(where: isOnlyNull) { return true }
            // A list of types allows what it names, whatever the alternatives say.
            if schema.types.isEmpty { open += alternatives.reversed() }
            if let reference = schema.reference { open.append(reference) }
            if schema.types.isEmpty, let part = onlySpeakingPart(of: schema) { open.append(part) }
        }
        return false
    }

    /// The only part of an `allOf` that says what its values are, or that they may be null.
    private func onlySpeakingPart(of schema: Schema) -> SchemaID? {
        let parts = schema.allOf.filter { self[$0].isNullable || !isOnlyConstraint($0) }
        return parts.count == 1 ? parts[0] : parts.first { self[$0].isNullable && isOnlyConstraint($0) }
    }

    func isOnlyNull(_ id: SchemaID) -> Bool {
        let schema = self[target(of: id)]
        if schema.types == .null { return true }
        if let const = schema.const { return const.isNull }
        if let values = schema.enumeration, !values.isEmpty { return values.allSatisfy(\.isNull) }
        return false
    }

    /// The alternatives of a schema, null ones left out; nil where it has none that say what its values are.
    mutating func alternatives(of flat: FlatSchema) -> [SchemaID]? {
        guard let union = flat.unions.first(where: { $0.contains { !isOnlyConstraint($0) } }) else { return nil }
        // Where nothing else names a type, an alternative that names none allows values of any.
        let isTyped = !flat.schema.meaningfulTypes.isEmpty
        let alternatives = union.filter { !isOnlyNull($0) && !(isTyped && isOnlyConstraint($0)) }
        guard !alternatives.isEmpty else { return nil }
        return saysMore(than: alternatives, flat) ? combined(flat, with: alternatives) : alternatives
    }

    /// Whether what stands beside the alternatives adds members that they lack.
    private mutating func saysMore(than alternatives: [SchemaID], _ flat: FlatSchema) -> Bool {
        guard !flat.schema.properties.isEmpty else { return false }
        for alternative in alternatives {
            let own = Set(flattened(alternative).schema.properties.map(\.name))
            if flat.schema.properties.contains(where: { !own.contains($0.name) }) { return true }
        }
        return false
    }

    /// Each alternative together with what stands beside the list.
    private mutating func combined(_ flat: FlatSchema, with alternatives: [SchemaID]) -> [SchemaID] {
        var base = flat.schema
        base.discriminator = nil
        let beside = self.base(for: flat.parts, as: base)
        return alternatives.map { all(of: [$0, beside]) }
    }

    /// Whether a schema restricts values without saying what they are, such as `required: [a]`.
    func isOnlyConstraint(_ id: SchemaID) -> Bool {
        let schema = self[target(of: id)]
        return schema.booleanValue == nil && schema.types.isEmpty && schema.reference == nil && schema.properties.isEmpty
            && schema.allOf.isEmpty && schema.oneOf.isEmpty && schema.anyOf.isEmpty && schema.enumeration == nil
            && schema.const == nil && schema.items == nil && schema.prefixItems.isEmpty && schema.format == nil
            && schema.additionalProperties == nil
    }

    /// The one part of an `allOf` that says what the values are, when the others only describe or restrict them.
    func onlyMeaningfulPart(of flat: FlatSchema) -> SchemaID? {
        guard let whole = flat.parts.first else { return nil }
        let direct = self[whole].allOf + (self[whole].reference.map { [$0] } ?? [])
        guard direct.count == 1, isOnlyDescription(self[whole]) else { return nil }
        return direct[0]
    }

    private func isOnlyDescription(_ schema: Schema) -> Bool {
        schema.properties.isEmpty && schema.required.isEmpty && schema.oneOf.isEmpty && schema.anyOf.isEmpty
            && schema.enumeration == nil && schema.const == nil && schema.items == nil && schema.prefixItems.isEmpty
            && schema.additionalProperties == nil && schema.patternProperties.isEmpty && schema.format == nil
    }

    /// The values of alternatives that are all strings, some of them listed: `anyOf: [string, enum]`.
    mutating func mergedValues(of alternatives: [SchemaID]) -> [YAMLNode]? {
        var values: [YAMLNode] = []
        var seen: Set<String> = []
        for alternative in alternatives {
            let schema = flattened(alternative).schema
            guard schema.types.subtracting(.null) == .string || schema.types.isEmpty else { return nil }
            guard let named = schema.namedValues else {
                guard schema.types == .string, schema.format == nil else { return nil }
                continue
            }
            for value in named {
                guard let text = value.string else { return nil }
                if seen.insert(text).inserted { values.append(value) }
            }
        }
        return values.isEmpty ? nil : values
    }

    /// What a parameter's style is applied to.
    mutating func parameterShape(of id: SchemaID) -> ParameterShape {
        let flat = flattened(id)
        if let first = alternatives(of: flat)?.first { return Self.parameterShape(of: flattened(first).schema) }
        return Self.parameterShape(of: flat.schema)
    }

    private static func parameterShape(of schema: Schema) -> ParameterShape {
        switch schema.meaningfulTypes.first {
        case .array?: .array
        case .object?: .object
        default: .primitive
        }
    }

    /// The Swift type of a schema that is a plain string, number or boolean.
    mutating func scalarType(of id: SchemaID) -> TypeReference? {
        let flat = flattened(id)
        guard flat.unions.isEmpty, flat.schema.namedValues == nil, flat.schema.meaningfulTypes.count == 1 else { return nil }
        return flat.schema.scalarType(as: flat.schema.meaningfulTypes[0], formats: formats)
    }
}

extension Schema {
    /// The values that the schema lists, through `enum` or `const`.
    var namedValues: [YAMLNode]? {
        const.map { [$0] } ?? enumeration
    }

    /// The types other than null; where the schema names none, the one that its other keywords speak of.
    var meaningfulTypes: [JSONTypes] {
        let named = JSONTypes.each.filter { types.contains($0) && $0 != .null }
        if named.contains(.number) { return named.filter { $0 != .integer } }
        if !named.isEmpty || types == .null { return named }
        if !properties.isEmpty || additionalProperties != nil || !patternProperties.isEmpty { return [.object] }
        if items != nil || !prefixItems.isEmpty { return [.array] }
        // Bounds such as `maxLength` or `minimum` say nothing of values of other types.
        return format == nil ? [] : [.string]
    }

    /// The same schema with one of its types only.
    func restricted(to type: JSONTypes) -> Schema {
        var schema = self
        schema.types = type
        schema.componentName = nil
        schema.enumeration = enumeration?.filter { $0.fits(type) }
        if schema.enumeration?.isEmpty == true { schema.enumeration = nil }
        return schema
    }
}

extension JSONTypes {
    static let each: [JSONTypes] = [.null, .boolean, .object, .array, .integer, .number, .string]
}

extension YAMLNode {
    fileprivate func fits(_ type: JSONTypes) -> Bool {
        switch type {
        case .string: string != nil
        case .integer, .number: numberText != nil
        case .boolean: bool != nil
        case .object: isMapping
        case .array: isSequence
        default: isNull
        }
    }
}
