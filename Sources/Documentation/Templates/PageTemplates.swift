import Templating

/// The title and description that site generators read.
struct FrontMatter: TemplateModel {
    static let fields: [Field<Self>] = [.text("title", \.title), .text("sentence", \.sentence)]

    let title: String
    let sentence: String
}

/// A link as Markdown.
struct PageLink: TemplateModel {
    static let fields: [Field<Self>] = [.text("link", \.link)]

    let link: String
}

/// The values of the page that a reader begins with.
struct IndexPageTemplate: FileTemplate {
    static let template = "docs/index"
    static let fields: [Field<Self>] = [
        .part("frontMatter", \.frontMatter), .text("title", \.title), .text("summary", \.summary), .list("notes", \.notes),
        .text("description", \.description), .all(\.servers), .flag("hasCredentials", \.hasCredentials),
        .text("security", \.security), .text("errors", \.errors), .list("groups", \.groups), .list("webhooks", \.webhooks),
        .list("types", \.types),
    ]

    let frontMatter: FrontMatter?
    let title: String
    let summary: String
    let notes: [Line]
    let description: String
    let servers: ServerTables
    let hasCredentials: Bool
    /// The link to the page on authentication.
    let security: String
    /// The link to the page on error responses.
    let errors: String
    let groups: [Group]
    let webhooks: [Webhook]
    let types: [PageLink]

    /// The operations with a tag.
    struct Group: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("title", \.title), .text("description", \.description), .text("note", \.note),
            .list("operations", \.operations),
        ]

        let title: String
        let description: String
        let note: String
        let operations: [Operation]
    }

    struct Operation: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("link", \.link), .text("anchor", \.anchor), .text("call", \.call), .flag("hasDetails", \.hasDetails),
            .text("reference", \.reference),
        ]

        let link: String
        let anchor: String
        let call: String
        /// The link to the page of details; empty where there is none.
        let reference: String
        var hasDetails: Bool { !reference.isEmpty }
    }

    struct Webhook: TemplateModel {
        static let fields: [Field<Self>] = [.text("link", \.link), .text("description", \.description)]

        let link: String
        let description: String
    }
}

/// Tables of servers and of the variables of their URLs.
struct ServerTables: TemplateModel {
    static let fields: [Field<Self>] = [.list("servers", \.servers), .list("variables", \.variables)]

    let servers: [Server]
    let variables: [Variable]

    struct Server: TemplateModel {
        static let fields: [Field<Self>] = [.text("url", \.url), .text("description", \.description)]

        let url: String
        let description: String
    }

    struct Variable: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("name", \.name), .text("defaultValue", \.defaultValue), .text("values", \.values),
            .text("description", \.description),
        ]

        let name: String
        let defaultValue: String
        let values: String
        let description: String
    }
}

/// The values of the list that machines begin with.
struct LinkListTemplate: FileTemplate {
    static let template = "docs/llms"
    static let fields: [Field<Self>] = [
        .text("title", \.title), .text("summary", \.summary), .list("groups", \.groups), .list("types", \.types),
    ]

    let title: String
    let summary: String
    let groups: [IndexPageTemplate.Group]
    let types: [PageLink]
}

/// The values of the page on authentication.
struct AuthenticationPageTemplate: FileTemplate {
    static let template = "docs/authentication"
    static let fields: [Field<Self>] = [
        .part("frontMatter", \.frontMatter), .text("title", \.title), .list("schemes", \.schemes), .text("sample", \.sample),
    ]

    let frontMatter: FrontMatter?
    let title: String
    let schemes: [Scheme]
    let sample: String

    struct Scheme: TemplateModel {
        static let fields: [Field<Self>] = [
            .text("title", \.title), .flag("isDeprecated", \.isDeprecated), .text("description", \.description),
            .text("line", \.line), .text("values", \.values),
        ]

        let title: String
        let isDeprecated: Bool
        let description: String
        let line: String
        let values: String
    }
}

/// The values of the page on error responses.
struct ErrorsPageTemplate: FileTemplate {
    static let template = "docs/errors"
    static let fields: [Field<Self>] = [
        .part("frontMatter", \.frontMatter), .text("title", \.title), .list("rows", \.rows),
    ]

    let frontMatter: FrontMatter?
    let title: String
    let rows: [Row]

    struct Row: TemplateModel {
        static let fields: [Field<Self>] = [.text("name", \.name), .text("type", \.type), .text("mediaType", \.mediaType)]

        let name: String
        let type: String
        let mediaType: String
    }
}

/// The values of the page that lists the schemas.
struct SchemaListTemplate: FileTemplate {
    static let template = "docs/schemas"
    static let fields: [Field<Self>] = [
        .part("frontMatter", \.frontMatter), .text("title", \.title), .list("types", \.types),
    ]

    let frontMatter: FrontMatter?
    let title: String
    let types: [PageLink]
}

/// The values of a schema's page.
struct SchemaPageTemplate: FileTemplate {
    static let template = "docs/schema"
    static let fields: [Field<Self>] = [
        .part("frontMatter", \.frontMatter), .text("title", \.title), .flag("isDeprecated", \.isDeprecated),
        .text("description", \.description), .text("line", \.line), .text("type", \.type), .text("note", \.note), .all(\.tables),
        .list("enumerations", \.enumerations), .text("sample", \.sample),
    ]

    let frontMatter: FrontMatter?
    let title: String
    let isDeprecated: Bool
    let description: String
    let line: String
    let type: String
    let note: String
    let tables: MemberTables
    let enumerations: [Value]
    let sample: String

    struct Value: TemplateModel {
        static let fields: [Field<Self>] = [.text("value", \.value), .text("description", \.description)]

        let value: String
        let description: String
    }
}

/// The tables of an object's properties and of its alternatives.
struct MemberTables: TemplateModel {
    static let fields: [Field<Self>] = [.list("rows", \.rows), .list("alternatives", \.alternatives)]

    /// A row for each property, inherited ones included.
    let rows: [TypedRow]
    /// A table for each list of alternatives, then one for the properties of each alternative without a page.
    let alternatives: [Alternatives]

    struct Alternatives: TemplateModel {
        static let fields: [Field<Self>] = [.text("sentence", \.sentence), .list("cases", \.cases), .list("rows", \.rows)]

        let sentence: String
        let cases: [Case]
        let rows: [TypedRow]
    }

    struct Case: TemplateModel {
        static let fields: [Field<Self>] = [.text("name", \.name), .text("value", \.value)]

        let name: String
        let value: String
    }
}

/// A property or a header field with its type.
struct TypedRow: TemplateModel {
    static let fields: [Field<Self>] = [
        .text("name", \.name), .text("type", \.type), .text("required", \.required), .text("description", \.description),
    ]

    let name: String
    let type: String
    let required: String
    let description: String
}
