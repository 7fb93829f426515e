import Templating

/// The values of an operation's page in the house layout.
struct OperationPageTemplate: FileTemplate {
    static let template = "docs/operation"
    static let fields: [Field<Self>] = [
        .text("summary", \.summary), .text("sentence", \.sentence), .text("title", \.title), .text("description", \.description),
        .text("cell", \.cell), .text("url", \.url), .text("method", \.method), .text("security", \.security),
        .list("headers", \.headers), .list("inputs", \.inputs), .part("body", \.body), .all(\.keywords),
        .list("responseHeaders", \.responseHeaders), .text("note", \.note), .text("sample", \.sample), .list("tabs", \.tabs),
        .part("success", \.success),
        .list("notes", \.notes), .list("responses", \.responses),
    ]

    let summary: String
    let sentence: String
    let title: String
    let description: String
    let cell: String
    let url: String
    let method: String
    let security: String
    let headers: [Row]
    let inputs: [Row]
    let body: Body?
    /// The members of the successful response.
    let keywords: KeywordTables
    let responseHeaders: [Header]
    let note: String
    /// The request in curl; empty where there are tabs.
    let sample: String
    /// The request in several languages.
    let tabs: [Sample]
    let success: Response?
    /// Other responses that have a description or an example.
    let notes: [Response]
    let responses: [Line]
}

extension OperationPageTemplate {
    /// A parameter or a credential.
    struct Row: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("name", \.name), .text("description", \.description), .text("required", \.required),
            .text("defaultValue", \.defaultValue), .text("example", \.example),
        ]

        let name: String
        let description: String
        let required: String
        let defaultValue: String
        let example: String
    }

    struct Body: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("description", \.description), .text("mediaType", \.mediaType), .all(\.keywords),
        ]

        let description: String
        let mediaType: String
        let keywords: KeywordTables
    }

    struct Header: TemplateModel {
        static let fields: [Field<Self>] = [.text("name", \.name), .text("description", \.description)]

        let name: String
        let description: String
    }

    struct Response: TemplateModel {
        static let fields: [Field<Self>] = [.text("description", \.description), .list("examples", \.examples)]

        let description: String
        let examples: [Sample]
    }

    struct Sample: TemplateModel {
        static let fields: [Field<Self>] = [.text("title", \.title), .text("sample", \.sample)]

        let title: String
        let sample: String
    }
}

/// A table of the members of a JSON body, and a paragraph for each that has a list of values.
struct KeywordTables: TemplateModel {
    static let fields: [Field<Self>] = [.list("keywords", \.keywords), .list("enumerations", \.enumerations)]

    let keywords: [Keyword]
    let enumerations: [Enumeration]

    struct Keyword: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("name", \.name), .text("description", \.description), .text("defaultValue", \.defaultValue),
        ]

        let name: String
        let description: String
        let defaultValue: String
    }

    struct Enumeration: TemplateModel {
        static let fields: [Field<Self>] = [.text("name", \.name), .text("values", \.values)]

        let name: String
        let values: String
    }
}

/// The values of the page of an operation's details, or of a webhook.
struct ReferencePageTemplate: FileTemplate {
    static let template = "docs/reference"
    static let fields: [Field<Self>] = [
        .part("frontMatter", \.frontMatter), .text("title", \.title), .flag("isDeprecated", \.isDeprecated), .all(\.details),
        .list("samples", \.samples),
    ]

    let frontMatter: FrontMatter?
    let title: String
    let isDeprecated: Bool
    let details: DetailsTemplate
    let samples: [OperationPageTemplate.Sample]
}

/// What an operation's page in the house layout does not show.
struct DetailsTemplate: TemplateModel {
    static let fields: [Field<Self>] = [
        .text("request", \.request), .text("name", \.name), .text("call", \.call), .text("link", \.link),
        .text("description", \.description), .list("notes", \.notes), .text("security", \.security),
        .list("requirements", \.requirements), .all(\.servers), .list("inputs", \.inputs), .part("body", \.body),
        .list("responses", \.responses), .list("callbacks", \.callbacks),
    ]

    let request: String
    let name: String
    /// The function of the generated client.
    let call: String
    /// The link to the page in the house layout.
    let link: String
    let description: String
    let notes: [Line]
    /// What every request has to have; empty where there is a choice.
    let security: String
    let requirements: [Line]
    let servers: ServerTables
    let inputs: [Parameter]
    let body: Body?
    let responses: [Response]
    let callbacks: [Callback]
}

extension DetailsTemplate {
    struct Parameter: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("name", \.name), .text("kind", \.kind), .text("type", \.type), .text("required", \.required),
            .text("description", \.description),
        ]

        let name: String
        let kind: String
        let type: String
        let required: String
        let description: String
    }

    struct Body: TemplateModel {
        static let fields: [Field<Self>] = [.text("required", \.required), .list("contents", \.contents)]

        let required: String
        let contents: [Content]
    }

    /// A schema of a body, with the media types that have it.
    struct Content: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("mediaType", \.mediaType), .text("type", \.type), .all(\.tables), .list("examples", \.examples),
        ]

        let mediaType: String
        let type: String
        let tables: MemberTables
        let examples: [Example]
    }

    struct Example: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("title", \.title), .flag("isRequest", \.isRequest), .text("note", \.note), .text("sample", \.sample),
        ]

        let title: String
        let isRequest: Bool
        let note: String
        let sample: String
    }

    struct Response: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("title", \.title), .text("description", \.description), .list("headers", \.headers),
            .list("contents", \.contents), .list("links", \.links),
        ]

        let title: String
        let description: String
        let headers: [TypedRow]
        let contents: [Content]
        let links: [Link]
    }

    struct Link: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("name", \.name), .text("link", \.link), .text("description", \.description), .list("notes", \.notes),
        ]

        let name: String
        let link: String
        let description: String
        let notes: [Line]
    }

    struct Callback: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("title", \.title), .text("request", \.request), .text("description", \.description), .part("body", \.body),
            .list("responses", \.responses),
        ]

        let title: String
        let request: String
        let description: String
        let body: Body?
        let responses: [Response]
    }
}
