import APIModel
import Templating

/// The values of a struct.
func fill(_ context: inout Context, _ structure: Structure, _ spelling: Spelling) {
    let names = Set((structure.properties.map(\.name) + (structure.additionalProperties.map { [$0.name] } ?? [])).map(\.name))
    context.set(.properties, structure.properties.map { propertyContext($0, among: names, spelling) })
    if let additional = structure.additionalProperties {
        var inner = Context(.name, additional.name.spelling)
        inner.set(.local, local(for: additional.name))
        inner.set(.property, memberAccess(additional.name))
        inner.set(.type, spelling.type(additional.value))
        context.set(.additionalProperties, [inner])
    }
    context.set(.parameters, layout(parameters(of: structure, spelling), prefix: 20, indent: 8, suffix: 3))
    let keys = structure.properties.map { SwiftText.literal($0.wireName) }
    context.set(.keys, "[" + layout(keys, prefix: 45, indent: 8, suffix: 2) + "]")
    let required = structure.properties.filter(\.isRequired)
    context.set(.requirements, required.map { requirementContext($0) })
}

private func parameters(of structure: Structure, _ spelling: Spelling) -> [String] {
    var parameters = structure.properties.map { property in
        let type = "\(property.name.spelling): \(spelling.type(property.type))"
        if let value = property.defaultValue {
            return "\(type) = \(spelling.value(value, as: property.type))"
        }
        return property.isRequired ? type : type + " = nil"
    }
    if let additional = structure.additionalProperties {
        parameters.append("\(additional.name.spelling): [\(spelling.swift)String: \(spelling.type(additional.value))] = [:]")
    }
    return parameters
}

private func propertyContext(_ property: Property, among names: Set<String>, _ spelling: Spelling) -> Context {
    var context = Context(.name, property.name.spelling)
    context.set(.comment, comment(property.documentation + (property.isDeprecated ? "\n\nDeprecated." : "")))
    context.set(.type, spelling.type(property.type))
    context.set(.isIndirect, property.isIndirect)
    context.set(.storage, storage(for: property.name, among: names))
    context.set(.local, local(for: property.name))
    context.set(.localType, localType(of: property, spelling))
    context.set(.readType, spelling.type(readType(of: property)))
    context.set(.key, SwiftText.literal(property.wireName))
    let isOptional = !property.isRequired && property.type.isOptional && property.defaultValue == nil
    context.set(.isOptional, isOptional)
    context.set(.property, memberAccess(property.name))
    if isOptional { context.set(.binding, binding(property.name)) }
    return context
}

private func requirementContext(_ property: Property) -> Context {
    var context = Context(.local, local(for: property.name))
    context.set(.key, SwiftText.literal(property.wireName))
    return context
}

/// What a member is read as: a null for an optional one counts as absent, unless the document tells them apart.
private func readType(of property: Property) -> TypeReference {
    guard case .optional(.nullable(let type)) = property.type, !property.isRequired else { return property.type }
    return .nullable(type)
}

private func localType(of property: Property, _ spelling: Spelling) -> String {
    let type = spelling.type(property.type)
    if property.isRequired { return type + "?" }
    if let value = property.defaultValue { return "\(type) = \(spelling.value(value, as: property.type))" }
    return type
}

/// The stored property behind one whose value lies elsewhere, so that a type can contain others of its own.
func storage(for name: Identifier, among names: Set<String>) -> String {
    var storage = "_" + name.name
    while names.contains(storage) { storage = "_" + storage }
    return storage
}

/// Names that the reading and writing functions need for themselves.
private let localNames: Set<String> = ["json", "object", "key", "self"]

private func local(for name: Identifier) -> String {
    localNames.contains(name.name) ? name.name + "Value" : name.spelling
}

private func memberAccess(_ name: Identifier) -> String {
    localNames.contains(name.name) ? "self." + name.spelling : name.spelling
}

/// What stands behind `if let`.
private func binding(_ name: Identifier) -> String {
    localNames.contains(name.name) ? "\(name.name)Value = self.\(name.spelling)" : name.spelling
}
