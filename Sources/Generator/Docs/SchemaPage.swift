import APIModel
import OpenAPI
import Templating

/// The values of a schema's page.
func schemaPageContext(_ component: ComponentSchema, _ page: Page, _ api: API, _ pages: Pages) -> Context {
    let prose = Prose(pages: pages, folder: page.folder)
    let table = SchemaTable(document: api.document, xml: api.xml, prose: prose)
    let schema = api.document[component.schema]
    var context = Context(.title, MarkdownText.name(component.name))
    context.set(.frontMatter, frontMatter(title: component.name, description: schema.title ?? "The schema \(component.name)", in: pages))
    context.set(.isDeprecated, schema.isDeprecated)
    context.set(.description, prose.section(schema.description))
    context.set(.line, webLink(to: schema.rare.externalDocs) ?? "")
    let constraints = table.constraints(of: schema).joined(separator: ", ")
    context.set(.type, table.ownType(of: component.schema) + (constraints.isEmpty ? "" : ", " + constraints))
    context.set(.note, pages.swiftTypes[component.name].map { prose.code("\(api.namespace.name).\($0)") } ?? "")
    context.set(.rows, table.rows(of: component.schema))
    context.set(.discriminator, schema.discriminator.map { [discriminatorContext($0, table)] } ?? [])
    context.set(.enumerations, valueRows(schema, prose))
    let example = schema.types.isDisjoint(with: [.object, .array]) && !schema.types.isEmpty
        ? nil : ExampleSynthesis.value(for: component.schema, in: api.document)
    context.set(.sample, example.map { MarkdownText.example($0.layout(), language: "json") } ?? "")
    return context
}

/// The title and description that site generators read; nothing where they would be shown as text.
func frontMatter(title: String, description: String? = nil, in pages: Pages) -> [Context] {
    guard pages.dialect == .plain else { return [] }
    var context = Context(.title, MarkdownText.frontMatter(title))
    context.set(.sentence, description.map(MarkdownText.frontMatter) ?? "")
    return [context]
}

private func discriminatorContext(_ discriminator: OpenAPI.Discriminator, _ table: SchemaTable) -> Context {
    var context = Context(.name, table.prose.code(discriminator.propertyName))
    context.set(
        .cases,
        discriminator.mapping.map { mapping in
            var inner = Context(.value, table.prose.code(mapping.value))
            inner.set(.type, mapping.schema.map { table.type(of: $0) } ?? "unknown")
            return inner
        })
    return context
}

/// The values that have descriptions of their own.
private func valueRows(_ schema: Schema, _ prose: Prose) -> [Context] {
    guard let values = schema.enumeration, schema.enumerationDescriptions.contains(where: { !$0.isEmpty }) else { return [] }
    return zip(values, schema.enumerationDescriptions).map { value, description in
        var context = Context(.value, prose.code(value.shown))
        context.set(.description, prose.cell(description))
        return context
    }
}
