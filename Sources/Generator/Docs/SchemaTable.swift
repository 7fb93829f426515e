import APIModel
import Templating

/// Describes schemas in words and tables, with links to the pages of those that have one.
struct SchemaTable {
    let api: API
    let prose: Prose

    var schemas: SchemaGraph { api.schemas }

    /// Returns a schema's type where it is used.
    func type(of id: SchemaID) -> String {
        type(of: id, depth: 0)
    }

    /// Returns the type of a schema on its own page.
    func ownType(of id: SchemaID) -> String {
        if let next = schemas.reference(of: id) { return type(of: next, depth: 0) }
        return words(for: id, depth: 0)
    }

    private func type(of id: SchemaID, depth: Int) -> String {
        switch destination(of: id) {
        case .page(let page, let name): prose.link(name, to: page)
        case .inline(let target): words(for: target, depth: depth)
        }
    }

    private func words(for id: SchemaID, depth: Int) -> String {
        guard depth < 6 else { return "a value" }
        let schema = WrittenSchema(id, in: schemas)
        let form = schemas.form(id)
        func list(_ ids: [SchemaID]) -> String { ids.map { type(of: $0, depth: depth + 1) }.joined(separator: ", ") }
        var words: [String] = []
        // Parts that only restrict values say nothing of their type.
        let parts = schema.allOf.filter { !schemas.form($0).isOnlyConstraint }
        if !parts.isEmpty { words.append(parts.count == 1 && schema.properties.isEmpty ? list(parts) : "all of " + list(parts)) }
        for (name, alternatives) in [("one of ", schema.oneOf), ("any of ", schema.anyOf)] {
            let others = alternatives.filter { !schemas.form($0).isOnlyNull }
            if !others.isEmpty { words.append((others.count == 1 && alternatives.count > 1 ? "" : name) + list(others)) }
        }
        if words.isEmpty { words = typeNames(of: form, depth: depth) }
        if words.isEmpty, !form.isOnlyNull { words = [schema.isNever ? "nothing" : "any value"] }
        if form.isOnlyNull || form.isNullable { words.append("null") }
        return words.joined(separator: " or ")
    }

    private func typeNames(of form: NormalForm, depth: Int) -> [String] {
        let kinds = form.typedKinds
        let format = form.format.map { " (\(MarkdownText.name($0)))" } ?? ""
        let names: [(JSONKinds, String)] = [
            (.object, objectName(form, depth: depth)), (.array, arrayName(form.array, depth: depth)), (.string, "string" + format),
            (.integer, "integer" + format), (.number, "number" + format), (.boolean, "boolean"),
        ]
        return names.filter { kinds.contains($0.0) }.map(\.1)
    }

    private func objectName(_ form: NormalForm, depth: Int) -> String {
        guard !form.object.members.contains(where: \.isDescribed) else { return "object" }
        switch form.object.additionalProperties {
        case .unspecified, .none: return "object"
        case .any: return "map of any value"
        case .schema(let id): return "map of " + type(of: id, depth: depth + 1)
        }
    }

    private func arrayName(_ array: ArrayForm, depth: Int) -> String {
        let places = array.prefix.map { type(of: $0, depth: depth + 1) }
        let rest: String? =
            switch array.rest {
            case .unspecified: nil
            case .none: "array of nothing"
            case .any: "array of any value"
            case .schema(let id): "array of " + type(of: id, depth: depth + 1)
            }
        guard !places.isEmpty else { return rest ?? "array" }
        return "array that begins with " + places.joined(separator: ", ") + (rest.map { ", then " + $0 } ?? "")
    }
}

extension SchemaTable {
    private enum Destination {
        case page(Page, name: String)
        case inline(SchemaID)
    }

    /// Where a reader finds a schema: on its own page, or here.
    private func destination(of id: SchemaID) -> Destination {
        var id = id
        // A cycle of references has been reported; here it only has to end.
        for _ in 0..<100 {
            if let page = prose.pages.schemas[id] { return .page(page, name: schemas[id].componentName ?? page.name) }
            guard let next = schemas.reference(of: id) else { break }
            id = next
        }
        return .inline(id)
    }

