import APIModel
import Diagnostics
import OpenAPI
import YAMLTree

/// Reports examples that pages show and that do not fit their schemas.
func checkExamples(_ api: API, log: inout DiagnosticLog) {
    let document = api.document
    var seen: Set<Position> = []
    func check(_ values: [YAMLNode], _ id: SchemaID?) {
        guard let id else { return }
        for node in values where seen.insert(node.position).inserted {
            var check = ExampleCheck(document: document)
            if let misfit = check.misfit(of: node, id) { log.report(.doesNotFit(misfit)) }
        }
    }
    for operation in document.operations + document.webhooks {
        for parameter in operation.parameters { check(parameter.examples.compactMap(\.value), parameter.schema) }
        for content in (operation.requestBody?.content ?? []) + operation.responses.flatMap(\.content) where content.name.contains("json") {
            check(content.examples.compactMap(\.value), content.schema)
        }
        for header in operation.responses.flatMap(\.headers) { check(header.examples.compactMap(\.value), header.schema) }
    }
    for component in document.componentSchemas {
        check(document[component.schema].examples.filter { !$0.isScalar }, component.schema)
    }
}

/// Where a value departs from its schema.
struct Misfit {
    let reason: String
    let position: Position
}

/// Compares values with schemas, by the keywords that say what a value looks like.
struct ExampleCheck {
    let document: OpenAPIDocument
    /// Schemas whose alternatives branch within each other end here, and count as fitting.
    private var steps = 0
    private var depth = 0

    init(document: OpenAPIDocument) {
        self.document = document
    }

    mutating func misfit(of node: YAMLNode, _ id: SchemaID) -> Misfit? {
        steps += 1
        depth += 1
        defer { depth -= 1 }
        guard steps < 5_000, depth < 60 else { return nil }
        let schema = document[document.resolved(id)]
        if schema.booleanValue != nil { return nil }
        if node.isNull { return nullMisfit(node, schema) }
        for part in schema.allOf {
            if let misfit = misfit(of: node, part) { return misfit }
        }
        if let misfit = typeMisfit(node, schema) ?? valueMisfit(node, schema) { return misfit }
        if node.isMapping, let misfit = memberMisfit(node, schema) { return misfit }
        if node.isSequence, let misfit = itemMisfit(node, schema) { return misfit }
        return alternativeMisfit(node, schema.oneOf) ?? alternativeMisfit(node, schema.anyOf)
    }

    private func nullMisfit(_ node: YAMLNode, _ schema: Schema) -> Misfit? {
        let takesNull = schema.isNullable || schema.types.contains(.null) || schema.types.isEmpty || schema.enumeration?.contains(where: \.isNull) == true
        return takesNull ? nil : Misfit(reason: "it is null", position: node.position)
    }

    private func typeMisfit(_ node: YAMLNode, _ schema: Schema) -> Misfit? {
        guard !schema.types.isEmpty else { return nil }
        let types = schema.types
        let fits: Bool =
            switch node.kind {
            case .mapping: types.contains(.object)
            case .sequence: types.contains(.array)
            case .scalar:
                switch node.scalar {
                case .bool?: types.contains(.boolean) || types.contains(.string)
                case .int?, .number?: !types.isDisjoint(with: [.integer, .number, .string])
                default: types.contains(.string)
                }
            }
        let found = node.isMapping ? "an object" : node.isSequence ? "an array" : node.shown
        return fits ? nil : Misfit(reason: "\(found) is of another type", position: node.position)
    }

    private func valueMisfit(_ node: YAMLNode, _ schema: Schema) -> Misfit? {
        func misfit(_ reason: String) -> Misfit { Misfit(reason: "\(node.shown) \(reason)", position: node.position) }
        if let values = schema.enumeration ?? schema.const.map({ [$0] }), node.isScalar, !values.contains(where: { $0.text == node.text }) {
            return misfit("is none of its values")
        }
        if let value = node.numberText.flatMap(Double.init), !schema.types.contains(.string) {
            if let least = schema.minimum.flatMap(Double.init), value < least { return misfit("is below its minimum") }
            if let most = schema.maximum.flatMap(Double.init), value > most { return misfit("is above its maximum") }
        }
        if let text = node.string {
            if let least = schema.minLength, text.unicodeScalars.count < least { return misfit("is too short") }
            if let most = schema.maxLength, text.unicodeScalars.count > most { return misfit("is too long") }
        }
        return nil
    }

    private mutating func memberMisfit(_ node: YAMLNode, _ schema: Schema) -> Misfit? {
        for name in schema.required where node[name.value] == nil && isSentBothWays(name.value, schema) {
            return Misfit(reason: "'\(name.value)' is missing", position: node.position)
        }
        for property in schema.properties {
            if let value = node[property.name], let misfit = misfit(of: value, property.schema) { return misfit }
        }
        return nil
    }

    /// What only requests or only answers carry may be missing in an example of the other.
    private func isSentBothWays(_ name: String, _ schema: Schema) -> Bool {
        guard let property = schema.properties.first(where: { $0.name == name }) else { return true }
        let schemas = [document[property.schema], document[document.resolved(property.schema)]]
        return !schemas.contains { $0.isReadOnly || $0.isWriteOnly }
    }

    private mutating func itemMisfit(_ node: YAMLNode, _ schema: Schema) -> Misfit? {
        if let least = schema.minItems, node.count < least { return Misfit(reason: "it has too few items", position: node.position) }
        if let most = schema.maxItems, node.count > most { return Misfit(reason: "it has too many items", position: node.position) }
        guard let items = schema.items else { return nil }
        for element in node.elements.dropFirst(schema.prefixItems.count) {
            if let misfit = misfit(of: element, items) { return misfit }
        }
        return nil
    }

    private mutating func alternativeMisfit(_ node: YAMLNode, _ alternatives: [SchemaID]) -> Misfit? {
        guard !alternatives.isEmpty else { return nil }
        var first: Misfit?
        for alternative in alternatives {
            guard let misfit = misfit(of: node, alternative) else { return nil }
            first = first ?? misfit
        }
        return alternatives.count == 1 ? first : Misfit(reason: "it fits none of the alternatives", position: node.position)
    }
}

extension Diagnostic {
    fileprivate static func doesNotFit(_ misfit: Misfit) -> Diagnostic {
        Diagnostic(.warning, "the example does not fit its schema: \(misfit.reason)", at: misfit.position)
    }
}
