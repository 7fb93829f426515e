import Templating

/// The values of the client's file.
struct ClientTemplate: SwiftFileTemplate {
    static let template = "swift/client"
    static let fields: [Field<Self>] = [
        .list("imports", \.imports), .text("transportModule", \.transportModule), .text("version", \.version),
        .list("interfaces", \.interfaces),
    ]

    let imports: [ImportTemplate]
    /// The module of the transport of a package's client; empty elsewhere.
    let transportModule: String
    /// The literal of a package's version; empty elsewhere.
    let version: String
    let interfaces: [Interface]
}

extension ClientTemplate {
    struct Interface: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .text("clientName", \.clientName), .text("example", \.example),
            .text("serverURL", \.serverURL), .text("documentedURL", \.documentedURL),
            .text("userAgent", \.userAgent), .text("transport", \.transport),
            .flag("hasCredentials", \.hasCredentials), .list("credentials", \.credentials),
            .arguments("parameters", \.parameters), .list("groups", \.groups), .list("operations", \.operations),
            .list("requestChoices", \.requestChoices),
            .list("readings", \.readings),
        ]

        let comment: [Line]
        let clientName: String
        /// Words on the URL.
        let example: String
        /// The default of the URL.
        let serverURL: String
        /// The default of the URL where some operations have servers of their own.
        let documentedURL: String
        /// What a package's client calls itself; empty elsewhere.
        let userAgent: String
        /// The transport of a package's client; empty elsewhere.
        let transport: String
        let hasCredentials: Bool
        let credentials: [Credential]
        /// Those of the initializer of the credentials.
        let parameters: [String]
        let groups: [Group]
        let operations: [Operation]
        let requestChoices: [RequestChoice]
        let readings: [Reading]
    }

    struct Credential: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .text("name", \.name), .text("type", \.type), .text("key", \.key),
        ]

        let comment: [Line]
        let name: String
        /// The type of the credential for the scheme.
        let type: String
        let key: String
    }

    /// A part of the client with the operations of a tag.
    struct Group: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .text("property", \.property), .text("typeName", \.typeName),
            .text("clientName", \.clientName), .list("functions", \.functions),
        ]

        let comment: [Line]
        let property: String
        let typeName: String
        let clientName: String
        let functions: [GroupFunction]
    }

    /// A function of a part of the client, which calls that of the client.
    struct GroupFunction: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .flag("isDeprecated", \.isDeprecated), .text("name", \.name),
            .arguments("parameters", \.parameters), .text("error", \.error), .text("result", \.result),
            .text("operation", \.operation), .arguments("arguments", \.arguments),
        ]

        let comment: [Line]
        let isDeprecated: Bool
        let name: String
        let parameters: [String]
        let error: String
        let result: String
        /// The function of the client.
        let operation: String
        let arguments: [String]
    }

    struct Operation: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .flag("isDeprecated", \.isDeprecated), .text("name", \.name),
            .arguments("parameters", \.parameters), .text("error", \.error), .text("result", \.result),
            .text("operationsName", \.operationsName), .flag("hasInputs", \.hasInputs), .list("inputs", \.inputs),
            .text("choice", \.choice), .arguments("body", \.body), .text("accept", \.accept),
            .text("sending", \.sending), .text("reading", \.reading), .text("effects", \.effects),
            .text("value", \.value), .part("pages", \.pages),
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
        /// What it asks for; empty where callers cannot choose.
        let accept: String
        /// The function of the runtime that sends the request.
        let sending: String
        /// The type whose initializer reads a success; empty if there is none.
        let reading: String
        /// The effects of the closure that reads a success, with a space behind them.
        let effects: String
        /// The expression that reads a success; empty if an initializer or the runtime reads it.
        let value: String
        /// The function that returns the operation's pages; nil if it has none.
        let pages: Pages?
        var hasInputs: Bool { !inputs.isEmpty || !choice.isEmpty || !body.isEmpty || !accept.isEmpty }
    }

    /// A function that returns the pages of an operation.
    struct Pages: TemplateModel {
        static let fields: [Field<Self>] = [
            .list("comment", \.comment), .flag("isDeprecated", \.isDeprecated), .text("name", \.name),
            .arguments("parameters", \.parameters), .text("page", \.page), .text("item", \.item),
            .arguments("arguments", \.arguments), .text("request", \.request),
        ]

        let comment: [Line]
        let isDeprecated: Bool
        let name: String
        let parameters: [String]
        /// The type of a page.
        let page: String
        /// The type of an item.
        let item: String
        /// Those of the initializer of the pages.
        let arguments: [String]
        /// The expression that requests a page.
        let request: String
    }

    /// A parameter in a request.
    struct Input: TemplateModel {
        static let fields: [Field<Self>] = [.text("location", \.location), .text("key", \.key), .text("name", \.name)]

        let location: String
        let key: String
        let name: String
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

    /// An initializer that reads a response, or the body of one.
    struct Reading: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("name", \.name), .flag("isStreamed", \.isStreamed), .text("subject", \.subject), .list("cases", \.cases),
            .text("rest", \.rest), .arguments("arguments", \.arguments),
        ]

        let name: String
        let isStreamed: Bool
        /// The property of the response that selects a case; empty for a struct.
        let subject: String
        let cases: [Case]
        /// The statement for all other values of the subject.
        let rest: String
        /// The arguments of a struct's initializer.
        let arguments: [String]

        struct Case: TemplateModel {
            static let fields: [Field<Self>] = [.text("pattern", \.pattern), .text("value", \.value)]

            let pattern: String
            let value: String
        }
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
