import OpenAPI
import YAMLTree

/// Makes values that fit a document's schemas, and such that are spoiled at one place.
struct InstanceGenerator {
    let document: OpenAPIDocument
    var random: SeededGenerator
    /// How many places may still be passed before one is spoiled; nil where the value is to fit.
    private var spoilsAfter: Int?
    private(set) var isSpoiled = false
    /// Alternatives may fit what another one does not, so that spoiling inside them proves nothing.
    private var openAlternatives = 0

    init(_ document: OpenAPIDocument, seed: UInt64) {
        self.document = document
        random = SeededGenerator(state: seed)
    }

    mutating func fitting(_ schema: SchemaID) -> Instance? {
        spoilsAfter = nil
        return value([schema], depth: 0)
    }

    /// A value that does not fit, nil where no way to spoil it was found.
    mutating func unfitting(_ schema: SchemaID) -> Instance? {
        spoilsAfter = Int.random(in: 0..<4, using: &random)
        isSpoiled = false
        openAlternatives = 0
        guard let value = value([schema], depth: 0), isSpoiled else { return nil }
        return value
    }

    mutating func value(_ schemas: [SchemaID], depth: Int) -> Instance? {
        guard depth < 12 else { return nil }
        var requirements = Requirements()
        for schema in schemas { guard collect(schema, into: &requirements, seen: []) else { return nil } }
        if requirements.hasAlternatives { openAlternatives += 1 }
        defer { if requirements.hasAlternatives { openAlternatives -= 1 } }
        if openAlternatives == 0, let after = spoilsAfter, !isSpoiled {
            spoilsAfter = after - 1
            if after <= 0, let value = spoiled(requirements, depth: depth) {
                isSpoiled = true
                return value
            }
        }
        return fitting(requirements, depth: depth)
    }

    mutating func fitting(_ requirements: Requirements, depth: Int) -> Instance? {
        if requirements.parts.contains(where: { $0.booleanValue == false }) { return nil }
        if requirements.isNullable, Int.random(in: 0..<8, using: &random) == 0 { return .text("null") }
        if let values = requirements.values {
            return values.randomElement(using: &random).map { node in
                requirements.isTextual && !node.isNull ? .string(node.text ?? "") : .text(node.jsonText())
            }
        }
        switch type(for: requirements) {
        case .string: return string(for: requirements)
        case .integer: return number(for: requirements, isInteger: true)
        case .number: return number(for: requirements, isInteger: false)
        case .boolean: return .text(Bool.random(using: &random) ? "true" : "false")
        case .array: return array(for: requirements, depth: depth)
        case .object: return object(for: requirements, depth: depth)
        default: return .text("null")
        }
    }

    private mutating func type(for requirements: Requirements) -> JSONTypes {
        let types = requirements.types.subtracting(.null)
        let all: [JSONTypes] = [.string, .integer, .number, .boolean, .array, .object]
        if let type = all.filter(types.contains).randomElement(using: &random) { return type }
        if requirements.types == .null { return .null }
        let parts = requirements.parts
        if parts.contains(where: { !$0.properties.isEmpty || $0.additionalProperties != nil || !$0.patternProperties.isEmpty || !$0.required.isEmpty }) {
            return .object
        }
        if parts.contains(where: { $0.items != nil || !$0.prefixItems.isEmpty }) { return .array }
        if parts.contains(where: { $0.minimum != nil || $0.maximum != nil }) { return .number }
        return .string
    }

    /// Adds a schema and what it brings with it; false where no value can fit.
    private mutating func collect(_ id: SchemaID, into requirements: inout Requirements, seen: Set<SchemaID>) -> Bool {
        guard !seen.contains(id) else { return true }
        let seen = seen.union([id])
        let schema = document[id]
        requirements.parts.append(schema)
        for next in (schema.reference.map { [$0] } ?? []) + schema.allOf {
            guard collect(next, into: &requirements, seen: seen) else { return false }
        }
        for alternatives in [schema.oneOf, schema.anyOf] where !alternatives.isEmpty {
            // A child that names its parent is one of the parent's alternatives already.
            if alternatives.contains(where: { seen.contains(document.resolved($0)) }) { continue }
            requirements.hasAlternatives = true
            guard let choice = alternatives.randomElement(using: &random) else { return false }
            if let discriminator = schema.discriminator { discriminate(choice, by: discriminator, in: &requirements) }
            guard collect(choice, into: &requirements, seen: seen) else { return false }
        }
        return true
    }

    private func discriminate(_ choice: SchemaID, by discriminator: Discriminator, in requirements: inout Requirements) {
        let target = document.resolved(choice)
        let mapped = discriminator.mapping.first { $0.schema.map { document.resolved($0) } == target }?.value
        guard let value = mapped ?? document[target].componentName else { return }
        requirements.discriminated.append((discriminator.propertyName, value))
    }
}
