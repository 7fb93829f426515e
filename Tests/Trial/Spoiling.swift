import OpenAPI

extension InstanceGenerator {
    /// A value that breaks one of the requirements; nil where none of them can be broken for certain.
    mutating func spoiled(_ requirements: Requirements, depth: Int) -> Instance? {
        var ways: [Instance] = []
        let types = requirements.types
        if !types.isEmpty, !requirements.isNullable {
            let wrong: [(JSONTypes, Instance)] = [
                (.boolean, .text("true")), (.array, .array([])), (.object, .object([])), (.string, .string("spoiled")),
                (.number, .text("1.5")),
            ]
            ways += wrong.filter { !types.contains($0.0) }.map(\.1)
        }
        if requirements.values != nil { ways.append(types == .integer ? .text("987654321") : .string("no such value")) }
        if types == .string { ways += spoiledStrings(requirements) }
        if types == .integer || types == .number { ways += spoiledNumbers(requirements) }
        if types == .array { ways += spoiledArrays(requirements, depth: depth) }
        if types == .object { ways += spoiledObjects(requirements, depth: depth) }
        return ways.randomElement(using: &random)
    }

    private func spoiledStrings(_ requirements: Requirements) -> [Instance] {
        var ways: [Instance] = []
        if requirements.minLength > 0 { ways.append(.string("")) }
        if let longest = requirements.maxLength, longest < 10_000 {
            ways.append(.string(String(repeating: "x", count: longest + 1)))
        }
        if requirements.formats.contains(where: strictFormats.contains) { ways.append(.string("not of the format")) }
        return ways
    }

    private func spoiledNumbers(_ requirements: Requirements) -> [Instance] {
        var ways: [Instance] = []
        if let lowest = requirements.minimum, abs(lowest) < 1e15 { ways.append(.text(String(Int(lowest.rounded(.down)) - 1))) }
        if let highest = requirements.maximum, abs(highest) < 1e15 { ways.append(.text(String(Int(highest.rounded(.up)) + 1))) }
        return ways
    }

    private mutating func spoiledArrays(_ requirements: Requirements, depth: Int) -> [Instance] {
        guard case .array(let elements) = array(for: requirements, depth: depth + 1) else { return [] }
        var ways: [Instance] = []
        if requirements.minItems > 0 { ways.append(.array([])) }
        if let most = requirements.maxItems, most < 100, let element = elements.first {
            ways.append(.array(Array(repeating: element, count: most + 1)))
        }
        if requirements.parts.contains(where: \.uniqueItems), let element = elements.first {
            ways.append(.array([element, element]))
        }
        return ways
    }

    private mutating func spoiledObjects(_ requirements: Requirements, depth: Int) -> [Instance] {
        guard case .object(let members) = object(for: requirements, depth: depth + 1) else { return [] }
        var ways: [Instance] = []
        for name in requirements.required {
            ways.append(.object(members.filter { $0.name != name }))
        }
        let isClosed = requirements.parts.contains { part in
            part.additionalProperties.map { document[$0].booleanValue == false } ?? false && part.patternProperties.isEmpty
        }
        if isClosed { ways.append(.object(members + [("no such member", .text("1"))])) }
        return ways
    }
}

private let strictFormats: Set<String> = ["date-time", "date", "time", "duration", "uuid", "ipv4", "ipv6", "email"]
