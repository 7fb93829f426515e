import OpenAPI
import YAMLTree

extension InstanceGenerator {
    mutating func array(for requirements: Requirements, depth: Int) -> Instance? {
        let places = requirements.parts.first { !$0.prefixItems.isEmpty }?.prefixItems ?? []
        let items = requirements.parts.compactMap(\.items)
        let isClosed = items.contains { document[$0].booleanValue == false }
        guard requirements.minItems < 1_000 else { return nil }
        let most = min(requirements.maxItems ?? .max, isClosed ? places.count : requirements.minItems + 3)
        guard requirements.minItems <= most else { return nil }
        let count =
            depth > 6
            ? requirements.minItems : Int.random(in: max(requirements.minItems, min(places.count, most))...most, using: &random)
        var elements: [Instance] = []
        var seen: Set<String> = []
        for place in 0..<count {
            let schemas = place < places.count ? [places[place]] : items
            guard let element = schemas.isEmpty ? .text("1") : value(schemas, depth: depth + 1) else {
                return elements.count >= requirements.minItems ? .array(elements) : nil
            }
            let isNew = seen.insert(element.json).inserted
            if isNew || !requirements.parts.contains(where: \.uniqueItems) { elements.append(element) }
        }
        return elements.count >= requirements.minItems ? .array(elements) : nil
    }

    mutating func object(for requirements: Requirements, depth: Int) -> Instance? {
        var members: [(name: String, value: Instance)] = []
        let required = Set(requirements.required)
        let most = requirements.maxProperties ?? .max
        for name in distinct(requirements.required + requirements.propertyNames) {
            let schemas = requirements.schemas(of: name)
            // What is absent is written with its default.
            let hasDefault = parts(of: schemas).contains { $0.defaultValue != nil }
            let isWished = members.count < requirements.minProperties || hasDefault || depth < 6 && Bool.random(using: &random)
            guard required.contains(name) || isWished && !isMinimal, members.count < most else { continue }
            guard let value = member(name, schemas, of: requirements, depth: depth) else {
                if required.contains(name) { return nil }
                continue
            }
            members.append((name, value))
        }
        if !isMinimal { addOthers(to: &members, for: requirements, depth: depth) }
        for dependency in requirements.parts.flatMap(\.rareKeywords.dependentRequired)
        where members.contains(where: { $0.name == dependency.property }) {
            for name in dependency.required where !members.contains(where: { $0.name == name }) {
                if let value = member(name, requirements.schemas(of: name), of: requirements, depth: depth) {
                    members.append((name, value))
                } else {
                    members.removeAll { $0.name == dependency.property }
                }
            }
        }
        return members.count >= requirements.minProperties ? .object(members) : nil
    }

    private mutating func member(_ name: String, _ schemas: [SchemaID], of requirements: Requirements, depth: Int) -> Instance? {
        if let values = requirements.discriminated.first(where: { $0.name == name })?.values {
            // Keys of a mapping are texts, whatever the member's type.
            let isText = parts(of: schemas).allSatisfy {
                $0.types.isEmpty ? $0.const?.string != nil || $0.const == nil : $0.types.contains(.string)
            }
            return values.randomElement(using: &random).map(isText ? Instance.string : Instance.text)
        }
        let others = requirements.parts.compactMap(\.additionalProperties)
        let all = schemas.isEmpty ? others : schemas
        return all.isEmpty ? .text("1") : value(all, depth: depth + 1)
    }

    /// Members that only `additionalProperties` speaks of.
    private mutating func addOthers(to members: inout [(name: String, value: Instance)], for requirements: Requirements, depth: Int)
    {
        let others = requirements.parts.compactMap(\.additionalProperties)
        let isClosed =
            others.contains { document[$0].booleanValue == false }
            || requirements.parts.contains { $0.unevaluatedProperties != nil }
        guard !others.isEmpty, !isClosed, depth < 6 else { return }
        for name in ["extra", "more"] where members.count < requirements.maxProperties ?? .max {
            guard !requirements.propertyNames.contains(name), let value = value(others, depth: depth + 1) else { continue }
            members.append((name, value))
        }
    }
}
