import APIModel
import Printing
import Templating

/// The values of the file that describes the operations.
struct OperationsTemplate: SwiftFileTemplate {
    static let template = "swift/operations"
    static let fields: [Field<Self>] = [
        .flag("usesRuntime", \.usesRuntime), .list("imports", \.imports), .arguments("schemes", \.schemes),
        .arguments("retries", \.retries),
        .list("interfaces", \.interfaces),
        .flag("hasServers", \.hasServers),
        .list("servers", \.servers),
    ]

    let imports: [ImportTemplate]
    /// The entries of the list of security schemes.
    let schemes: [String]
    /// The arguments of the retry policy that several operations share; empty where they share none.
    let retries: [String]
    let interfaces: [Interface]
    let servers: [Server]
    /// Whether declarations name types of the runtime; an import that is public without that earns a warning.
    var usesRuntime: Bool { !schemes.isEmpty || !interfaces.allSatisfy(\.operations.isEmpty) }
    var hasServers: Bool { !servers.isEmpty }
}

extension OperationsTemplate {
    struct Interface: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .text("operationsName", \.operationsName), .list("operations", \.operations),
        ]

        let comment: [Line]
        let operationsName: String
        let operations: [Operation]
    }

    struct Operation: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("call", \.call), .text("name", \.name), .arguments("arguments", \.arguments), .part("error", \.error),
            .part("errorAlias", \.errorAlias), .part("success", \.success), .list("choices", \.choices),
            .list("mediaTypes", \.mediaTypes), .part("acceptAlias", \.acceptAlias), .list("forms", \.forms),
            .list("structures", \.structures),
        ]

        /// The method and the path.
        let call: String
        let name: String
        let arguments: [String]
        /// The error that is declared for it; nil where there is none or another operation has the same.
        let error: ErrorEnum?
        /// The operation's name for the error of another.
        let errorAlias: AliasTemplate?
        let success: Success?
        let choices: [Choice]
        let mediaTypes: [MediaTypesTemplate]
        /// The operation's name for the equal enum of media types of another.
        let acceptAlias: AliasTemplate?
        let forms: [FormTemplate]
        let structures: [ResponseStructure]
    }

    struct ErrorEnum: TemplateModel {
        static let fields: [Field<Self>] = [.list("comment", \.comment), .text("name", \.name), .list("failures", \.failures)]

        let comment: [Line]
        let name: String
        let failures: [Outcome]
    }

    struct Outcome: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .text("name", \.name), .text("payload", \.payload), .text("binding", \.binding),
        ]

        let comment: [Line]
        let name: String
        /// The types of the associated values, in parentheses.
        let payload: String
        /// The pattern of the associated values of a failure that binds its response, in parentheses.
        let binding: String
    }

    /// The enum of several successful responses.
    struct Success: TemplateModel {
        static let fields: [Field<Self>] = [.text("call", \.call), .text("name", \.name), .list("outcomes", \.outcomes)]

        let call: String
        let name: String
        let outcomes: [Outcome]
    }

    /// The enum of a body that is one of several media types.
    struct Choice: TemplateModel {
        static let fields: [Field<Self>] = [.list("comment", \.comment), .text("name", \.name), .list("cases", \.cases)]

        let comment: [Line]
        let name: String
        let cases: [Case]

        struct Case: TemplateModel {
            static let fields: [Field<Self>] = [.list("comment", \.comment), .text("name", \.name), .text("type", \.type)]

            let comment: [Line]
            let name: String
            let type: String
        }
    }

    /// The struct of the header fields and the body of a response.
    struct ResponseStructure: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .text("name", \.name), .list("properties", \.properties),
            .arguments("parameters", \.parameters),
        ]

        let comment: [Line]
        let name: String
        let properties: [AliasTemplate]
        let parameters: [String]
    }

    struct Server: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .text("name", \.name), .flag("takesVariables", \.takesVariables),
            .arguments("parameters", \.parameters), .text("value", \.value), .list("enumerations", \.enumerations),
        ]

        let comment: [Line]
        let name: String
        let parameters: [String]
        let value: String
        let enumerations: [ServerVariable]
        var takesVariables: Bool { !parameters.isEmpty }
    }

    /// The enum of the values of a server's variable.
    struct ServerVariable: TemplateModel {
        static let fields: [Field<Self>] = [.list("comment", \.comment), .text("name", \.name), .list("cases", \.cases)]

        let comment: [Line]
        let name: String
        let cases: [NamedText]
    }
}

