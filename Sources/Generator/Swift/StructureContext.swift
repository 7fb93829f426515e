import APIModel
import Templating

/// The values of a struct.
func fill(_ context: inout Context, _ structure: Structure, _ spelling: Spelling) {
    let names = MemberNames(of: structure)
    let tagProperties = Set(structure.tags.compactMap(\.property))
    context.set(
        .properties,
        structure.properties.map { property in
            var context = propertyContext(property, among: names, spelling)
            if tagProperties.contains(property.name) { context.set(.property, names.local(for: property.name)) }
            return context
        })
    context.set(.tagged, taggedContext(of: structure, spelling))
    context.set(.tags, undeclaredTags(of: structure))
    if let additional = structure.additionalProperties {
        var inner = Context(.name, additional.name.spelling)
        inner.set(.local, names.local(for: additional.name))
        inner.set(.property, others(additional.name, besidesTagsOf: structure))
        inner.set(.type, spelling.type(additional.value))
        context.set(.additionalProperties, [inner])
    }
    context.set(.parameters, layout(parameters(of: structure, spelling), prefix: 20, indent: 8, suffix: 3))
    let keys = structure.properties.map { SwiftText.literal($0.wireName) }
    context.set(.keys, "[" + layout(keys, prefix: 45, indent: 8, suffix: 2) + "]")
    context.set(.requirements, requirements(of: structure, names))
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

private func propertyContext(_ property: Property, among names: MemberNames, _ spelling: Spelling) -> Context {
    var context = Context(.name, property.name.spelling)
    context.set(.comment, comment(property.documentation + (property.isDeprecated ? "\n\nDeprecated." : "")))
    context.set(.type, spelling.type(property.type))
    setStorage(in: &context, of: property.name, property.type, isIndirect: property.isIndirect, among: names, spelling)
    context.set(.local, names.local(for: property.name))
    context.set(.localType, localType(of: property, spelling))
    context.set(.value, readValue(of: property, names, spelling))
    context.set(.reading, reading(of: property, spelling))
    context.set(.key, SwiftText.literal(property.wireName))
    let isOptional = !property.isRequired && property.type.isOptional && property.defaultValue == nil
    context.set(.isOptional, isOptional)
    context.set(.property, names.access(to: property.name))
    // Swift sets such a property to nil before the function begins.
    let isSetInPlace = isOptional && !property.isIndirect
    context.set(.isSetInPlace, isSetInPlace)
    context.set(.target, isSetInPlace ? names.access(to: property.name) : names.local(for: property.name))
    return context
}

/// What has to be found: of the first 64 properties the runtime knows which ones were, so that they are asked for at once.
private func requirements(of structure: Structure, _ names: MemberNames) -> [Context] {
    let known = structure.properties.prefix(64).filter(\.isRequired)
    let others = structure.properties.dropFirst(64).filter(\.isRequired)
    return ([known] + others.map { [$0] }).filter { !$0.isEmpty }.map { properties in
        let keys = properties.map { SwiftText.literal($0.wireName) }
        let bindings = properties.map { "let \(names.local(for: $0.name))" }
        let missing = keys.count == 1 ? keys[0] : "of: [\(filled(keys, prefix: 43, indent: 20))]"
        let failure = "throw json.missingKey(\(missing), in: object)"
        let isLong = bindings.joined().count + keys.joined().count + 4 * keys.count > 60
        let otherwise = isLong ? "\n            else {\n                \(failure)\n            }" : " else { \(failure) }"
        return Context(.line, "guard " + filled(bindings, prefix: 18, indent: 16) + otherwise)
    }
}

/// A list over as many lines as it needs.
private func filled(_ elements: [String], prefix: Int, indent: Int) -> String {
    var text = ""
    var column = prefix
    for (index, element) in elements.enumerated() {
        if index > 0 { text += "," }
        if index > 0, column + element.count > 112 {
            text += "\n" + String(repeating: " ", count: indent)
            column = indent
        } else if index > 0 {
            text += " "
        }
        text += element
        column += element.count + 2
    }
    return text
}

/// How a member is read: a null for one that may only be absent is the reader's choice, and one is kept where the document has it.
private func reading(of property: Property, _ spelling: Spelling) -> String {
    guard !property.isRequired else { return "\(spelling.type(property.type))(reading: &json)" }
    var type = property.type
    if property.defaultValue == nil, case .optional(let wrapped) = type { type = wrapped }
    let takesNull = type.isOptional || type.isNullable || spelling.api.isAnyJSON(type)
    return takesNull ? "\(spelling.type(type))(reading: &json)" : "json.ifPresent(\(spelling.type(type)).self)"
}

private func localType(of property: Property, _ spelling: Spelling) -> String {
    let type = spelling.type(property.type)
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

/// Sets what a property is stored in whose value lies elsewhere: it would make its type endless, or large.
func setStorage(
    in context: inout Context, of name: Identifier, _ type: TypeReference, isIndirect: Bool, among names: MemberNames,
    _ spelling: Spelling
) {
    context.set(.isIndirect, isIndirect)
    context.set(.storage, names.storage(of: name))
    if case .optional(let wrapped) = type {
        context.set(.box, "IndirectIfPresent")
        context.set(.boxed, spelling.type(wrapped))
    } else {
        context.set(.box, "Indirect")
        context.set(.boxed, spelling.type(type))
    }
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
