import APIModel
import Printing
import Templating

/// A DocC catalog: the pages as articles, and the generated types' own pages linked to them.
func planCatalog(_ api: API, _ layout: Layout) -> [FilePlan<NoValues>] {
    let pages = Pages(api, dialect: .docC)
    var files = plan(pages, api, in: layout.catalog) { $0.catalogName + ".md" }
    // The overview extends the page of the module, which DocC begins with.
    files.removeFirst()
    let overview = CatalogOverviewTemplate(
        symbol: "``\(api.namespace.name)``", index: indexPageTemplate(api, pages),
        operations: api.endpoints.indices.filter { pages.operations[$0] != nil }.map { index in
            CatalogOverviewTemplate.Operation(
                link: pages.references[index].map { "<doc:\($0.catalogName)>" } ?? "",
                name: symbol("Client/" + api.endpoints[index].clientFunction, api))
        })
    files.insert(FilePlan(layout.catalog + "Overview.md", overview), at: 0)
    return files + symbolPages(api, pages, layout)
}

/// What leads from the generated declarations to the pages on what they were made from.
private func symbolPages(_ api: API, _ pages: Pages, _ layout: Layout) -> [FilePlan<NoValues>] {
    func file(_ symbol: String, _ page: Page) -> FilePlan<NoValues> {
        FilePlan(
            layout.catalog + "Symbols/\(page.catalogName).md",
            CatalogSymbolTemplate(name: symbol, link: "<doc:\(page.catalogName)>"))
    }
    let functions = api.endpoints.indices.compactMap { index in
        pages.references[index].map { file(symbol("Client/" + api.endpoints[index].clientFunction, api), $0) }
    }
    let types = api.schemas.components.compactMap { component in
        pages.schemas[component].flatMap { page in
            // Symbol graphs leave out names that begin like this.
            api.schemas[component].componentName.flatMap { pages.swiftTypes[$0] }
                .flatMap { $0.hasPrefix("_") ? nil : file(symbol($0, api), page) }
        }
    }
    return functions + types
}

/// A declaration in the enum of the document, which a module of the same name would stand before.
private func symbol(_ path: String, _ api: API) -> String {
    "``\(api.namespace.name)-enum/\(path)``"
}
