import APIModel
import Printing
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
        let parts = WrittenSchema(id, in: schemas).allOf.compactMap { part -> String? in
            if case .page(let page, let component) = destination(of: part) { link(to: component, on: page) } else { nil }
        }
        return words(for: id, depth: 0) + (parts.isEmpty ? "" : ", includes " + parts.joined(separator: ", "))
    }

    private func type(of id: SchemaID, depth: Int) -> String {
        switch destination(of: id) {
        case .page(let page, let component):
            link(to: component, on: page) + (schemas.form(id).isNullable && !schemas.form(component).isNullable ? " or null" : "")
        case .inline(let target): words(for: target, depth: depth)
        }
    }

    private func words(for id: SchemaID, depth: Int) -> String {
        guard depth < 6 else { return "any value" }
        let form = schemas.form(id)
        var words: [String] = []
        if let alternatives = alternativeWords(of: id, depth: depth) { words.append(alternatives) }
        if words.isEmpty { words = typeNames(of: form, depth: depth) }
        if words.isEmpty { words = form.valueTypeNames }
        if words.isEmpty, !form.isOnlyNull {
            words = [form.booleanValue == false ? "no value" : "any value"]
        }
        // An alternative may already include null.
        let saysNull = words.last?.hasSuffix(" or null") == true
        if form.isOnlyNull || form.isNullable && !saysNull { words.append("null") }
        return words.joined(separator: " or ")
    }

    /// Returns the names of the alternatives in a schema's lists, or `nil` where it has none.
    private func alternativeWords(of id: SchemaID, depth: Int) -> String? {
        let form = schemas.form(id)
        guard let alternatives = form.alternatives, alternatives.origin == .lists else { return nil }
        let written = WrittenSchema(id, in: schemas)
        let others = written.oneOf.isEmpty ? [] : written.anyOf.filter { !schemas.form($0).isOnlyNull }
        let names = names(of: alternatives, depth: depth + 1)
        let first = names.count == 1 ? names[0] : (isExclusive(id) ? "one of " : "any of ") + names.joined(separator: ", ")
        guard !others.isEmpty, others.contains(where: { !schemas.form($0).isOnlyConstraint }) else { return first }
        return first + ", and any of " + others.map { type(of: $0, depth: depth + 1) }.joined(separator: ", ")
    }

    /// Whether a value may match only one of the alternatives of a schema.
    func isExclusive(_ id: SchemaID) -> Bool {
        let written = WrittenSchema(id, in: schemas)
        return !written.oneOf.isEmpty || written.anyOf.isEmpty
    }

    private func link(to component: SchemaID, on page: Page) -> String {
        prose.link(schemas[component].componentName ?? page.name, to: page)
    }

    /// Returns the name of each alternative: that of its page, its title or its type; with its constraints, or else a number, where
    /// two have the same.
    func names(of alternatives: Alternatives, depth: Int = 0) -> [String] {
        let plain = alternatives.list.map { name(of: $0.listed, depth: depth) }
        let uses = counts(of: plain)
        let names = zip(alternatives.list, plain).map { alternative, name in
            guard uses[name] != 1, case .inline(let target) = destination(of: alternative.listed), !isObject(target) else {
                return name
            }
            let constraints = constraints(of: target)
            return constraints.isEmpty ? name : name + " (" + constraints.joined(separator: ", ") + ")"
        }
        let finalUses = counts(of: names)
        return names.enumerated().map { index, name in finalUses[name] == 1 ? name : "\(name) \(index + 1)" }
    }

    private func counts(of names: [String]) -> [String: Int] {
        names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    private func name(of alternative: SchemaID, depth: Int) -> String {
        guard case .inline(let target) = destination(of: alternative), isObject(target),
            let title = schemas[target].effectiveAnnotations.title?.trimmed, !title.isEmpty
        else { return type(of: alternative, depth: depth) }
        return MarkdownText.cell(MarkdownText.name(title))
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

extension NormalForm {
    /// The types of the values that `const` or `enum` lists, for a schema that names no type.
    fileprivate var valueTypeNames: [String] {
        var names: [String] = []
        for value in values ?? [] {
            let name: String? =
                switch value.value {
                case .null: nil
                case .bool: "boolean"
                case .number: "number"
                case .string: "string"
                case .array: "array"
                case .object: "object"
                }
            if let name, !names.contains(name) { names.append(name) }
        }
        return names
    }
}

extension SchemaTable {
    /// Where a reader finds a schema.
    enum Destination {
        case page(Page, of: SchemaID)
        /// The schema has no page, so that it is described where it is used.
        case inline(SchemaID)
    }

    /// Returns where a reader finds a schema: on the page of the component that it is, refers to, or only restricts.
    func destination(of id: SchemaID) -> Destination {
        var id = id
        // A cycle of references has been reported; here it only has to end.
        for _ in 0..<100 {
            if let page = prose.pages.schemas[id] { return .page(page, of: id) }
            if let next = schemas.reference(of: id) {
                id = next
            } else if let part = WrittenSchema(id, in: schemas).onlyTypedPart(in: schemas), isOnPage(part) {
                id = part
            } else {
                break
            }
        }
        return .inline(id)
    }

    /// Whether a schema is a component with a page, or a reference to one.
    private func isOnPage(_ id: SchemaID) -> Bool {
        prose.pages.schemas[schemas.target(of: id) { prose.pages.schemas[$0] != nil }] != nil
    }

    /// Whether a schema is an object that has no page of its own.
    func isInlineObject(_ id: SchemaID) -> Bool {
        guard case .inline(let target) = destination(of: id) else { return false }
        return isObject(target)
    }

    func isObject(_ id: SchemaID) -> Bool {
        schemas.form(id).typedKinds.contains(.object)
    }

    /// Returns the cell for a value: its description, its constraints and whether it is deprecated.
    func details(of id: SchemaID, description: String? = nil, sentIn: Directions? = nil) -> String {
        var annotations = schemas[id].annotations
        var constraints = constraints(of: id, sentIn: sentIn)
        if case .inline(let target) = destination(of: id) {
            annotations = schemas[id].effectiveAnnotations
            if case .schema(let items) = schemas.form(target).array.rest, case .inline(let element) = destination(of: items) {
                let each = self.constraints(of: element)
                if !each.isEmpty { constraints.append("each item: " + each.joined(separator: ", ")) }
            }
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
