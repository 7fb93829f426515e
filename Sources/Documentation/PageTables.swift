import APIModel
import Printing

func securityName(of endpoint: Endpoint, in about: About) -> String {
    let schemes = endpoint.publicSchemes(in: about)
    return schemes.isEmpty ? "None" : schemes.map { $0.displayName ?? $0.name }.joined(separator: " or ")
}

/// Rows for the credentials and parameters in headers.
func headerRows(of endpoint: Endpoint, in api: API, _ prose: Prose) -> [OperationPageTemplate.Row] {
    let credentials = endpoint.publicSchemes(in: api.about).compactMap { scheme in
        scheme.headerName.map {
            row($0, prose.cell(scheme.description), isRequired: endpoint.security == .required, nil, scheme.example)
        }
    }
    let parameters = endpoint.operation.parameters.filter { $0.location == .header }
    return credentials + parameters.map { parameterRow($0, api.schemas, prose, padding: 0) }
}

extension SecurityScheme {
    /// The header that carries the credential; `nil` where none does.
    fileprivate var headerName: String? {
        kind.place.flatMap { $0.location == .header ? $0.name : nil }
    }
}

/// Rows for the parameters in path, query and cookies; an object whose members are sent one by one has a row for each.
func parameterRows(of endpoint: Endpoint, in schemas: SchemaGraph, _ prose: Prose) -> [OperationPageTemplate.Row] {
    endpoint.operation.parameters.filter { $0.location != .header }.flatMap { parameter in
        let members = parameter.explodedMembers(in: schemas)
        return members.isEmpty
            ? [parameterRow(parameter, schemas, prose, padding: 5)] : memberRows(members, of: parameter, schemas, prose)
    }
}

extension ResolvedParameter {
    /// The members of an object that are sent as parameters of their own names.
    func explodedMembers(in schemas: SchemaGraph) -> [Member] {
        guard location == .query, let style, style.style == .form, style.explode, let schema else { return [] }
        return schemas.form(schema).object.members.filter(\.isDescribed)
    }
}

private func memberRows(_ members: [Member], of parameter: ResolvedParameter, _ schemas: SchemaGraph, _ prose: Prose)
    -> [OperationPageTemplate.Row]
{
    let given = parameter.examples.first?.value?.value
    return members.map { member in
        let annotations = schemas[member.schema].effectiveAnnotations
        let example = given?[member.name] ?? annotations.examples.first?.value
        return row(
            member.name, prose.cell(annotations.description), isRequired: parameter.isRequired && member.isRequired,
            annotations.defaultValue?.value.scalarText, example?.scalarText, padding: 5)
    }
}

private func parameterRow(_ parameter: ResolvedParameter, _ schemas: SchemaGraph, _ prose: Prose, padding: Int)
    -> OperationPageTemplate.Row
{
    let annotations = parameter.schema.map { schemas[$0].effectiveAnnotations }
    let example = parameter.examples.first?.value ?? annotations?.examples.first
    return row(
        parameter.name, prose.cell(parameter.description), isRequired: parameter.isRequired, annotations?.defaultValue?.shown,
        example?.shown, padding: padding)
}

private func row(
    _ name: String, _ description: String, isRequired: Bool, _ defaultValue: String?, _ example: String?, padding: Int = 0
) -> OperationPageTemplate.Row {
    OperationPageTemplate.Row(
        name: padded(MarkdownText.cell(name), to: padding), description: description, required: isRequired ? "`Yes`" : "`No`",
        defaultValue: MarkdownText.cell(defaultValue ?? "None"), example: MarkdownText.cell(example ?? "None"))
}

func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
}

extension JSONValue {
    /// The value as text; `nil` for arrays and objects.
    fileprivate var scalarText: String? {
        isScalar ? plainText : nil
    }
}
