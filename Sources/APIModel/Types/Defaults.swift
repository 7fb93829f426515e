extension TypeBuilder {
    /// Returns the `default` of a schema, where it is one of the type's values.
    mutating func defaultValue(of id: SchemaID, as type: TypeReference) -> DefaultValue? {
        guard let value = schemas[id].annotations.defaultValue ?? schemas[id].effectiveAnnotations.defaultValue else { return nil }
        return defaultValue(value.value, as: type)
    }

    private mutating func defaultValue(_ value: JSONValue, as type: TypeReference) -> DefaultValue? {
        switch type {
        case .standard(.string): return value.string.map(DefaultValue.string)
        case .standard(.bool): return value.bool.map(DefaultValue.bool)
        case .standard(.double), .standard(.float): return value.numberText.map(DefaultValue.number)
        case .standard(let integer): return value.int.flatMap { integer.holds($0) ? .number(String($0)) : nil }
        case .array(let element): return arrayDefault(value, of: element)
        case .dictionary: return value == .object([]) ? .emptyDictionary : nil
        case .declared(let id): return declaredDefault(value, as: id)
        case .runtime, .custom, .optional, .nullable: return nil
        }
    }

    private mutating func arrayDefault(_ value: JSONValue, of element: TypeReference) -> DefaultValue? {
        guard case .array(let items) = value else { return nil }
        var values: [DefaultValue] = []
        for item in items {
            guard let value = defaultValue(item, as: element) else { return nil }
            values.append(value)
        }
        return .array(values)
    }

    private mutating func declaredDefault(_ value: JSONValue, as id: TypeID) -> DefaultValue? {
        var id = id
        // Aliases may refer to each other in a cycle, which ends here.
        for _ in declarations.indices {
            define(id)
            switch declarations[id.index].shape {
            case .alias(.declared(let next)): id = next
            case .alias(let type): return defaultValue(value, as: type)
            case .enumeration(let enumeration):
                guard let match = enumeration.cases.first(where: { $0.holds(value) }) else { return nil }
                return .enumerationCase(match.name)
            case .structure, .union, .tuple, .wrapper: return nil
            }
        }
        return nil
    }
}

extension EnumerationCase {
    fileprivate func holds(_ value: JSONValue) -> Bool {
        if isString { return value.isScalar && rawValue == value.plainText }
        return rawValue == (value.bool?.description ?? value.int.map(String.init) ?? value.numberText)
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
