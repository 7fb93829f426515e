import OpenAPI
import YAMLTree

extension TypeBuilder {
    /// The `default` of a schema, where it is one of the type's values.
    mutating func defaultValue(of id: SchemaID, as type: TypeReference) -> DefaultValue? {
        guard let node = schemas[id].defaultValue ?? schemas.flattened(id).schema.defaultValue else { return nil }
        return defaultValue(node, as: type)
    }

    private func defaultValue(_ node: YAMLNode, as type: TypeReference) -> DefaultValue? {
        switch type {
        case .standard(.string): node.string.map(DefaultValue.string)
        case .standard(.bool): node.bool.map(DefaultValue.bool)
        case .standard(.double), .standard(.float): node.numberText.map(DefaultValue.number)
        case .standard(let integer): node.int.flatMap { integer.holds($0) ? .number(String($0)) : nil }
        case .array: node.isSequence && node.count == 0 ? .emptyArray : nil
        case .declared(let id): defaultValue(node, as: declarations[id.index])
        default: nil
        }
    }

    private func defaultValue(_ node: YAMLNode, as declaration: TypeDeclaration) -> DefaultValue? {
        switch declaration.shape {
        case .alias(let type): return defaultValue(node, as: type)
        case .enumeration(let enumeration):
            guard let text = node.text else { return nil }
            return enumeration.cases.first { $0.rawValue == text }.map { .enumerationCase($0.name) }
        default: return nil
        }
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