/// The case of an enum of texts.
struct NamedText: TemplateModel {
    static let fields: [Field<Self>] = [
        .text("name", \.name), .text("rawValue", \.rawValue), .flag("isNamedLikeValue", \.isNamedLikeValue),
    ]

    let name: String
    let rawValue: String
    /// Whether Swift gives the case its raw value.
    let isNamedLikeValue: Bool

    init(_ name: Identifier, rawValue: String) {
        self.name = name.spelling
        self.rawValue = SwiftText.literal(rawValue)
        isNamedLikeValue = name.name == rawValue
    }
}

/// The enum of the media types that a body is sent or asked for in.
struct MediaTypesTemplate: TemplateModel {
    static let fields: [Field<Self>] = [
        .list("comment", \.comment), .text("name", \.name), .list("cases", \.cases), .part("rest", \.rest),
    ]

    let comment: [Line]
    let name: String
    let cases: [NamedText]
    let rest: Rest?

    /// The enum where the media types are not all known.
    struct Rest: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("typeName", \.typeName), .list("comment", \.comment), .text("name", \.name), .list("cases", \.cases),
        ]

        let typeName: String
        let comment: [Line]
        let name: String
        let cases: [NamedText]
    }
}

/// The struct of a multipart form.
struct FormTemplate: TemplateModel {
    static let fields: [Field<Self>] = [
        .text("name", \.name), .arguments("encoding", \.encoding), .list("fields", \.members),
        .arguments("parameters", \.parameters),
        .list("parts", \.parts),
    ]

    let name: String
    /// How parts are written, where that is not as plain text.
    let encoding: [String]
    let members: [Member]
    let parts: [Part]
    var parameters: [String] { members.map(\.parameter) }

    struct Member: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .text("name", \.name), .text("type", \.type), .text("reading", \.reading),
            .arguments("readArguments", \.readArguments), .flag("isNullable", \.isNullable),
            .flag("canFailToWrite", \.canFailToWrite),
            .text("writing", \.writing), .arguments("writeArguments", \.writeArguments),
        ]

        let comment: [Line]
        let name: String
        let type: String
        /// What the initializer has behind the type.
        let defaultValue: String
        /// A function of the form or of the part, or a property where there are no arguments.
        let reading: String
        let readArguments: [String]
        /// Whether the value can be null, which a property cannot distinguish from an absent part.
        let isNullable: Bool
        let canFailToWrite: Bool
        let writing: String
        let writeArguments: [String]

        var parameter: String { "\(name): \(type)\(defaultValue)" }
    }

    /// The struct of a part with header fields.
    struct Part: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .text("name", \.name), .list("fields", \.members),
            .arguments("parameters", \.parameters),
        ]

        let comment: [Line]
        let name: String
        let members: [Member]
        var parameters: [String] { members.map(\.parameter) }
    }
}

/// The values of the file of schemas.
struct SchemasTemplate: SwiftFileTemplate {
    static let template = "swift/schemas"
    static let fields: [Field<Self>] = [.text("delimiter", \.delimiter), .list("lines", \.lines)]

    /// The number signs around the text.
    let delimiter: String
    let lines: [Line]
}

/// The values of the file of XML shapes.
struct XMLTemplate: SwiftFileTemplate {
    static let template = "swift/xml"
    static let fields: [Field<Self>] = [.list("shapes", \.shapes)]

    let shapes: [Shape]

    struct Shape: TemplateModel {
        static let fields: [Field<Self>] = [.text("name", \.name), .text("value", \.value)]

        let name: String
        let value: String
    }
}
