import APIModel
import Templating

/// The values of a schema's page.
func schemaPageContext(_ id: SchemaID, _ page: Page, _ api: API, _ pages: Pages) -> Context {
    let prose = Prose(pages: pages, folder: page.folder)
    let table = SchemaTable(api: api, prose: prose)
    let name = api.schemas[id].componentName ?? page.name
    let annotations = api.schemas[id].annotations
    let form = api.schemas.form(id)
    var context = Context(.title, MarkdownText.name(name))
    context.set(.frontMatter, frontMatter(title: name, description: annotations.title ?? "The schema \(name)", in: pages))
    context.set(.isDeprecated, annotations.isDeprecated)
    context.set(.description, prose.section(annotations.description))
    context.set(.line, webLink(to: annotations.externalDocs) ?? "")
    let constraints = table.constraints(of: id).joined(separator: ", ")
    context.set(.type, table.ownType(of: id) + (constraints.isEmpty ? "" : ", " + constraints))
    context.set(.note, pages.swiftTypes[name].map { prose.code("\(api.namespace.name).\($0)") } ?? "")
    context.set(table.pageTables(of: id))
    context.set(.enumerations, valueRows(form, prose))
    let isScalar = !form.typedKinds.isEmpty && !form.typedKinds.contains { [.object, .array].contains($0) }
    context.set(.sample, isScalar ? "" : exampleText(of: id, api, prose))
    return context
}

/// The title and description that site generators read; nothing where they would be shown as text.
func frontMatter(title: String, description: String? = nil, in pages: Pages) -> [Context] {
    guard pages.dialect != .docC else { return [] }
    var context = Context(.title, MarkdownText.frontMatter(title))
    context.set(.sentence, description.map(MarkdownText.frontMatter) ?? "")
    return [context]
}

/// The values that have descriptions of their own.
private func valueRows(_ form: NormalForm, _ prose: Prose) -> [Context] {
    guard let values = form.values, values.contains(where: { $0.description?.isEmpty == false }) else { return [] }
    return values.map { value in
        var context = Context(.value, prose.code(value.value.plainText))
        context.set(.description, prose.cell(value.description))
        return context
    }
}
