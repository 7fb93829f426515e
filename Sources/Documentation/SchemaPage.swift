import APIModel
import Printing

/// The values of a schema's page.
func schemaPageTemplate(_ id: SchemaID, _ page: Page, _ api: API, _ pages: Pages) -> SchemaPageTemplate {
    let prose = Prose(pages: pages, folder: page.folder)
    let table = SchemaTable(api: api, prose: prose)
    let name = api.schemas[id].componentName ?? page.name
    let annotations = api.schemas[id].annotations
    let form = api.schemas.form(id)
    let constraints = table.constraints(of: id).joined(separator: ", ")
    let isScalar = !form.typedKinds.isEmpty && !form.typedKinds.contains { [.object, .array].contains($0) }
    return SchemaPageTemplate(
        frontMatter: frontMatter(title: name, description: annotations.title ?? "The schema \(name)", in: pages),
        title: MarkdownText.name(name), isDeprecated: annotations.isDeprecated, description: prose.section(annotations.description),
        line: webLink(to: annotations.externalDocs) ?? "",
        type: table.ownType(of: id) + (constraints.isEmpty ? "" : ", " + constraints),
        note: pages.swiftTypes[name].map { prose.code("\(api.namespace.name).\($0)") } ?? "", tables: table.pageTables(of: id),
        enumerations: valueRows(form, prose), sample: isScalar ? "" : exampleText(of: id, api, prose))
}

/// The title and description that site generators read; nothing where they would be shown as text.
func frontMatter(title: String, description: String? = nil, in pages: Pages) -> FrontMatter? {
    guard pages.dialect != .docC else { return nil }
    return FrontMatter(
        title: MarkdownText.frontMatter(title), sentence: description.map { MarkdownText.frontMatter($0) } ?? "")
}

/// The values that have descriptions of their own.
private func valueRows(_ form: NormalForm, _ prose: Prose) -> [SchemaPageTemplate.Value] {
    guard let values = form.values, values.contains(where: { $0.description?.isEmpty == false }) else { return [] }
    return values.map { value in
        SchemaPageTemplate.Value(value: prose.code(value.value.plainText), description: prose.cell(value.description))
    }
}
