import Templating

/// The values of the client's file.
struct ClientTemplate: SwiftFileTemplate {
    static let template = "swift/client"
    static let fields: [Field<Self>] = [.list("interfaces", \.interfaces)]

    let interfaces: [Interface]
}

extension ClientTemplate {
    struct Interface: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .text("clientName", \.clientName), .text("example", \.example),
            .text("serverURL", \.serverURL), .flag("hasCredentials", \.hasCredentials), .list("credentials", \.credentials),
            .arguments("parameters", \.parameters), .list("operations", \.operations), .list("requestChoices", \.requestChoices),
            .list("responseChoices", \.responseChoices),
        ]

        let comment: [Line]
        let clientName: String
        /// Words on the URL.
        let example: String
        /// The default of the URL.
        let serverURL: String
        let hasCredentials: Bool
        let credentials: [Credential]
        /// Those of the initializer of the credentials.
        let parameters: [String]
        let operations: [Operation]
        let requestChoices: [RequestChoice]
        let responseChoices: [ResponseChoice]
    }

    struct Credential: TemplateModel {
        static let fields: [Field<Self>] = [.list("comment", \.comment), .text("name", \.name), .text("key", \.key)]

        let comment: [Line]
        let name: String
        let key: String
    }

    struct Operation: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .flag("isDeprecated", \.isDeprecated), .text("name", \.name),
            .arguments("parameters", \.parameters), .text("error", \.error), .text("result", \.result),
            .text("operationsName", \.operationsName), .flag("hasInputs", \.hasInputs), .list("inputs", \.inputs),
            .text("choice", \.choice), .arguments("body", \.body), .flag("takesAccept", \.takesAccept),
            .flag("isStreamed", \.isStreamed), .list("outcomes", \.outcomes), .flag("hasError", \.hasError),
        ]

        let comment: [Line]
        let isDeprecated: Bool
        let name: String
        let parameters: [String]
        let error: String
        let result: String
        let operationsName: String
        let inputs: [Input]
        /// The body where it is one of several media types; empty where it is not.
        let choice: String
        /// What a body is made of; empty where there is none.
        let body: [String]
        let takesAccept: Bool
        let isStreamed: Bool
        let outcomes: [Outcome]
        /// Whether the document leaves statuses open.
        let hasError: Bool
        var hasInputs: Bool { !inputs.isEmpty || !choice.isEmpty || !body.isEmpty || takesAccept }
    }

    /// A parameter in a request.
    struct Input: TemplateModel {
        static let fields: [Field<Self>] = [.text("location", \.location), .text("key", \.key), .text("name", \.name)]

        let location: String
        let key: String
        let name: String
    }

    struct Outcome: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("status", \.status), .flag("isFailure", \.isFailure), .text("opening", \.opening), .text("value", \.value),
            .part("structure", \.structure), .text("closing", \.closing),
        ]

        /// The pattern of its status; empty for all others.
        let status: String
        let isFailure: Bool
        /// What stands before the value, with the space behind the keyword.
        let opening: String
        /// The value where it is no structure.
        let value: String
        let structure: ResponseStructure?
        let closing: String
    }

    struct ResponseStructure: TemplateModel {
        static let fields: [Field<Self>] = [.text("type", \.type), .arguments("arguments", \.arguments)]

        let type: String
        let arguments: [String]
    }

    /// The function that sends a body of several media types.
    struct RequestChoice: TemplateModel {
        static let fields: [Field<Self>] = [.text("name", \.name), .list("cases", \.cases)]

        let name: String
        let cases: [Case]

        struct Case: TemplateModel {
            static let fields: [Field<Self>] = [
                .text("name", \.name), .text("binding", \.binding), .arguments("body", \.body),
            ]

            let name: String
            let binding: String
            let body: [String]
        }
    }

    /// The initializer that reads a body of several media types.
    struct ResponseChoice: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("name", \.name), .flag("isStreamed", \.isStreamed), .list("cases", \.cases),
        ]

        let name: String
        let isStreamed: Bool
        let cases: [MediaTypeCase]
    }
}

/// The body that is read for media types.
struct MediaTypeCase: TemplateModel {
    static let fields: [Field<Self>] = [.text("mediaTypes", \.mediaTypes), .text("name", \.name), .text("value", \.value)]

    /// Empty for all others.
    let mediaTypes: String
    let name: String
    let value: String
}
