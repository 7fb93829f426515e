import APIModel
import Templating

/// The values of a file of models.
func modelsContext(_ api: API, types: [TypeDeclaration], isFirst: Bool) -> Context {
    let spelling = Spelling(api: api, file: .models)
    var context = fileContext(spelling)
    context.set(.isFirst, isFirst)
    context.set(.comment, comment(namespaceComment(of: api)))
    context.set(.hasTypes, !types.isEmpty)
    context.set(.usesRuntime, types.contains { $0.shape.usesRuntime })
    context.set(.types, types.map { typeContext($0, spelling) })
    return context
}

/// What every Swift file of an API starts from.
func fileContext(_ spelling: Spelling) -> Context {
    let api = spelling.api
    var context = Context()
    context.set(.document, SwiftText.commentLine(api.about.fileName))
    context.set(.namespace, api.namespace.spelling)
    context.set(.swift, spelling.swift)
    context.set(.runtime, spelling.runtime)
    context.set(.formatModules, api.formatModules.map { Context(.name, $0) })
    return context
}

private func namespaceComment(of api: API) -> String {
    let about = api.about
    return [about.title, about.summary, about.description].compactMap { $0 }.joined(separator: "\n\n")
}

private func typeContext(_ declaration: TypeDeclaration, _ spelling: Spelling) -> Context {
    var inner = Context(.name, declaration.name.spelling)
    let deprecation = declaration.isDeprecated ? "\n\nDeprecated." : ""
    inner.set(.comment, comment(declaration.documentation + deprecation))
    var context = Context()
    switch declaration.shape {
    case .structure(let structure):
        fill(&inner, structure, spelling)
        context.set(.structure, [inner])
    case .enumeration(let enumeration):
        fill(&inner, enumeration, spelling)
        context.set(.enumeration, [inner])
    case .union(let union):
        fill(&inner, union, spelling)
        context.set(.union, [inner])
    case .tuple(let tuple):
        fill(&inner, tuple, spelling)
        context.set(.tuple, [inner])
    case .alias(let type):
        inner.set(.type, spelling.type(type))
        context.set(.alias, [inner])
    case .wrapper(let type):
        inner.set(.type, spelling.type(type))
        context.set(.wrapper, [inner])
    }
    return context
}

private func fill(_ context: inout Context, _ enumeration: Enumeration, _ spelling: Spelling) {
    switch enumeration.rawType {
    case .string:
        context.set(.rawType, spelling.swift + "String")
        context.set(.enumProtocol, "StringEnum")
    case .integer:
        context.set(.rawType, spelling.swift + "Int")
        context.set(.enumProtocol, "IntegerEnum")
    case .value:
        context.set(.rawType, spelling.runtime + "JSONValue")
        context.set(.enumProtocol, "ValueEnum")
        // Swift's own raw values are all of one kind, so that a closed one cannot be written.
        context.set(.isOpen, true)
    }
    context.set(.unknownCase, enumeration.unknownCase.spelling)
    context.set(
        .cases,
        enumeration.cases.map { value in
            var context = Context(.name, value.name.spelling)
            context.set(.rawValue, value.isString ? SwiftText.literal(value.rawValue) : value.rawValue)
            context.set(.comment, comment(value.documentation))
            return context
        })
}

private func fill(_ context: inout Context, _ tuple: Tuple, _ spelling: Spelling) {
    var parameters = tuple.elements.map { element in
        "\(element.name.spelling): \(spelling.type(element.type))" + (element.isRequired ? "" : " = nil")
    }
    context.set(
        .elements,
        tuple.elements.map { element in
            var context = Context(.name, element.name.spelling)
            context.set(.type, spelling.type(element.type))
            let names = MemberNames(of: tuple.elements.map(\.name))
            setStorage(in: &context, of: element.name, element.type, isIndirect: element.isIndirect, among: names, spelling)
            context.set(.isOptional, !element.isRequired)
            context.set(.comment, comment(element.documentation))
            return context
        })
    if let rest = tuple.rest {
        var inner = Context(.name, tuple.restName.spelling)
        inner.set(.type, spelling.type(rest))
        context.set(.rest, [inner])
        parameters.append("\(tuple.restName.spelling): [\(spelling.type(rest))] = []")
    }
    context.set(.parameters, layout(parameters, prefix: 20, indent: 8, suffix: 3))
}

extension TypeShape {
    /// Whether the declaration names something of the runtime; every type but an alias conforms to its protocols.
    fileprivate var usesRuntime: Bool {
        guard case .alias(let type) = self else { return true }
        return type.usesRuntime
    }
}

extension TypeReference {
    fileprivate var usesRuntime: Bool {
        switch self {
        case .standard, .declared, .custom: false
        case .runtime, .nullable: true
        case .array(let inner), .dictionary(let inner), .optional(let inner): inner.usesRuntime
        }
    }
}
