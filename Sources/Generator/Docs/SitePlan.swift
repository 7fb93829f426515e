import APIModel
import Templating

/// What MkDocs Material makes a site from.
func planSite(_ api: API, _ layout: Layout) -> [FilePlan] {
    let pages = Pages(api, dialect: .site, hasTryIt: layout.hasTryIt)
    return plan(pages, api, in: layout.sitePages) { $0.path } + siteFiles(api, pages, layout)
}

/// The files beside the pages.
private func siteFiles(_ api: API, _ pages: Pages, _ layout: Layout) -> [FilePlan] {
    let document = siteDocumentName(api.about)
    var settings = Context(.document, document)
    settings.set(.title, MarkdownText.quoted(api.about.title))
    settings.set(.summary, MarkdownText.quoted(api.about.summary ?? api.about.title))
    settings.set(.isTryable, layout.hasTryIt)
    settings.set(.url, layout.siteURL.map(MarkdownText.quoted) ?? "")
    settings.set(.groups, navigation(of: api, pages) + changesSection(layout))
    func file(_ path: String, _ template: String, _ context: Context = Context()) -> FilePlan {
        FilePlan(path: layout.site + path, template: template, context: context)
    }
    let files = [
        file("mkdocs.yml", "site/mkdocs", settings), file("hooks.py", "site/hooks", Context(.document, document)),
        file("requirements.txt", "site/requirements"), file("build.sh", "site/build"),
        file("docs/assets/apigen.css", "site/style"), file("docs/llms.txt", "docs/llms", listContext(api, pages)),
    ]
    return files + (layout.hasTryIt ? [file("docs/assets/try-it.js", "site/tryIt")] : [])
}

/// The name that the document has on its site.
func siteDocumentName(_ about: About) -> String {
    about.fileName.lowercased().hasSuffix(".json") ? "openapi.json" : "openapi.yaml"
}

/// More entries than these would make every page of the site long; the overview lists them all.
private let mostEntries = 120

private func navigation(of api: API, _ pages: Pages) -> [Context] {
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
private func changesSection(_ layout: Layout) -> [Context] {
    guard let title = layout.changesTitle else { return [] }
    return [section("Changes", [(title: title, path: ChangesPage.path)])].compactMap(\.self)
}

private func section(_ title: String, _ entries: [(title: String, page: Page)]) -> Context? {
    section(title, entries.map { (title: $0.title, path: $0.page.path) })
}

private func section(_ title: String, _ entries: [(title: String, path: String)]) -> Context? {
    guard 1...mostEntries ~= entries.count else { return nil }
    var context = Context(.title, MarkdownText.quoted(shortened(title)))
    context.set(
        .operations,
        entries.map { title, path in
            var entry = Context(.name, MarkdownText.quoted(shortened(title)))
            entry.set(.link, MarkdownText.quoted(path))
            return entry
        })
    return context
}

/// A title for a narrow column; YAML has no keys of more than 1,024 characters.
private func shortened(_ title: String) -> String {
    guard title.count > 100 else { return title }
    let start = title.prefix(100)
    return (start.lastIndex(of: " ").map { start[..<$0] } ?? start) + "…"
}
