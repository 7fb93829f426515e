import OpenAPI
import YAMLTree

/// Everything that a value has to fit at once: a schema, what it refers to, its `allOf`, and one of each list of alternatives.
struct Requirements {
    var parts: [Schema] = []
    /// Whether the value may fit other alternatives than the ones that were chosen.
    var hasAlternatives = false
    /// Whether a discriminator's value says which of several alternatives is meant, so that no other may fit instead.
    var areTold = true
    /// Members that a discriminator asks for, each with the values of the chosen alternative.
    var discriminated: [(name: String, values: [String])] = []
    /// Members that only the other direction has.
    var unsent: Set<String> = []

    var types: JSONTypes {
        parts.map(\.types).filter { !$0.isEmpty }.reduce(nil) { (common: JSONTypes?, next) in
            guard let common else { return next }
            var both = common.intersection(next)
            if common.contains(.integer) && next.contains(.number) || common.contains(.number) && next.contains(.integer) {
                both.insert(.integer)
            }
            return both
        } ?? []
    }

    var isNullable: Bool {
        parts.allSatisfy {
            $0.isNullable || $0.types.contains(.null) || ($0.types.isEmpty && $0.enumeration == nil && $0.const == nil)
        }
            && parts.contains { $0.isNullable || $0.types.contains(.null) }
    }

    /// The values of the first `enum` or `const` that the others list too.
    var values: [YAMLNode]? {
        let lists = parts.compactMap { part in part.const.map { [$0] } ?? part.enumeration }
        guard let first = lists.first else { return nil }
        return first.filter { value in
            lists.allSatisfy { $0.contains { $0.jsonText() == value.jsonText() } }
        }
    }

    var isTextual: Bool { types == .string }
    /// What the value must have in its direction.
    var required: [String] {
        var names = distinct(parts.flatMap { $0.required.map(\.value) } + discriminated.map(\.name)).filter { !unsent.contains($0) }
        let dependencies = parts.flatMap(\.rareKeywords.dependentRequired)
        var next = 0
        while next < names.count {
            let others = dependencies.filter { $0.property == names[next] }.flatMap(\.required)
            names += distinct(others).filter { !unsent.contains($0) && !names.contains($0) }
            next += 1
        }
        return names
    }
    var propertyNames: [String] { distinct(parts.flatMap { $0.properties.map(\.name) }).filter { !unsent.contains($0) } }
    var formats: [String] { parts.compactMap(\.format) }
    var patterns: [String] { parts.compactMap(\.pattern) }
    var minLength: Int { parts.compactMap(\.minLength).max() ?? 0 }
    var maxLength: Int? { parts.compactMap(\.maxLength).min() }
    var minItems: Int { parts.compactMap(\.minItems).max() ?? 0 }
    var maxItems: Int? { parts.compactMap(\.maxItems).min() }
    var minProperties: Int { parts.compactMap(\.minProperties).max() ?? 0 }
    var maxProperties: Int? { parts.compactMap(\.maxProperties).min() }
    var multipleOf: Double? { parts.compactMap(\.multipleOf).compactMap { Double($0) }.max() }
    var minimum: Double? { parts.flatMap { [$0.minimum, $0.exclusiveMinimum] }.compactMap { $0.flatMap { Double($0) } }.max() }
    var maximum: Double? { parts.flatMap { [$0.maximum, $0.exclusiveMaximum] }.compactMap { $0.flatMap { Double($0) } }.min() }
    var excludesBounds: Bool { parts.contains { $0.exclusiveMinimum != nil || $0.exclusiveMaximum != nil } }

    func schemas(of member: String) -> [SchemaID] {
        parts.flatMap { $0.properties.filter { $0.name == member }.map(\.schema) }
    }
}

func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
}
