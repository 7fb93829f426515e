import APIModel
import Printing
import Templating

/// The values of a struct.
func structureTemplate(_ structure: Structure, _ head: TypeHead, _ spelling: Spelling) -> StructureTemplate {
    let names = MemberNames(of: structure)
    let tagProperties = Set(structure.tags.compactMap(\.property))
    let additional = structure.additionalProperties.map { additional in
        let type = spelling.type(additional.value)
        return StructureTemplate.AdditionalProperties(
            comment: additional.areUnknown
                ? "The members that the OpenAPI document does not describe." : "The additional properties.",
            name: additional.name.spelling, local: names.local(for: additional.name),
            property: others(additional.name, besidesTagsOf: structure), type: type,
            reading: additional.areUnknown ? "readUnknown()" : "read(\(type).self)")
    }
    return StructureTemplate(
        comment: head.comment, name: head.name, protocols: head.protocols,
        properties: structure.properties.map { property in
            propertyTemplate(property, isTag: tagProperties.contains(property.name), among: names, spelling)
        },
        additionalProperties: additional, parameters: parameters(of: structure, spelling),
        keys: NamesLiteral(structure.properties.map { NamesLiteral.escaped($0.wireName) + ($0.isRequired ? "" : "?") }),
        conditions: ["!json.hasFailed"] + structure.checkedByKeys.map { "let \(names.local(for: $0.name))" },
        laterRequirements: laterRequirements(of: structure, names),
        tagged: tagged(structure, spelling), tags: undeclaredTags(of: structure))
}

private func parameters(of structure: Structure, _ spelling: Spelling) -> [String] {
    var parameters = structure.properties.map { property in
        let type = "\(property.name.spelling): \(spelling.type(property.type))"
        if let value = property.initialValue {
            return "\(type) = \(spelling.value(value, as: property.type))"
        }
        return property.isRequired ? type : type + " = nil"
    }
    if let additional = structure.additionalProperties {
        parameters.append("\(additional.name.spelling): [\(spelling.swift)String: \(spelling.type(additional.value))] = [:]")
    }
    return parameters
}

/// - Parameter isTag: whether the property is written as the discriminator of a union.
private func propertyTemplate(
    _ property: Property, isTag: Bool, among names: MemberNames, _ spelling: Spelling
) -> StructureTemplate.Property {
    let isOptional = !property.isRequired && property.type.isOptional && property.defaultValue == nil
    // Swift sets such a property to nil before the function begins.
    let isSetInPlace = isOptional && !property.isIndirect
    let local = names.local(for: property.name)
    let type = spelling.type(property.type)
    return StructureTemplate.Property(
        comment: comment(property.documentation + (property.isDeprecated ? "\n\nDeprecated." : "")),
        name: property.name.spelling, type: type,
        storage: storage(of: property.name, property.type, isIndirect: property.isIndirect, among: names, spelling),
        local: local, localType: localType(of: property, spelled: type, spelling), value: readValue(of: property, names, spelling),
        readingLabel: readingLabel(of: property, in: spelling.api), key: SwiftText.literal(property.wireName),
        isOptional: isOptional, property: isTag ? local : names.access(to: property.name), isSetInPlace: isSetInPlace,
        target: isSetInPlace ? names.access(to: property.name) : local)
}

private func laterRequirements(of structure: Structure, _ names: MemberNames) -> [StructureTemplate.Requirement] {
    structure.properties.dropFirst(64).filter(\.isRequired).map { property in
        StructureTemplate.Requirement(local: names.local(for: property.name), key: SwiftText.literal(property.wireName))
    }
}

extension Structure {
    /// The required properties among the first 64, of which the runtime's `JSONKeys` knows the missing ones.
    fileprivate var checkedByKeys: [Property] { properties.prefix(64).filter(\.isRequired) }
}

/// The label of the function that reads a member. It decides what a null is: the reader's choice for a member that may only be absent,
/// and a value where the document allows it.
private func readingLabel(of property: Property, in api: API) -> String {
    guard !property.isRequired else { return "" }
    guard case .optional(let wrapped) = property.type else { return takesNull(property.type, in: api) ? "" : "ifPresent: " }
    // A default is there before reading, so that a null must be read as one.
    if property.defaultValue != nil { return "orNull: " }
    return takesNull(wrapped, in: api) ? "" : "ifPresent: "
}

private func takesNull(_ type: TypeReference, in api: API) -> Bool {
    type.isOptional || type.isNullable || api.isAnyJSON(type)
}

private func localType(of property: Property, spelled type: String, _ spelling: Spelling) -> String {
    if property.isRequired || property.lateDefault != nil { return type + "?" }
    if let value = property.defaultValue { return "\(type) = \(spelling.value(value, as: property.type))" }
    return type
}

/// What a member has after reading.
private func readValue(of property: Property, _ names: MemberNames, _ spelling: Spelling) -> String {
    let local = names.local(for: property.name)
    return property.lateDefault.map { "\(local) ?? \(spelling.value($0, as: property.type))" } ?? local
}

extension Property {
    /// The default of a member that cannot be null, which is made only where the member is absent.
    fileprivate var lateDefault: DefaultValue? {
        isRequired || type.isOptional ? nil : defaultValue
    }
}

/// What a property is stored in.
func storage(
    of name: Identifier, _ type: TypeReference, isIndirect: Bool, among names: MemberNames, _ spelling: Spelling
) -> StorageTemplate {
    var boxed = type
    if case .optional(let wrapped) = type { boxed = wrapped }
    return StorageTemplate(
        member: name.member, isIndirect: isIndirect, storage: names.storage(of: name),
        box: type.isOptional ? "IndirectIfPresent" : "Indirect",
        boxed: spelling.type(boxed))
}

extension TypeReference {
    fileprivate var isNullable: Bool {
        if case .nullable = self { true } else { false }
    }
}

extension API {
    /// Whether a type is `JSONValue`, perhaps by another name.
    fileprivate func isAnyJSON(_ type: TypeReference) -> Bool {
        var type = type
        for _ in types.indices {
            guard case .declared(let id) = type, case .alias(let target) = self[id].shape else { break }
            type = target
        }
        return type == .anyJSON
    }
}
