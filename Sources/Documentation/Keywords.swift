import APIModel
import Printing

/// The tables of the members of a JSON body.
func keywordTables(of id: SchemaID?, in schemas: SchemaGraph, _ prose: Prose) -> KeywordTables {
    let members = id.map { schemas.shownMembers(of: $0) } ?? []
    let keywords = members.map { member in
        let annotations = schemas[member.schema].effectiveAnnotations
        let value = annotations.isAutoIncremented ? "Auto Increment" : annotations.defaultValue?.shown ?? "None"
        return KeywordTables.Keyword(
            name: padded(MarkdownText.cell(member.name), to: 4), description: prose.cell(annotations.description),
            defaultValue: MarkdownText.cell(value))
    }
    let enumerations = members.compactMap { member -> KeywordTables.Enumeration? in
        guard let values = schemas.form(member.schema).values, values.count > 1 else { return nil }
        return KeywordTables.Enumeration(
            name: MarkdownText.line(member.name),
            values: MarkdownText.line(values.map(\.value.plainText).joined(separator: ", ")))
    }
    return KeywordTables(keywords: keywords, enumerations: enumerations)
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
func responseHeaderRows(_ outcome: Outcome, _ prose: Prose) -> [OperationPageTemplate.Header] {
    outcome.headers.map { header in
        OperationPageTemplate.Header(
            name: MarkdownText.cell(header.header.name), description: prose.cell(header.header.description))
    }
}

/// The values of a request body.
func requestBodyTemplate(_ body: ResolvedBody, _ schemas: SchemaGraph, _ prose: Prose) -> OperationPageTemplate.Body {
    OperationPageTemplate.Body(
        description: prose.block(body.description),
        mediaType: MarkdownText.cell(body.representations.map(\.name).joined(separator: ", ")),
        keywords: keywordTables(of: body.representations.first?.schema, in: schemas, prose))
}
