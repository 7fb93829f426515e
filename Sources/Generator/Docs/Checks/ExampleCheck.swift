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
            var check = ExampleCheck(document: document, takesScalarsAsText: true)
            guard let misfit = check.misfit(of: ExampleValue(node), id) else { continue }
            log.report(.doesNotFit(misfit, at: misfit.place.reduce(node) { $1.node(in: $0) }.position))
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

/// Where and why a value departs from its schema.
struct Misfit {
    let reason: String
    var place: [Step] = []

    enum Step {
        case member(String)
        case element(Int)

        fileprivate func node(in parent: YAMLNode) -> YAMLNode {
            switch self {
            case .member(let name): parent[name] ?? parent
            case .element(let index): parent.elements.dropFirst(index).first ?? parent
            }
        }
    }

    fileprivate func below(_ step: Step) -> Misfit {
        Misfit(reason: reason, place: [step] + place)
    }
}

/// Compares values with schemas, by the keywords that say what a value looks like.
struct ExampleCheck {
    let document: OpenAPIDocument
    /// Whether a number may stand where a string is meant, as authors of YAML write it.
    let takesScalarsAsText: Bool
    /// Schemas whose alternatives branch within each other end here, and count as fitting.
    private var steps = 0
    private var depth = 0

    init(document: OpenAPIDocument, takesScalarsAsText: Bool) {
        self.document = document
        self.takesScalarsAsText = takesScalarsAsText
    }

    mutating func misfit(of value: ExampleValue, _ id: SchemaID) -> Misfit? {
        steps += 1
        depth += 1
        defer { depth -= 1 }
        guard steps < 5_000, depth < 60 else { return nil }
        let schema = document[document.resolved(id)]
        if schema.booleanValue != nil { return nil }
        if value == .null { return nullMisfit(schema) }
        for part in schema.allOf {
            if let misfit = misfit(of: value, part) { return misfit }
        }
        if let misfit = typeMisfit(value, schema) ?? schema.misfit(of: value) { return misfit }
        switch value {
        case .object(let members): if let misfit = memberMisfit(members, schema) { return misfit }
        case .array(let elements): if let misfit = itemMisfit(elements, schema) { return misfit }
        default: break
        }
        return alternativeMisfit(value, schema.oneOf) ?? alternativeMisfit(value, schema.anyOf)
    }

    private func nullMisfit(_ schema: Schema) -> Misfit? {
        let takesNull = schema.isNullable || schema.types.contains(.null) || schema.types.isEmpty || schema.enumeration?.contains(where: \.isNull) == true
        return takesNull ? nil : Misfit(reason: "it is null")
    }

    private func typeMisfit(_ value: ExampleValue, _ schema: Schema) -> Misfit? {
        guard !schema.types.isEmpty else { return nil }
        let fitting: JSONTypes =
            switch value {
            case .object: .object
            case .array: .array
            case .bool: takesScalarsAsText ? [.boolean, .string] : .boolean
            case .number: takesScalarsAsText ? [.integer, .number, .string] : [.integer, .number]
            case .string, .null: .string
            }
        return schema.types.isDisjoint(with: fitting) ? Misfit(reason: "\(value.noun) is of another type") : nil
    }

    private mutating func memberMisfit(_ members: [ExampleValue.Member], _ schema: Schema) -> Misfit? {
        for name in schema.required where !members.contains(where: { $0.name == name.value }) && isSentBothWays(name.value, schema) {
            return Misfit(reason: "'\(name.value)' is missing")
        }
        for member in members {
            guard let property = schema.properties.first(where: { $0.name == member.name }) else { continue }
            if let misfit = misfit(of: member.value, property.schema) { return misfit.below(.member(member.name)) }
        }
        return nil
    }

    /// What only requests or only answers carry may be missing in an example of the other.
    private func isSentBothWays(_ name: String, _ schema: Schema) -> Bool {
        guard let property = schema.properties.first(where: { $0.name == name }) else { return true }
        let schemas = [document[property.schema], document[document.resolved(property.schema)]]
        return !schemas.contains { $0.isReadOnly || $0.isWriteOnly }
    }

    private mutating func itemMisfit(_ elements: [ExampleValue], _ schema: Schema) -> Misfit? {
        if let least = schema.minItems, elements.count < least { return Misfit(reason: "it has too few items") }
        if let most = schema.maxItems, elements.count > most { return Misfit(reason: "it has too many items") }
        for (index, element) in elements.enumerated() {
            guard let id = schema.prefixItems.dropFirst(index).first ?? schema.items else { break }
            if let misfit = misfit(of: element, id) { return misfit.below(.element(index)) }
        }
        return nil
    }

    private mutating func alternativeMisfit(_ value: ExampleValue, _ alternatives: [SchemaID]) -> Misfit? {
        guard !alternatives.isEmpty else { return nil }
        var first: Misfit?
        for alternative in alternatives {
            guard let misfit = misfit(of: value, alternative) else { return nil }
            first = first ?? misfit
        }
        return alternatives.count == 1 ? first : Misfit(reason: "it fits none of the alternatives")
    }
}

extension Schema {
    /// What the schema's own limits say about a scalar.
    fileprivate func misfit(of value: ExampleValue) -> Misfit? {
        func misfit(_ reason: String) -> Misfit { Misfit(reason: "\(value.noun) \(reason)") }
        switch value {
        case .object, .array, .null: return nil
        case .bool, .number, .string: break
        }
        if let values = enumeration ?? const.map({ [$0] }), !values.contains(where: { ExampleValue($0).plainText == value.plainText }) {
            return misfit("is none of its values")
        }
        if case .number(let text) = value, let number = Double(text), !types.contains(.string) {
            if let least = minimum.flatMap(Double.init), number < least { return misfit("is below its minimum") }
            if let most = maximum.flatMap(Double.init), number > most { return misfit("is above its maximum") }
            if let bound = exclusiveMinimum.flatMap(Double.init), number <= bound { return misfit("is not above its exclusive minimum") }
            if let bound = exclusiveMaximum.flatMap(Double.init), number >= bound { return misfit("is not below its exclusive maximum") }
        }
        if case .string(let text) = value {
            if let least = minLength, text.unicodeScalars.count < least { return misfit("is too short") }
            if let most = maxLength, text.unicodeScalars.count > most { return misfit("is too long") }
        }
        return nil
    }
}

extension ExampleValue {
    fileprivate var noun: String {
        switch self {
        case .object: "an object"
        case .array: "an array"
        default: plainText
        }
    }
}

extension Diagnostic {
    fileprivate static func doesNotFit(_ misfit: Misfit, at position: Position) -> Diagnostic {
        Diagnostic(.warning, "the example does not fit its schema: \(misfit.reason)", at: position)
    }
}
