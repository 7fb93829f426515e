import APIModel
import OpenAPI
import Templating
import YAMLTree

/// Rows for the members of a JSON body, and a paragraph for each that has a list of values.
func keywordRows(of outcome: Outcome?, in document: OpenAPIDocument, _ prose: Prose) -> (rows: [Context], enumerations: [Context]) {
    guard let schema = outcome?.content?.mediaType.schema else { return ([], []) }
    return keywordRows(of: schema, in: document, prose)
}

func keywordRows(of id: SchemaID, in document: OpenAPIDocument, _ prose: Prose) -> (rows: [Context], enumerations: [Context]) {
    let members = document.shownMembers(of: id)
    let rows = members.map { member in
        var context = Context(.name, padded(MarkdownText.cell(member.name), to: 4))
        context.set(.description, prose.cell(document.description(of: member.schema)))
        context.set(.defaultValue, MarkdownText.cell(defaultText(of: member.schema, in: document)))
        return context
    }
    let enumerations = members.compactMap { member -> Context? in
        guard let values = document.target(of: member.schema).enumeration, values.count > 1 else { return nil }
        var context = Context(.name, MarkdownText.line(member.name))
        context.set(.values, MarkdownText.line(values.map(\.shown).joined(separator: ", ")))
        return context
    }
    return (rows, enumerations)
}

private func defaultText(of id: SchemaID, in document: OpenAPIDocument) -> String {
    let schemas = [document[id], document.target(of: id)]
    if schemas.contains(where: \.isAutoIncremented) { return "Auto Increment" }
    return schemas.lazy.compactMap(\.defaultValue).first?.shown ?? "None"
}

extension OpenAPIDocument {
    /// The members that a reader is after: those inside an envelope `data`, where that is all the body has.
    fileprivate func shownMembers(of id: SchemaID) -> [SchemaProperty] {
        let members = members(of: id)
        guard members.count == 1, members[0].name == "data" else { return members }
        let inner = self.members(of: members[0].schema)
        return inner.isEmpty ? members : inner
    }

    /// The members of an object, or of the objects in an array, with those of its `allOf`.
    private func members(of id: SchemaID) -> [SchemaProperty] {
        var members: [SchemaProperty] = []
        var open = [id]
        var seen: Set<SchemaID> = []
        while let next = open.popLast(), seen.count < 100 {
            guard seen.insert(next).inserted else { continue }
            let schema = target(of: next)
            members += schema.properties.filter { property in !members.contains { $0.name == property.name } }
            open += schema.allOf.reversed()
            if schema.properties.isEmpty, let items = schema.items { open.append(items) }
        }
        return members
    }
}

/// Rows for the headers of an answer.
func responseHeaderRows(_ outcome: Outcome, _ prose: Prose) -> [Context] {
    outcome.headers.map { header in
        var context = Context(.name, MarkdownText.cell(header.header.name))
        context.set(.description, prose.cell(header.header.description))
        return context
    }
}

/// What a request body holds.
func requestBodyContext(_ body: RequestBody, _ document: OpenAPIDocument, _ prose: Prose) -> Context {
    var context = Context(.description, prose.block(body.description))
    let content = body.content.first
    context.set(.mediaType, MarkdownText.cell(body.content.map(\.name).joined(separator: ", ")))
    let keywords = content?.schema.map { keywordRows(of: $0, in: document, prose) } ?? ([], [])
    context.set(.keywords, keywords.0)
    context.set(.enumerations, keywords.1)
    return context
}
