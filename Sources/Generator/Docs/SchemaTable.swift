import APIModel
import OpenAPI
import Templating

/// Says in words and tables what schemas are, with links to the pages of those that have one.
struct SchemaTable {
    let document: OpenAPIDocument
    let xml: XMLShapes
    let prose: Prose

    /// A schema's type where it is used.
    func type(of id: SchemaID) -> String {
        type(of: id, depth: 0)
    }

    /// The type of a schema on its own page.
    func ownType(of id: SchemaID) -> String {
        if let next = document[id].reference { return type(of: next, depth: 0) }
        return words(for: document[id], depth: 0)
    }

    private func type(of id: SchemaID, depth: Int) -> String {
        switch destination(of: id) {
        case .page(let page, let name): prose.link(name, to: page)
        case .inline(let schema): words(for: schema, depth: depth)
        }
    }

    private func words(for schema: Schema, depth: Int) -> String {
        guard depth < 6 else { return "a value" }
        func list(_ ids: [SchemaID]) -> String { ids.map { type(of: $0, depth: depth + 1) }.joined(separator: ", ") }
        var words: [String] = []
        if !schema.allOf.isEmpty { words.append(schema.allOf.count == 1 && schema.properties.isEmpty ? list(schema.allOf) : "all of " + list(schema.allOf)) }
        if !schema.oneOf.isEmpty { words.append("one of " + list(schema.oneOf)) }
        if !schema.anyOf.isEmpty { words.append("any of " + list(schema.anyOf)) }
        if words.isEmpty { words = typeNames(of: schema, depth: depth) }
        if words.isEmpty { words = [schema.booleanValue == false ? "nothing" : "any value"] }
        if schema.isNullable || schema.types.contains(.null) { words.append("null") }
        return words.joined(separator: " or ")
    }

    private func typeNames(of schema: Schema, depth: Int) -> [String] {
        let types = schema.types.subtracting(.null).isEmpty ? schema.shownType : schema.types
        let format = schema.format.map { " (\(MarkdownText.name($0)))" } ?? ""
        let names: [(JSONTypes, String)] = [
            (.object, objectName(schema, depth: depth)), (.array, arrayName(schema, depth: depth)), (.string, "string" + format),
            (.integer, "integer" + format), (.number, "number" + format), (.boolean, "boolean"),
        ]
        return names.filter { types.contains($0.0) }.map(\.1)
    }

    private func objectName(_ schema: Schema, depth: Int) -> String {
        guard schema.properties.isEmpty, let values = schema.additionalProperties, document[values].booleanValue != false else { return "object" }
        return "map of " + type(of: values, depth: depth + 1)
    }

    private func arrayName(_ schema: Schema, depth: Int) -> String {
        let places = schema.prefixItems.map { type(of: $0, depth: depth + 1) }
        let rest = schema.items.map { "array of " + type(of: $0, depth: depth + 1) }
        guard !places.isEmpty else { return rest ?? "array" }
        return "array that begins with " + places.joined(separator: ", ") + (rest.map { ", then " + $0 } ?? "")
    }
}

extension SchemaTable {
    private enum Destination {
        case page(Page, name: String)
        case inline(Schema)
    }

    /// Where a reader finds a schema: on its own page, or here.
    private func destination(of id: SchemaID) -> Destination {
        var id = id
        // A ring of references has been reported; here it only has to end.
        for _ in 0..<100 {
            if let page = prose.pages.schemas[id] { return .page(page, name: document[id].componentName ?? page.name) }
            guard let next = document[id].reference else { break }
            id = next
        }
        return .inline(document[document.resolved(id)])
    }

    /// Whether a schema is an object that has no page of its own.
    func isInlineObject(_ id: SchemaID) -> Bool {
        guard case .inline(let schema) = destination(of: id) else { return false }
        return schema.shownType == .object
    }

    /// A row for each member of an object, and for those of the objects within it that have no page of their own.
    func rows(of id: SchemaID) -> [Context] {
        var walk = MemberWalk()
        if prose.pages.schemas[id] != nil, document[id].reference == nil {
            append(document[id], prefix: "", to: &walk)
        } else if case .inline(let schema) = destination(of: id) {
            append(schema, prefix: "", to: &walk)
        }
        return walk.rows
    }

    private struct MemberWalk {
        var rows: [Context] = []
        var depth = 0
    }

    private func append(_ id: SchemaID, prefix: String, to walk: inout MemberWalk) {
        if case .inline(let schema) = destination(of: id) { append(schema, prefix: prefix, to: &walk) }
    }

    // Longer tables and deeper objects than these are no reading matter; a document nested deeper repeats its names.
    private func append(_ schema: Schema, prefix: String, to walk: inout MemberWalk) {
        guard walk.depth < 8, walk.rows.count < 400 else { return }
        walk.depth += 1
        defer { walk.depth -= 1 }
        let required = Set(schema.required.map(\.value))
        for property in schema.properties {
            walk.rows.append(row(prefix + property.name, property.schema, isRequired: required.contains(property.name)))
            append(property.schema, prefix: prefix + property.name + ".", to: &walk)
        }
        for property in schema.patternProperties {
            walk.rows.append(row("\(prefix)/\(property.name)/", property.schema, isRequired: false))
        }
        for part in schema.allOf + schema.oneOf + schema.anyOf { append(part, prefix: prefix, to: &walk) }
        if let items = schema.items { append(items, prefix: (prefix.hasSuffix(".") ? String(prefix.dropLast()) : prefix) + "[].", to: &walk) }
        if let values = schema.additionalProperties {
            if !schema.properties.isEmpty, document[values].booleanValue == nil { walk.rows.append(row(prefix + "*", values, isRequired: false)) }
            append(values, prefix: prefix + "*.", to: &walk)
        }
    }

    private func row(_ name: String, _ id: SchemaID, isRequired: Bool) -> Context {
        var context = Context(.name, prose.code(name))
        context.set(.type, type(of: id))
        context.set(.required, isRequired ? "yes" : "no")
        context.set(.description, details(of: id))
        return context
    }

    /// What a cell says about a value: its description, its constraints, whether it is deprecated.
    func details(of id: SchemaID, description: String? = nil) -> String {
        let beside = document[id]
        var constraints = constraints(of: beside)
        if case .inline(let schema) = destination(of: id), beside.reference != nil { constraints += self.constraints(of: schema) }
        if let items = beside.items, case .inline(let element) = destination(of: items) {
            let each = self.constraints(of: element)
            if !each.isEmpty { constraints.append("each " + each.joined(separator: ", ")) }
        }
        let own = description ?? beside.description
        return sentences(prose.cell(own), constraints, isDeprecated: beside.isDeprecated)
    }
}

/// Sentences for a cell.
func sentences(_ description: String, _ constraints: [String], isDeprecated: Bool) -> String {
    var text = description
    if !constraints.isEmpty {
        if let last = text.last { text += ".!?:".contains(last) ? " " : ". " }
        let words = constraints.joined(separator: ", ")
        text += words.prefix(1).uppercased() + words.dropFirst() + "."
    }
    return isDeprecated ? "**Deprecated.** " + text : text
}
