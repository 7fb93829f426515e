import APIModel
import Printing
import Templating

/// The values of a file of models.
func modelsTemplate(_ api: API, types: [TypeDeclaration], isFirst: Bool, _ options: SwiftOptions) -> ModelsTemplate {
    let spelling = Spelling(api: api, file: .models)
    return ModelsTemplate(
        usesRuntime: types.contains { $0.shape.usesRuntime }, isFirst: isFirst, comment: comment(namespaceComment(of: api)),
        types: types.map { typeTemplate($0, options, spelling) })
}

private func namespaceComment(of api: API) -> String {
    let about = api.about
    return [about.title, about.summary, about.description].compactMap { $0 }.joined(separator: "\n\n")
}

private func typeTemplate(_ declaration: TypeDeclaration, _ options: SwiftOptions, _ spelling: Spelling) -> TypeTemplate {
    let name = declaration.name.spelling
    let comment = comment(declaration.documentation + (declaration.isDeprecated ? "\n\nDeprecated." : ""))
    return switch declaration.shape {
    case .structure(let structure): .structure(structureTemplate(structure, name, comment, spelling))
    case .enumeration(let enumeration): .enumeration(enumerationTemplate(enumeration, name, comment, options, spelling))
    case .union(let union): .union(unionTemplate(union, name, comment, spelling))
    case .tuple(let tuple): .tuple(tupleTemplate(tuple, name, comment, spelling))
    case .alias(let type): .alias(AliasTemplate(comment: comment, name: name, type: spelling.type(type)))
    case .wrapper(let type): .wrapper(AliasTemplate(comment: comment, name: name, type: spelling.type(type)))
    }
}

private func enumerationTemplate(
    _ enumeration: Enumeration, _ name: String, _ lines: [Line], _ options: SwiftOptions, _ spelling: Spelling
) -> EnumerationTemplate {
    let (rawType, enumProtocol) =
        switch enumeration.rawType {
        case .string: (spelling.swift + "String", "StringEnum")
        case .integer: (spelling.swift + "Int", "IntegerEnum")
        case .value: (spelling.runtime + "JSONValue", "ValueEnum")
        }
    return EnumerationTemplate(
        comment: lines, name: name,
        // Swift's own raw values are all of one kind, so that a closed one cannot be written.
        isOpen: options.hasOpenEnums || enumeration.rawType == .value,
        rawType: rawType, enumProtocol: enumProtocol, unknownCase: enumeration.unknownCase.spelling,
        cases: enumeration.cases.map { value in
            EnumerationTemplate.Case(
                comment: comment(value.documentation), name: value.name.spelling, member: value.name.member,
                isNamedLikeValue: value.isString && value.name.name == value.rawValue,
                rawValue: value.isString ? SwiftText.literal(value.rawValue) : value.rawValue)
        },
        rawValues: enumeration.rawType == .string
            ? NamesLiteral(enumeration.cases.map { NamesLiteral.escaped($0.rawValue) }) : nil)
}

private func tupleTemplate(_ tuple: Tuple, _ name: String, _ lines: [Line], _ spelling: Spelling) -> TupleTemplate {
    let parameters = tuple.elements.map { element in
        "\(element.name.spelling): \(spelling.type(element.type))" + (element.isRequired ? "" : " = nil")
    }
    let rest = tuple.rest.map { TupleTemplate.Rest(name: tuple.restName.spelling, type: spelling.type($0)) }
    let names = MemberNames(of: tuple.elements.map(\.name))
    return TupleTemplate(
        comment: lines, name: name,
        elements: tuple.elements.map { element in
            TupleTemplate.Element(
                comment: comment(element.documentation), name: element.name.spelling, type: spelling.type(element.type),
                storage: storage(of: element.name, element.type, isIndirect: element.isIndirect, among: names, spelling),
                isOptional: !element.isRequired)
        },
        rest: rest, parameters: parameters + (rest.map { ["\($0.name): [\($0.type)] = []"] } ?? []))
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
