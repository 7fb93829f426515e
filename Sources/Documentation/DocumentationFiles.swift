package import APIModel
package import Diagnostics
package import Printing
package import Templating

/// The templates that files of documentation are made from.
package let documentationFiles: [any FileTemplate.Type] = [
    IndexPageTemplate.self, LinkListTemplate.self, AuthenticationPageTemplate.self, ErrorsPageTemplate.self,
    SchemaListTemplate.self, SchemaPageTemplate.self, OperationPageTemplate.self, ReferencePageTemplate.self,
    SiteOperationTemplate.self, SiteSettingsTemplate.self, SiteHooksTemplate.self, SiteRequirementsTemplate.self,
    SiteBuildTemplate.self, SiteStyleTemplate.self, TryItScriptTemplate.self, CatalogOverviewTemplate.self,
    CatalogSymbolTemplate.self,
]

/// The table of outputs of documentation: a new one is a row here, and functions that make the values of its templates.
private let rows: [(output: Output, plan: @Sendable (API, Layout) -> [FilePlan<NoValues>])] = [
    (.docs, planDocs), (.site, planSite), (.docc, planCatalog),
]

/// The files of documentation for a document, in the order of the table.
package func planDocumentation(_ api: API, _ layout: Layout, _ outputs: Set<Output>) -> [FilePlan<NoValues>] {
    rows.filter { outputs.contains($0.output) }.flatMap { $0.plan(api, layout) }
}

/// Checks what only documentation shows: its links and its examples.
package func checkDocumentation(of api: API, log: inout DiagnosticLog) {
    checkLinks(api, log: &log)
    checkExamples(api, log: &log)
}
