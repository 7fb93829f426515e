package import OpenAPI
import YAMLTree

/// The direction in which messages carry a value.
package enum Direction: String, Sendable {
    case requests, responses
    /// No operation carries the value, and every member counts.
    case undirected
}

/// Makes values that fit a document's schemas, and such that are spoiled at one place.
package struct InstanceGenerator {
    let document: OpenAPIDocument
    let direction: Direction
    var random: SeededGenerator
    /// How many places may still be passed before one is spoiled; nil where the value is to fit.
    private var spoilsAfter: Int?
    private(set) var isSpoiled = false
    /// Whether objects have nothing but what they must have.
    private(set) var isMinimal = false
    /// The alternative that a union's values are to be of; nil where chance decides.
    private(set) var chosen: (union: SchemaID, alternative: SchemaID)?
    /// Alternatives may fit what another one does not, so that spoiling inside them proves nothing.
    private var openAlternatives = 0

    package init(_ document: OpenAPIDocument, direction: Direction = .undirected, seed: UInt64) {
        self.document = document
        self.direction = direction
        random = SeededGenerator(state: seed)
    }

    package mutating func fitting(_ schema: SchemaID) -> Instance? {
        spoilsAfter = nil
        return value([schema], depth: 0)
    }

    /// A value with only the members that are required in the direction.
    package mutating func minimal(_ schema: SchemaID) -> Instance? {
        isMinimal = true
        defer { isMinimal = false }
        return fitting(schema)
    }

    /// A value of one alternative of a union.
    package mutating func fitting(_ union: SchemaID, choosing alternative: SchemaID) -> Instance? {
        chosen = (union, alternative)
        defer { chosen = nil }
        return fitting(union)
    }

    /// A value that does not fit, nil where no way to spoil it was found.
    package mutating func unfitting(_ schema: SchemaID) -> Instance? {
        spoilsAfter = Int.random(in: 0..<4, using: &random)
        isSpoiled = false
        openAlternatives = 0
        guard let value = value([schema], depth: 0), isSpoiled else { return nil }
        return value
    }

    /// The members that every object of a schema has in the direction; nil where that depends on an alternative.
    mutating func requiredNames(_ schema: SchemaID) -> [String]? {
        let requirements = requirements(of: [schema])
        return requirements?.hasAlternatives == false ? requirements?.required : nil
    }

    mutating func value(_ schemas: [SchemaID], depth: Int) -> Instance? {
        guard depth < 12, let requirements = requirements(of: schemas) else { return nil }
        let isOpen = requirements.hasAlternatives && !requirements.areTold
        if isOpen { openAlternatives += 1 }
        defer { if isOpen { openAlternatives -= 1 } }
        if openAlternatives == 0, let after = spoilsAfter, !isSpoiled {
            spoilsAfter = after - 1
            if after <= 0, !schemas.allSatisfy(document.takesNull), let value = spoiled(requirements, depth: depth) {
                isSpoiled = true
                return value
            }
        }
        if schemas.allSatisfy(document.takesNull), Int.random(in: 0..<8, using: &random) == 0 { return .text("null") }
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
        if parts.contains(where: {
            !$0.properties.isEmpty || $0.additionalProperties != nil || !$0.patternProperties.isEmpty || !$0.required.isEmpty
        }) {
            return .object
        }
        if parts.contains(where: { $0.items != nil || !$0.prefixItems.isEmpty }) { return .array }
        if parts.contains(where: { $0.minimum != nil || $0.maximum != nil }) { return .number }
        return .string
    }
}
