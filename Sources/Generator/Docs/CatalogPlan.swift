import APIModel
import OpenAPI
import Templating

/// A DocC catalog: the pages as articles, and the generated types' own pages linked to them.
func planCatalog(_ api: API, _ layout: Layout) -> [FilePlan] {
    let pages = Pages(api, dialect: .docC)
    var files = plan(pages, api, in: layout.catalog) { $0.catalogName + ".md" }
    // The overview extends the page of the module, which DocC begins with.
    files.removeFirst()
    var overview = indexPageContext(api, pages)
    overview.set(.namespace, "``\(api.namespace.name)``")
    overview.set(.operations, api.endpoints.indices.filter { pages.operations[$0] != nil }.map { index in
        symbolContext(api.endpoints[index], pages.references[index], api)
    })
    files.insert(FilePlan(path: layout.catalog + "Overview.md", template: "docc/overview", context: overview), at: 0)
    return files + symbolPages(api, pages, layout)
}

/// What leads from the generated declarations to the pages on what they were made from.
private func symbolPages(_ api: API, _ pages: Pages, _ layout: Layout) -> [FilePlan] {
    func file(_ symbol: String, _ page: Page) -> FilePlan {
        var context = Context(.name, symbol)
        context.set(.link, "<doc:\(page.catalogName)>")
        return FilePlan(path: layout.catalog + "Symbols/\(page.catalogName).md", template: "docc/symbol", context: context)
    }
    let functions = api.endpoints.indices.compactMap { index in
        pages.references[index].map { file(symbol(of: api.endpoints[index], api), $0) }
    }
    let types = api.document.componentSchemas.compactMap { component in
        pages.schemas[component.schema].flatMap { page in
            pages.swiftTypes[component.name].map { file("``\($0.replacing(".", with: "/"))``", page) }
        }
    }
    return functions + types
}

/// The function of the client, as DocC names it.
private func symbol(of endpoint: Endpoint, _ api: API) -> String {
    let labels = (endpoint.parameters.map(\.name) + (endpoint.body.map { [$0.name] } ?? [])).map { $0.name + ":" }.joined()
    return "``\(api.namespace.name)/Client/\(endpoint.name.name)(\(labels))``"
}

private func symbolContext(_ endpoint: Endpoint, _ page: Page?, _ api: API) -> Context {
    var context = Context(.name, symbol(of: endpoint, api))
    context.set(.link, page.map { "<doc:\($0.catalogName)>" } ?? "")
    return context
}
