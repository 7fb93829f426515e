import APIModel
import Templating

/// Rows for the members of a JSON body, and a paragraph for each that has a list of values.
func keywordRows(of outcome: Outcome?, in schemas: SchemaGraph, _ prose: Prose) -> (rows: [Context], enumerations: [Context]) {
    guard let schema = outcome?.content?.representation.schema else { return ([], []) }
    return keywordRows(of: schema, in: schemas, prose)
}

func keywordRows(of id: SchemaID, in schemas: SchemaGraph, _ prose: Prose) -> (rows: [Context], enumerations: [Context]) {
    let members = schemas.shownMembers(of: id)
    let rows = members.map { member in
        let annotations = schemas[member.schema].effectiveAnnotations
        var context = Context(.name, padded(MarkdownText.cell(member.name), to: 4))
        context.set(.description, prose.cell(annotations.description))
        let value = annotations.isAutoIncremented ? "Auto Increment" : annotations.defaultValue?.shown ?? "None"
        context.set(.defaultValue, MarkdownText.cell(value))
        return context
    }
    let enumerations = members.compactMap { member -> Context? in
        guard let values = schemas.form(member.schema).values, values.count > 1 else { return nil }
        var context = Context(.name, MarkdownText.line(member.name))
        context.set(.values, MarkdownText.line(values.map(\.value.plainText).joined(separator: ", ")))
        return context
    }
    return (rows, enumerations)
}

extension SchemaGraph {
    /// The members that a reader is after: those inside an envelope `data`, where that is all the body has.
    fileprivate func shownMembers(of id: SchemaID) -> [Member] {
        let members = members(of: id)
        guard members.count == 1, members[0].name == "data" else { return members }
        let inner = self.members(of: members[0].schema)
        return inner.isEmpty ? members : inner
    }

    /// The members of an object, or of the objects in an array.
    private func members(of id: SchemaID) -> [Member] {
        var id = id
        // Arrays of arrays are nested a few times at most.
        for _ in 0..<10 {
            let members = form(id).object.members.filter(\.isDescribed)
            guard members.isEmpty, case .schema(let element) = form(id).array.rest else { return members }
            id = element
        }
        return []
    }
}

/// Rows for the headers of a response.
func responseHeaderRows(_ outcome: Outcome, _ prose: Prose) -> [Context] {
    outcome.headers.map { header in
        var context = Context(.name, MarkdownText.cell(header.header.name))
        context.set(.description, prose.cell(header.header.description))
        return context
    }
}

/// The values of a request body.
func requestBodyContext(_ body: ResolvedBody, _ schemas: SchemaGraph, _ prose: Prose) -> Context {
    var context = Context(.description, prose.block(body.description))
    context.set(.mediaType, MarkdownText.cell(body.representations.map(\.name).joined(separator: ", ")))
    let keywords = body.representations.first?.schema.map { keywordRows(of: $0, in: schemas, prose) } ?? ([], [])
    context.set(.keywords, keywords.0)
    context.set(.enumerations, keywords.1)
    return context
}
