import APIModel
import OpenAPI
import Templating
import YAMLTree

/// The schemes that let a caller in and are for the public's eyes, those that stand first in the document first.
func publicSchemes(of endpoint: Endpoint, in document: OpenAPIDocument) -> [SecurityScheme] {
    let requirements = endpoint.operation.security ?? document.security
    let names = requirements.flatMap { $0.schemes.map(\.name) }
    return document.securitySchemes.filter { names.contains($0.name) && !$0.isInternal }
}

func securityName(of endpoint: Endpoint, in document: OpenAPIDocument) -> String {
    let schemes = publicSchemes(of: endpoint, in: document)
    return schemes.isEmpty ? "None" : schemes.map { $0.displayName ?? $0.name }.joined(separator: " or ")
}

/// Rows for the credentials and parameters that travel in headers.
func headerRows(of endpoint: Endpoint, in document: OpenAPIDocument, _ prose: Prose) -> [Context] {
    let credentials = publicSchemes(of: endpoint, in: document).compactMap { scheme in
        scheme.headerName.map { row($0, prose.cell(scheme.description), isRequired: endpoint.security == .required, nil, scheme.example) }
    }
    return credentials + endpoint.operation.parameters.filter { $0.location == .header }.map { parameterRow($0, document, prose, padding: 0) }
}

extension SecurityScheme {
    /// The header that carries the credential, when one does.
    var headerName: String? {
        switch kind {
        case .apiKey(let name, .header): name
        case .http, .oauth2, .openIDConnect: "Authorization"
        case .apiKey, .mutualTLS: nil
        }
    }
}

/// Rows for the parameters in path, query and cookies; an object whose members travel each by itself has a row for each.
func parameterRows(of endpoint: Endpoint, in document: OpenAPIDocument, _ prose: Prose) -> [Context] {
    endpoint.operation.parameters.filter { $0.location != .header }.flatMap { parameter in
        let members = parameter.explodedMembers(in: document)
        return members.isEmpty ? [parameterRow(parameter, document, prose, padding: 5)] : memberRows(members, of: parameter, document, prose)
    }
}

extension Parameter {
    /// The members of an object that are sent as parameters of their own names.
    func explodedMembers(in document: OpenAPIDocument) -> [SchemaProperty] {
        guard location == .query, style == .form, explode, let schema else { return [] }
        return document.target(of: schema).properties
    }
}

private func memberRows(_ members: [SchemaProperty], of parameter: Parameter, _ document: OpenAPIDocument, _ prose: Prose) -> [Context] {
    let required = parameter.schema.map { document.target(of: $0).required.map(\.value) } ?? []
    return members.map { member in
        let schema = document.target(of: member.schema)
        return row(
            member.name, prose.cell(document.description(of: member.schema)), isRequired: parameter.isRequired && required.contains(member.name),
            schema.defaultValue?.text, parameter.examples.first?.value?[member.name]?.text ?? schema.examples.first?.text, padding: 5)
    }
}

private func parameterRow(_ parameter: Parameter, _ document: OpenAPIDocument, _ prose: Prose, padding: Int) -> Context {
    let schema = parameter.schema.map { document.target(of: $0) }
    let example = parameter.examples.first?.value ?? schema?.examples.first
    return row(
        parameter.name, prose.cell(parameter.description), isRequired: parameter.isRequired, schema?.defaultValue.map(\.shown),
        example.map(\.shown), padding: padding)
}

private func row(
    _ name: String, _ description: String, isRequired: Bool, _ defaultValue: String?, _ example: String?, padding: Int = 0
) -> Context {
    var context = Context(.name, padded(MarkdownText.cell(name), to: padding))
    context.set(.description, description)
    context.set(.required, isRequired ? "`Yes`" : "`No`")
    context.set(.defaultValue, MarkdownText.cell(defaultValue ?? "None"))
    context.set(.example, MarkdownText.cell(example ?? "None"))
    return context
}

func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
}

extension YAMLNode {
    /// A value on one line.
    var shown: String {
        text ?? jsonText()
    }
}

extension OpenAPIDocument {
    /// The schema behind references.
    func target(of id: SchemaID) -> Schema {
        var schema = self[id]
        // A ring of references has been reported; here it only has to end.
        for _ in 0..<100 {
            guard let next = schema.reference else { return schema }
            schema = self[next]
        }
        return schema
    }

    /// What stands beside a reference, else what stands behind it.
    func description(of id: SchemaID) -> String? {
        self[id].description ?? target(of: id).description
    }
}
