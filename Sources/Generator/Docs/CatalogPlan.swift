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
    return files
}

/// The function of the client, as DocC names it.
private func symbolContext(_ endpoint: Endpoint, _ page: Page?, _ api: API) -> Context {
    let labels = (endpoint.parameters.map(\.name) + (endpoint.body.map { [$0.name] } ?? [])).map { $0.name + ":" }.joined()
    var context = Context(.name, "``\(api.namespace.name)/Client/\(endpoint.name.name)(\(labels))``")
    context.set(.link, page.map { "<doc:\($0.catalogName)>" } ?? "")
    return context
}