    /// Whether a schema is an object that has no page of its own.
    func isInlineObject(_ id: SchemaID) -> Bool {
        guard case .inline(let target) = destination(of: id) else { return false }
        return schemas.form(target).typedKinds.contains(.object)
    }

    /// Returns a row for each member of an object, and for those of the objects within it that have no page of their own.
    func rows(of id: SchemaID) -> [Context] {
        var walk = MemberWalk()
        if prose.pages.schemas[id] != nil, schemas.reference(of: id) == nil {
            append(id, of: schemas.form(id), prefix: "", to: &walk)
        } else {
            appendInline(id, prefix: "", to: &walk)
        }
        return walk.rows
    }

    private struct MemberWalk {
        var rows: [Context] = []
        var depth = 0
    }

    /// - Parameter whole: What the schema is a part of, which says what its members are.
    private func appendInline(_ id: SchemaID, of whole: NormalForm? = nil, prefix: String, to walk: inout MemberWalk) {
        guard case .inline(let target) = destination(of: id) else { return }
        append(target, of: whole ?? schemas.form(target), prefix: prefix, to: &walk)
    }

    // Nobody reads longer tables or deeper objects; a document nested deeper repeats its names.
    private func append(_ id: SchemaID, of whole: NormalForm, prefix: String, to walk: inout MemberWalk) {
        guard walk.depth < 8, walk.rows.count < 400 else { return }
        walk.depth += 1
        defer { walk.depth -= 1 }
        let schema = WrittenSchema(id, in: schemas)
        let members = Dictionary(whole.object.members.map { ($0.name, $0) }) { first, _ in first }
        for property in schema.properties {
            walk.rows.append(row(prefix + property.name, property.schema, members[property.name]))
            appendInline(property.schema, prefix: prefix + property.name + ".", to: &walk)
        }
        for property in schema.patternProperties { walk.rows.append(row("\(prefix)/\(property.name)/", property.schema)) }
        for part in schema.allOf { appendInline(part, of: whole, prefix: prefix, to: &walk) }
        for alternative in schema.oneOf + schema.anyOf { appendInline(alternative, prefix: prefix, to: &walk) }
        if let items = schema.items {
            appendInline(items, prefix: (prefix.hasSuffix(".") ? String(prefix.dropLast()) : prefix) + "[].", to: &walk)
        }
        if let values = schema.additionalProperties {
            if !schema.properties.isEmpty, schemas.form(values).booleanValue == nil { walk.rows.append(row(prefix + "*", values)) }
            appendInline(values, prefix: prefix + "*.", to: &walk)
        }
    }

    private func row(_ name: String, _ id: SchemaID, _ member: Member? = nil) -> Context {
        var context = Context(.name, prose.code(name))
        context.set(.type, type(of: id))
        context.set(.required, member?.isRequired == true ? "yes" : "no")
        context.set(.description, details(of: id, sentIn: member?.sentIn))
        return context
    }

    /// What a cell says about a value: its description, its constraints, whether it is deprecated.
    func details(of id: SchemaID, description: String? = nil, sentIn: Directions? = nil) -> String {
        let annotations = schemas[id].annotations
        let written = WrittenSchema(id, in: schemas)
        var constraints = constraints(of: id, sentIn: sentIn)
        if case .inline(let target) = destination(of: id), written.reference != nil {
            constraints += self.constraints(of: target, sentIn: sentIn.map { _ in .both })
        }
        if let items = written.items, case .inline(let element) = destination(of: items) {
            let each = self.constraints(of: element)
            if !each.isEmpty { constraints.append("each " + each.joined(separator: ", ")) }
        }
        return sentences(prose.cell(description ?? annotations.description), constraints, isDeprecated: annotations.isDeprecated)
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
