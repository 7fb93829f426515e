import Templating

/// A struct of the properties of an object.
struct StructureTemplate: TemplateModel {
    static let fields: [Field<Self>] = [
        .list("comment", \.comment), .text("name", \.name), .text("protocols", \.protocols), .list("properties", \.properties),
        .part("additionalProperties", \.additionalProperties), .arguments("parameters", \.parameters), .part("keys", \.keys),
        .arguments("conditions", \.conditions),
        .list("laterRequirements", \.laterRequirements), .part("tagged", \.tagged), .list("tags", \.tags),
    ]

    let comment: [Line]
    let name: String
    /// The protocols behind those of all such types.
    let protocols: String
    let properties: [Property]
    let additionalProperties: AdditionalProperties?
    let parameters: [String]
    let keys: NamesLiteral?
    /// What has to be true once all members are read.
    let conditions: [String]
    let laterRequirements: [Requirement]
    let tagged: Tagged?
    /// The discriminators of unions that are no property.
    let tags: [Tag]
}

extension StructureTemplate {
    struct Property: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .text("name", \.name), .text("type", \.type), .all(\.storage), .text("local", \.local),
            .text("localType", \.localType), .text("value", \.value), .text("readingLabel", \.readingLabel), .text("key", \.key),
            .flag("isOptional", \.isOptional), .text("property", \.property), .flag("isSetInPlace", \.isSetInPlace),
            .text("target", \.target),
        ]

        let comment: [Line]
        let name: String
        let type: String
        let storage: StorageTemplate
        /// The variable that the value is read into.
        let local: String
        let localType: String
        let value: String
        let readingLabel: String
        let key: String
        /// Whether nothing is written for `nil`.
        let isOptional: Bool
        /// The expression that is written.
        let property: String
        /// Whether it is read without a variable.
        let isSetInPlace: Bool
        let target: String
    }

    struct AdditionalProperties: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("comment", \.comment), .text("name", \.name), .text("local", \.local), .text("property", \.property),
            .text("type", \.type), .text("reading", \.reading),
        ]

        let comment: String
        let name: String
        let local: String
        let property: String
        let type: String
        let reading: String
    }

    /// A member that has to be there, and is not one of the first 64, which the keys know.
    struct Requirement: TemplateModel {
        static let fields: [Field<Self>] = [.text("local", \.local), .text("key", \.key)]

        let local: String
        let key: String
    }

    /// The function that writes the struct as an alternative of a union.
    struct Tagged: TemplateModel {
        static let fields: [Field<Self>] = [.arguments("parameters", \.parameters), .arguments("arguments", \.arguments)]

        let parameters: [String]
        let arguments: [String]
    }

    struct Tag: TemplateModel {
        static let fields: [Field<Self>] = [.text("key", \.key), .text("local", \.local)]

        let key: String
        let local: String
    }
}

/// A struct of the elements of an array that has a schema for each of them.
struct TupleTemplate: TemplateModel {
    static let fields: [Field<Self>] = [
        .list("comment", \.comment), .text("name", \.name), .text("protocols", \.protocols), .list("elements", \.elements),
        .part("rest", \.rest),
        .arguments("parameters", \.parameters),
    ]

    let comment: [Line]
    let name: String
    /// The protocols behind those of all such types.
    let protocols: String
    let elements: [Element]
    let rest: Rest?
    let parameters: [String]

    struct Element: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .text("name", \.name), .text("type", \.type), .all(\.storage),
            .flag("isOptional", \.isOptional),
        ]

        let comment: [Line]
        let name: String
        let type: String
        let storage: StorageTemplate
        let isOptional: Bool
    }

    struct Rest: TemplateModel {
        static let fields: [Field<Self>] = [.text("name", \.name), .text("type", \.type)]

        let name: String
        let type: String
    }
}
