import Templating

/// The values of a file of models.
struct ModelsTemplate: SwiftFileTemplate {
    static let template = "swift/models"
    static let fields: [Field<Self>] = [
        .flag("usesRuntime", \.usesRuntime), .list("imports", \.imports), .flag("hasImports", \.hasImports),
        .flag("isFirst", \.isFirst), .flag("hasTypes", \.hasTypes),
        .list("comment", \.comment), .list("types", \.types),
    ]

    let usesRuntime: Bool
    let imports: [ImportTemplate]
    var hasImports: Bool { usesRuntime || !imports.isEmpty }
    /// Whether the file declares the namespace.
    let isFirst: Bool
    let comment: [Line]
    let types: [TypeTemplate]
    var hasTypes: Bool { !types.isEmpty }
}

/// A declared type.
enum TypeTemplate: TemplateModel {
    case structure(StructureTemplate)
    case enumeration(EnumerationTemplate)
    case union(UnionTemplate)
    case tuple(TupleTemplate)
    case alias(AliasTemplate)
    case wrapper(AliasTemplate)

    static let fields: [Field<Self>] = [
        .part("structure") { if case .structure(let type) = $0 { type } else { nil } },
        .part("enumeration") { if case .enumeration(let type) = $0 { type } else { nil } },
        .part("union") { if case .union(let type) = $0 { type } else { nil } },
        .part("tuple") { if case .tuple(let type) = $0 { type } else { nil } },
        .part("alias") { if case .alias(let type) = $0 { type } else { nil } },
        .part("wrapper") { if case .wrapper(let type) = $0 { type } else { nil } },
    ]
}

/// A type that is another one by a name of its own.
struct AliasTemplate: TemplateModel {
    static let fields: [Field<Self>] = [
        .list("comment", \.comment), .text("name", \.name), .text("protocols", \.protocols), .text("type", \.type),
    ]

    let comment: [Line]
    let name: String
    /// The protocols behind those of all such types.
    var protocols = ""
    let type: String
}

/// An enum of the values that a schema lists.
struct EnumerationTemplate: TemplateModel {
    static let fields: [Field<Self>] = [
        .list("comment", \.comment), .text("name", \.name), .text("protocols", \.protocols), .flag("isOpen", \.isOpen),
        .text("rawType", \.rawType),
        .text("enumProtocol", \.enumProtocol), .text("unknownCase", \.unknownCase), .list("cases", \.cases),
        .arguments("knownCases", \.knownCases), .part("rawValues", \.rawValues), .flag("hasStrings", \.hasStrings),
    ]

    let comment: [Line]
    let name: String
    /// The protocols behind those of all such types.
    let protocols: String
    /// Whether it keeps values that the schema does not list.
    let isOpen: Bool
    let rawType: String
    let enumProtocol: String
    let unknownCase: String
    let cases: [Case]
    var knownCases: [String] { cases.map { "." + $0.member } }
    /// The strings of an open enum; nil where the values are no strings.
    let rawValues: NamesLiteral?
    var hasStrings: Bool { rawValues != nil }

    struct Case: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .text("name", \.name), .text("member", \.member),
            .flag("isNamedLikeValue", \.isNamedLikeValue), .text("rawValue", \.rawValue),
        ]

        let comment: [Line]
        let name: String
        /// The name behind a dot.
        let member: String
        /// Whether Swift derives the value from the name.
        let isNamedLikeValue: Bool
        let rawValue: String
    }
}

/// A literal in the notation of the runtime's `JSONKeys`.
struct NamesLiteral: TemplateModel {
    static let fields: [Field<Self>] = [.text("text", \.text), .list("lines", \.lines)]

    /// The literal; empty if it takes several lines.
    let text: String
    let lines: [Line]
}

/// A property whose value may lie elsewhere, as it would make its type endless, or large.
struct StorageTemplate: TemplateModel {
    static let fields: [Field<Self>] = [
        .text("member", \.member), .flag("isIndirect", \.isIndirect), .text("storage", \.storage), .text("box", \.box),
        .text("boxed", \.boxed),
    ]

    /// The name of the property behind a dot.
    let member: String
    let isIndirect: Bool
    let storage: String
    let box: String
    let boxed: String
}
