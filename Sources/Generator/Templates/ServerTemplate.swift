import Templating

/// The values of the server's file.
struct ServerTemplate: SwiftFileTemplate {
    static let template = "swift/server"
    static let fields: [Field<Self>] = [.list("imports", \.imports), .list("interfaces", \.interfaces)]

    let imports: [ImportTemplate]
    let interfaces: [Interface]
}

extension ServerTemplate {
    struct Interface: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .text("serverName", \.serverName), .text("inherited", \.inherited),
            .text("path", \.path), .flag("isForWebhooks", \.isForWebhooks), .flag("hasPrincipal", \.hasPrincipal),
            .list("schemes", \.schemes),
            .text("function", \.function), .flag("hasOperations", \.hasOperations), .flag("hasGroups", \.hasGroups),
            .list("groups", \.groups), .list("requirements", \.requirements), .list("shapes", \.shapes),
            .list("operations", \.operations), .list("requestChoices", \.requestChoices),
            .list("structures", \.structures), .list("responseChoices", \.responseChoices),
        ]

        let comment: [Line]
        let serverName: String
        let inherited: String
        let isForWebhooks: Bool
        /// The path of the document's first server.
        let path: String
        let schemes: [Scheme]
        /// The function that describes rejected requests to no operation.
        let function: String
        let groups: [Group]
        let requirements: [Requirement]
        let shapes: [Shape]
        let operations: [Operation]
        let requestChoices: [RequestChoice]
        let structures: [ResponseStructure]
        let responseChoices: [ResponseChoice]
        var hasPrincipal: Bool { !schemes.isEmpty }
        var hasOperations: Bool { !operations.isEmpty }
        var hasGroups: Bool { !groups.isEmpty }
    }

    /// The function that authenticates by a security scheme.
    struct Scheme: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .text("function", \.function), .text("type", \.type), .text("key", \.key),
            .text("property", \.property),
        ]

        let comment: [Line]
        let function: String
        let type: String
        let key: String
        let property: String
    }

    /// The protocol of the operations with a tag.
    struct Group: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .text("name", \.name), .text("inherited", \.inherited),
            .list("requirements", \.requirements),
        ]

        let comment: [Line]
        let name: String
        let inherited: String
        let requirements: [Requirement]
    }

    /// A function of a protocol.
    struct Requirement: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .text("name", \.name), .arguments("parameters", \.parameters), .text("result", \.result),
        ]

        let comment: [Line]
        let name: String
        let parameters: [String]
        let result: String
    }

    /// The function that describes a rejected request in a type of the document.
    struct Shape: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("function", \.function), .text("type", \.type), .text("name", \.name), .flag("isFirst", \.isFirst),
        ]

        let function: String
        let type: String
        let name: String
        /// Whether nothing stands before it in the protocol.
        let isFirst: Bool
    }

    struct Operation: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("operationsName", \.operationsName), .text("name", \.name), .text("function", \.function),
            .text("authentication", \.authentication), .text("request", \.request), .list("inputs", \.inputs),
            .part("body", \.body),
            .text("call", \.call), .arguments("arguments", \.arguments), .flag("hasSeveralSuccesses", \.hasSeveralSuccesses),
            .list("successes", \.successes), .text("local", \.local), .part("answer", \.answer), .part("error", \.error),
        ]

        let operationsName: String
        let name: String
        /// The function that describes rejected requests.
        let function: String
        /// The label of the function that authenticates the caller; empty if the operation requires no authentication.
        let authentication: String
        /// The name of the request in the closure that responds; an underscore if the closure does not use it.
        let request: String
        let inputs: [Input]
        let body: Body?
        let call: String
        let arguments: [String]
        /// The cases of an enum of successful responses.
        let successes: [Outcome]
        /// The variable of the only successful response; empty where it has no value.
        let local: String
        let answer: Outcome?
        /// The error that is declared for it; nil where another operation has the same.
        let error: ErrorEnum?
        var hasSeveralSuccesses: Bool { !successes.isEmpty }
    }

    /// The error of an operation.
    struct ErrorEnum: TemplateModel {
        static let fields: [Field<Self>] = [.text("name", \.name), .list("failures", \.failures)]

        let name: String
        let failures: [Outcome]
    }

    /// A parameter in a request.
    struct Input: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("local", \.local), .text("location", \.location), .text("arguments", \.arguments),
            .text("defaultValue", \.defaultValue),
        ]

        let local: String
        let location: String
        let arguments: String
        let defaultValue: String
    }

    struct Body: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("local", \.local), .text("value", \.value), .text("mediaType", \.mediaType),
        ]

        let local: String
        let value: String
        /// The expression that reads its media type; empty if the function has no such parameter.
        let mediaType: String
    }

    struct Outcome: TemplateModel {
        static let fields: [Field<Self>] = [.text("name", \.name), .text("binding", \.binding), .text("value", \.value)]

        let name: String
        let binding: String
        let value: String
    }

    /// The function that responds with header fields and a body.
    struct ResponseStructure: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("name", \.name), .arguments("parameters", \.parameters), .text("value", \.value), .list("headers", \.headers),
        ]

        let name: String
        let parameters: [String]
        let value: String
        let headers: [Header]
    }

    struct Header: TemplateModel {
        static let fields: [Field<Self>] = [.arguments("arguments", \.arguments)]

        let arguments: [String]
    }

    /// The initializer that reads a body of several media types.
    struct RequestChoice: TemplateModel {
        static let fields: [Field<Self>] = [.text("name", \.name), .list("cases", \.cases)]

        let name: String
        let cases: [MediaTypeCase]
    }

    /// The function that returns a response whose body has several media types.
    struct ResponseChoice: TemplateModel {
        static let fields: [Field<Self>] = [.text("name", \.name), .list("cases", \.cases)]

        let name: String
        let cases: [Case]

        struct Case: TemplateModel {
            static let fields: [Field<Self>] = [.text("name", \.name), .text("value", \.value)]

            let name: String
            let value: String
        }
    }
}

/// The values of the file with a server that returns examples.
struct FakeTemplate: SwiftFileTemplate {
    static let template = "swift/fake"
    static let fields: [Field<Self>] = [
        .flag("usesRuntime", \.usesRuntime), .list("imports", \.imports), .list("interfaces", \.interfaces),
    ]

    let usesRuntime: Bool
    let imports: [ImportTemplate]
    let interfaces: [Interface]

    struct Interface: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .text("name", \.name), .text("serverName", \.serverName),
            .flag("hasPrincipal", \.hasPrincipal), .list("schemes", \.schemes), .list("operations", \.operations),
            .list("shapes", \.shapes),
        ]

        let comment: [Line]
        let name: String
        let serverName: String
        let schemes: [Scheme]
        let operations: [Operation]
        let shapes: [Shape]
        var hasPrincipal: Bool { !schemes.isEmpty }
    }

    struct Scheme: TemplateModel {
        static let fields: [Field<Self>] = [.text("function", \.function), .text("type", \.type), .text("value", \.value)]

        let function: String
        let type: String
        let value: String
    }

    struct Operation: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("name", \.name), .arguments("parameters", \.parameters), .text("result", \.result), .text("value", \.value),
        ]

        let name: String
        let parameters: [String]
        let result: String
        /// Empty where nothing is returned.
        let value: String
    }

    /// The function that describes a rejected request in a type of the document.
    struct Shape: TemplateModel {
        static let fields: [Field<Self>] = [.text("function", \.function), .text("type", \.type), .text("value", \.value)]

        let function: String
        let type: String
        /// Empty where no member has room for the description.
        let value: String
    }
}
