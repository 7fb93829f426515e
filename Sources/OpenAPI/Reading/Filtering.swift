import Diagnostics
import YAMLTree

/// The rules of a filter that matched something, and the names seen.
struct FilterUse {
    var rules: Set<DocumentFilter.Rule> = []
    var names: [DocumentFilter.Rule.Kind: [String]] = [:]
}

extension DocumentReader {
    /// Returns whether the filter selects an operation; others are not read, so their errors are not reported.
    mutating func keeps(_ operation: YAMLNode, of item: PathItem) -> Bool {
        guard !filter.isEmpty, item.isPath else { return true }
        let tags = operation["tags"].map { $0.elements.compactMap(\.text) } ?? []
        let id = operation["operationId"]?.text
        let isIncluded = isMatched(by: filter.included, path: item.path, tags, id)
        let isExcluded = isMatched(by: filter.excluded, path: item.path, tags, id)
        return !isExcluded && (isIncluded || filter.included.isEmpty)
    }

    private mutating func isMatched(
        by rules: [DocumentFilter.Rule], path: String, _ tags: [String], _ id: String?
    ) -> Bool {
        let names: [DocumentFilter.Rule.Kind: [String]] = [.path: [path], .tag: tags, .operation: id.map { [$0] } ?? []]
        // Every rule is evaluated, so that rules without a match can be reported.
        return rules.filter { rule in meets(rule, names[rule.kind] ?? []) }.count > 0
    }

    private mutating func meets(_ rule: DocumentFilter.Rule, _ names: [String]) -> Bool {
        filterUse.names[rule.kind, default: []] += names
        guard names.contains(where: rule.matches) else { return false }
        filterUse.rules.insert(rule)
        return true
    }

    /// Removes the component schemas that the filter does not include and no selected operation uses.
    mutating func filterSchemas() {
        guard !filter.isEmpty else { return }
        schemas.readPending()
        // If only schemas are excluded, the other schemas are generated as without a filter.
        let keepsOthers = filter.included.isEmpty && filter.excluded.allSatisfy { $0.kind == .schema }
        let included = filter.included.filter { $0.kind == .schema }
        let excluded = filter.excluded.filter { $0.kind == .schema }
        for pending in schemas.untouchedSchemas {
            guard let name = schemas.schemas[pending.id.index].componentName else { continue }
            let isIncluded = included.filter { meets($0, [name]) }.count > 0
            let isExcluded = excluded.filter { meets($0, [name]) }.count > 0
            if !isExcluded, isIncluded || keepsOthers { _ = schemas.schema(pending.node) }
        }
        schemas.readPending()
        for component in schemas.components where !schemas.untouched.contains(component.schema) {
            if excluded.contains(where: { $0.matches(component.name) }) { report(.stillNeeded(component)) }
        }
        let dropped = schemas.untouched
        let all = schemas.schemas
        schemas.components.removeAll { component in
            dropped.contains(component.schema) || all[component.schema.index].reference.map(dropped.contains) == true
        }
        schemas.untouchedSchemas = []
        reportIdleRules()
    }

    private mutating func reportIdleRules() {
        for rule in filter.included + filter.excluded where !filterUse.rules.contains(rule) {
            report(.meetsNothing(rule, among: filterUse.names[rule.kind] ?? [], at: rule.position ?? root.position))
        }
    }
}

extension Diagnostic {
    fileprivate static func stillNeeded(_ component: ComponentSchema) -> Diagnostic {
        Diagnostic(
            .warning, "schema '\(component.name)' is excluded but kept because other schemas use it", at: component.position)
    }

    fileprivate static func meetsNothing(
        _ rule: DocumentFilter.Rule, among names: [String], at position: Position
    ) -> Diagnostic {
        let guess = suggestion(for: rule.pattern, among: names)
        return Diagnostic(
            .error, "the filter '\(rule.kind.rawValue):\(rule.pattern)' selects nothing in the document\(guess)", at: position)
    }
}
