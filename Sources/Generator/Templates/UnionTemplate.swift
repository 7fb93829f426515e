import Templating

/// An enum with a case for each alternative of a schema.
struct UnionTemplate: TemplateModel {
    static let fields: [Field<Self>] = [
        .list("comment", \.comment), .text("name", \.name), .text("protocols", \.protocols), .text("unknownCase", \.unknownCase),
        .list("alternatives", \.alternatives), .part("discriminator", \.discriminator), .flag("testsKinds", \.testsKinds),
        .text("kinds", \.kinds), .flag("isChoice", \.isChoice), .part("tagged", \.tagged),
    ]

    let comment: [Line]
    let name: String
    /// The protocols behind those of all such types.
    let protocols: String
    let unknownCase: String
    let alternatives: [Alternative]
    let discriminator: Discriminator?
    /// Whether the kind of a JSON value excludes some alternatives.
    let testsKinds: Bool
    /// The kinds of JSON values that the alternatives take.
    let kinds: String
    /// Whether alternatives have to be tried.
    let isChoice: Bool
    let tagged: Tagged?
}

extension UnionTemplate {
    struct Alternative: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .flag("isIndirect", \.isIndirect), .text("name", \.name), .text("member", \.member),
            .text("type", \.type),
            .all(\.writing), .flag("isOnlyOfItsKind", \.isOnlyOfItsKind), .text("kinds", \.kinds),
        ]

        let comment: [Line]
        let isIndirect: Bool
        let name: String
        /// The name behind a dot.
        let member: String
        let type: String
        let writing: Writing
        let isOnlyOfItsKind: Bool
        /// The condition for the kind of a JSON value; empty where all are taken.
        let kinds: String
    }

    /// The value that is written for an alternative, and what its function is given.
    struct Writing: TemplateModel {
        static let fields: [Field<Self>] = [.text("written", \.written), .text("arguments", \.arguments)]

        let written: String
        let arguments: String
    }

    struct Discriminator: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("function", \.function), .text("key", \.key), .list("choices", \.choices), .text("fallback", \.fallback),
        ]

        let function: String
        let key: String
        let choices: [Choice]
        let fallback: String
    }

    /// An alternative that values of the discriminator select.
    struct Choice: TemplateModel {
        static let fields: [Field<Self>] = [.text("values", \.values), .text("member", \.member), .text("type", \.type)]

        let values: String
        let member: String
        let type: String
    }

    /// The function that writes the union as an alternative of another one.
    struct Tagged: TemplateModel {
        static let fields: [Field<Self>] = [
            .arguments("parameters", \.parameters), .list("alternatives", \.alternatives), .text("unknownCase", \.unknownCase),
        ]

        let parameters: [String]
        let alternatives: [TaggedAlternative]
        let unknownCase: String
    }

    struct TaggedAlternative: TemplateModel {
        static let fields: [Field<Self>] = [.text("member", \.member), .all(\.writing)]

        let member: String
        let writing: Writing
    }
}
