import OpenAPI
import YAMLTree

extension TypeBuilder {
    /// The `default` of a schema, where it is one of the type's values.
    mutating func defaultValue(of id: SchemaID, as type: TypeReference) -> DefaultValue? {
        guard let node = schemas[id].defaultValue ?? schemas.flattened(id).schema.defaultValue else { return nil }
        return defaultValue(node, as: type)
    }

    private mutating func defaultValue(_ node: YAMLNode, as type: TypeReference) -> DefaultValue? {
        switch type {
        case .standard(.string): return node.string.map(DefaultValue.string)
        case .standard(.bool): return node.bool.map(DefaultValue.bool)
        case .standard(.double), .standard(.float): return node.numberText.map(DefaultValue.number)
        case .standard(let integer): return node.int.flatMap { integer.holds($0) ? .number(String($0)) : nil }
        case .array(let element): return node.isSequence ? arrayDefault(node, of: element) : nil
        case .dictionary: return node.isMapping && node.count == 0 ? .emptyDictionary : nil
        case .declared(let id): return declaredDefault(node, as: id)
        case .runtime, .custom, .optional, .nullable: return nil
        }
    }

    private mutating func arrayDefault(_ node: YAMLNode, of element: TypeReference) -> DefaultValue? {
        var values: [DefaultValue] = []
        for item in node.elements {
            guard let value = defaultValue(item, as: element) else { return nil }
            values.append(value)
        }
        return .array(values)
    }

    private mutating func declaredDefault(_ node: YAMLNode, as id: TypeID) -> DefaultValue? {
        var id = id
        // Aliases may lead to each other, in a ring too, so that there is an end to following them.
        for _ in declarations.indices {
            define(id)
            switch declarations[id.index].shape {
            case .alias(.declared(let next)): id = next
            case .alias(let type): return defaultValue(node, as: type)
            case .enumeration(let enumeration):
                guard let value = enumeration.cases.first(where: { $0.holds(node) }) else { return nil }
                return .enumerationCase(value.name)
            case .structure, .union, .tuple, .wrapper: return nil
            }
        }
        return nil
    }
}

extension EnumerationCase {
    fileprivate func holds(_ node: YAMLNode) -> Bool {
        isString ? rawValue == node.text : rawValue == (node.bool?.description ?? node.int.map(String.init) ?? node.numberText)
    }
}

extension StandardType {
    fileprivate func holds(_ value: Int) -> Bool {
        switch self {
        case .int, .int64: true
        case .int8: Int8(exactly: value) != nil
        case .int16: Int16(exactly: value) != nil
        case .int32: Int32(exactly: value) != nil
        case .uint8: UInt8(exactly: value) != nil
        case .uint16: UInt16(exactly: value) != nil
        case .uint32: UInt32(exactly: value) != nil
        case .uint64: value >= 0
        default: false
        }
    }
}
