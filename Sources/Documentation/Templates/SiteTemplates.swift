import Templating

/// The values of an operation's page on a site.
struct SiteOperationTemplate: FileTemplate {
    static let template = "site/operation"
    static let fields: [Field<Self>] = [
        .all(\.page), .part("details", \.details), .part("tryIt", \.tryIt),
    ]

    let page: OperationPageTemplate
    let details: DetailsTemplate
    let tryIt: TryIt?

    /// The form that sends the operation's request.
    struct TryIt: TemplateModel {
        static let fields: [Field<Self>] = [.text("request", \.request)]

        let request: String
    }
}

/// The values of the settings of MkDocs.
struct SiteSettingsTemplate: FileTemplate {
    static let template = "site/mkdocs"
    static let fields: [Field<Self>] = [
        .text("document", \.document), .text("title", \.title), .text("summary", \.summary), .text("url", \.url),
        .flag("isTryable", \.isTryable), .list("groups", \.groups),
    ]

    let document: String
    let title: String
    let summary: String
    let url: String
    let isTryable: Bool
    let groups: [Group]

    struct Group: TemplateModel {
        static let fields: [Field<Self>] = [.text("title", \.title), .list("operations", \.entries)]

        let title: String
        let entries: [Entry]
    }

    struct Entry: TemplateModel {
        static let fields: [Field<Self>] = [.text("name", \.name), .text("link", \.link)]

        let name: String
        let link: String
    }
}

/// The values of the program that MkDocs runs beside its own.
struct SiteHooksTemplate: FileTemplate {
    static let template = "site/hooks"
    static let fields: [Field<Self>] = [.text("document", \.document)]

    let document: String
}

/// The list of Python packages that build a site.
struct SiteRequirementsTemplate: FileTemplate {
    static let template = "site/requirements"
    static let fields: [Field<Self>] = []
}

/// The program that builds a site.
struct SiteBuildTemplate: FileTemplate {
    static let template = "site/build"
    static let fields: [Field<Self>] = []
}

/// The style sheet of a site.
struct SiteStyleTemplate: FileTemplate {
    static let template = "site/style"
    static let fields: [Field<Self>] = []
}

/// The program of the forms that send requests.
struct TryItScriptTemplate: FileTemplate {
    static let template = "site/tryIt"
    static let fields: [Field<Self>] = []
}

/// The values of a DocC catalog's first page.
struct CatalogOverviewTemplate: FileTemplate {
    static let template = "docc/overview"
    static let fields: [Field<Self>] = [.text("symbol", \.symbol), .all(\.index), .list("operations", \.operations)]

    let symbol: String
    let index: IndexPageTemplate
    let operations: [Operation]

    struct Operation: TemplateModel {
        static let fields: [Field<Self>] = [.text("link", \.link), .text("name", \.name)]

        let link: String
        let name: String
    }
}

/// The values of what leads from a declaration to its page in a DocC catalog.
struct CatalogSymbolTemplate: FileTemplate {
    static let template = "docc/symbol"
    static let fields: [Field<Self>] = [.text("name", \.name), .text("link", \.link)]

    let name: String
    let link: String
}
