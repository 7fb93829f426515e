import APIModel
import Printing
import Templating

/// The values of a file of models.
func modelsTemplate(_ api: API, types: [TypeDeclaration], isFirst: Bool, _ options: SwiftOptions) -> ModelsTemplate {
    let spelling = Spelling(api: api, file: .models)
    let templates = types.map { typeTemplate($0, options, spelling) }
    return ModelsTemplate(
        usesRuntime: types.contains { $0.shape.usesRuntime }, imports: spelling.modules.imports, isFirst: isFirst,
        comment: comment(namespaceComment(of: api)), types: templates)
}

private func namespaceComment(of api: API) -> String {
    let about = api.about
    return [about.title, about.summary, about.description].compactMap { $0 }.joined(separator: "\n\n")
}

private func typeTemplate(_ declaration: TypeDeclaration, _ options: SwiftOptions, _ spelling: Spelling) -> TypeTemplate {
    let name = declaration.name.spelling
    let comment = comment(declaration.documentation + (declaration.isDeprecated ? "\n\nDeprecated." : ""))
    let head = TypeHead(comment: comment, name: name, protocols: protocols(of: declaration, spelling))
    return switch declaration.shape {
    case .structure(let structure): .structure(structureTemplate(structure, head, spelling))
    case .enumeration(let enumeration): .enumeration(enumerationTemplate(enumeration, head, options, spelling))
    case .union(let union): .union(unionTemplate(union, head, spelling))
    case .tuple(let tuple): .tuple(tupleTemplate(tuple, head, spelling))
    case .alias(let type): .alias(AliasTemplate(comment: comment, name: name, type: spelling.type(type)))
    case .wrapper(let type):
        .wrapper(AliasTemplate(comment: comment, name: name, protocols: head.protocols, type: spelling.type(type)))
    }
}

/// What stands before the members of every type.
struct TypeHead {
    let comment: [Line]
    let name: String
    /// The protocols behind those of all such types, each with a comma before it.
    let protocols: String
}

private func protocols(of declaration: TypeDeclaration, _ spelling: Spelling) -> String {
    let identifiable = (spelling.api.hiddenNames.identifiable ? "Swift." : "") + "Identifiable"
    let names = (declaration.isIdentifiable ? [identifiable] : []) + declaration.protocols.map { spelling.type($0) }
    return names.map { ", " + $0 }.joined()
}

private func enumerationTemplate(
    _ enumeration: Enumeration, _ head: TypeHead, _ options: SwiftOptions, _ spelling: Spelling
) -> EnumerationTemplate {
    let (rawType, enumProtocol) =
        switch enumeration.rawType {
        case .string: (spelling.swift + "String", "StringEnum")
        case .integer: (spelling.swift + "Int", "IntegerEnum")
        case .value: (spelling.runtime + "JSONValue", "ValueEnum")
        }
    return EnumerationTemplate(
        comment: head.comment, name: head.name, protocols: head.protocols,
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

private func tupleTemplate(_ tuple: Tuple, _ head: TypeHead, _ spelling: Spelling) -> TupleTemplate {
    let parameters = tuple.elements.map { element in
        "\(element.name.spelling): \(spelling.type(element.type))" + (element.isRequired ? "" : " = nil")
    }
    let rest = tuple.rest.map { TupleTemplate.Rest(name: tuple.restName.spelling, type: spelling.type($0)) }
    let names = MemberNames(of: tuple.elements.map(\.name))
    return TupleTemplate(
        comment: head.comment, name: head.name, protocols: head.protocols,
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
        case .standard, .foundation, .declared, .custom: false
        case .runtime, .nullable: true
        case .array(let inner), .dictionary(let inner), .optional(let inner): inner.usesRuntime
        }
    }
}
