package import APIModel
import Printing
import Templating

/// What MkDocs Material makes a site from.
func planSite(_ api: API, _ layout: Layout) -> [FilePlan<NoValues>] {
    let pages = Pages(api, dialect: .site, hasTryIt: layout.hasTryIt)
    return plan(pages, api, in: layout.sitePages) { $0.path } + siteFiles(api, pages, layout)
}

/// The files beside the pages.
private func siteFiles(_ api: API, _ pages: Pages, _ layout: Layout) -> [FilePlan<NoValues>] {
    let document = siteDocumentName(api.about)
    let settings = SiteSettingsTemplate(
        document: document, title: MarkdownText.quoted(api.about.title),
        summary: MarkdownText.quoted(api.about.summary ?? api.about.title),
        url: layout.siteURL.map { MarkdownText.quoted($0) } ?? "", isTryable: layout.hasTryIt,
        groups: navigation(of: api, pages) + changesSection(layout))
    let files = [
        FilePlan(layout.site + "mkdocs.yml", settings), FilePlan(layout.site + "hooks.py", SiteHooksTemplate(document: document)),
        FilePlan(layout.site + "requirements.txt", SiteRequirementsTemplate()),
        FilePlan(layout.site + "build.sh", SiteBuildTemplate()),
        FilePlan(layout.sitePages + "assets/apigen.css", SiteStyleTemplate()),
        FilePlan(layout.sitePages + "llms.txt", linkList(api, pages)),
    ]
    return files + (layout.hasTryIt ? [FilePlan(layout.sitePages + "assets/try-it.js", TryItScriptTemplate())] : [])
}

/// The name that the document has on its site.
package func siteDocumentName(_ about: About) -> String {
    about.fileName.lowercased().hasSuffix(".json") ? "openapi.json" : "openapi.yaml"
}

/// More entries than these would make every page of the site long; the overview lists them all.
private let mostEntries = 120

private func navigation(of api: API, _ pages: Pages) -> [SiteSettingsTemplate.Group] {
    var sections = taggedOperations(of: api, pages).map { tag, indices in
        section(
            tag ?? "Other operations",
            indices.compactMap { index in
                pages.operations[index].map { (api.endpoints[index].operation.summary ?? api.endpoints[index].name.name, $0) }
            })
    }
    sections.append(section("Webhooks", zip(api.documentedWebhooks, pages.webhooks).map { ($0.shownPath, $1) }))
    sections.append(
        section(
            "Schemas",
            api.schemas.components.compactMap { component in
                pages.schemas[component].map { (api.schemas[component].componentName ?? $0.name, $0) }
            }))
    return sections.compactMap(\.self)
}

/// The entry of the page about changes, where there is one.
private func changesSection(_ layout: Layout) -> [SiteSettingsTemplate.Group] {
    guard let title = layout.changesTitle else { return [] }
    return [section("Changes", [(title: title, path: ChangesPage.path)])].compactMap(\.self)
}

private func section(_ title: String, _ entries: [(title: String, page: Page)]) -> SiteSettingsTemplate.Group? {
    section(title, entries.map { (title: $0.title, path: $0.page.path) })
}

private func section(_ title: String, _ entries: [(title: String, path: String)]) -> SiteSettingsTemplate.Group? {
    guard 1...mostEntries ~= entries.count else { return nil }
    return SiteSettingsTemplate.Group(
        title: MarkdownText.quoted(shortened(title)),
        entries: entries.map { title, path in
            SiteSettingsTemplate.Entry(name: MarkdownText.quoted(shortened(title)), link: MarkdownText.quoted(path))
        })
}

/// A title for a narrow column; YAML has no keys of more than 1,024 characters.
private func shortened(_ title: String) -> String {
    guard title.count > 100 else { return title }
    let start = title.prefix(100)
    return (start.lastIndex(of: " ").map { start[..<$0] } ?? start) + "…"
}
