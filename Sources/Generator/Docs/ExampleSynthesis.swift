import OpenAPI

/// Makes values that fit schemas, the same each time: the document's own where it has some.
struct ExampleSynthesis {
    let document: OpenAPIDocument
    /// Which message the value is for; nil for one that has all members.
    private let message: Message?
    /// How many more values may be made; what a page shows stays short.
    private var budget = 40
    /// Whether members that may be absent are.
    private let isShort: Bool
    private var open: Set<SchemaID> = []

    enum Message {
        case request, response
    }

    private init(_ document: OpenAPIDocument, for message: Message?, isShort: Bool) {
        self.document = document
        self.message = message
        self.isShort = isShort
    }

    static func value(for id: SchemaID, in document: OpenAPIDocument, for message: Message? = nil) -> ExampleValue? {
        // Where the members that may be absent are too many, those that must be there still fit.
        for isShort in [false, true] {
            var synthesis = ExampleSynthesis(document, for: message, isShort: isShort)
            if let value = synthesis.value(for: id), fits(value, id, in: document) { return value }
        }
        return nil
    }

    static func fits(_ value: ExampleValue, _ id: SchemaID, in document: OpenAPIDocument) -> Bool {
        var check = ExampleCheck(document: document, takesScalarsAsText: false)
        return check.misfit(of: value, id) == nil
    }

    /// A fitting value that the document itself gives; YAML's plain scalars are often meant as strings.
    private func ownExample(of schema: Schema, for id: SchemaID) -> ExampleValue? {
        guard let node = schema.examples.first ?? schema.const ?? schema.defaultValue ?? schema.enumeration?.first else { return nil }
        var value = ExampleValue(node)
        let isText = document[document.resolved(id)].types.subtracting(.null) == .string
        if isText, value.isScalar, value != .null { value = .string(value.plainText) }
        return Self.fits(value, id, in: document) ? value : nil
    }

    /// nil where no value can be made that surely fits.
    private mutating func value(for id: SchemaID) -> ExampleValue? {
        if let own = ownExample(of: document[id], for: id) { return own }
        let target = document.resolved(id)
        guard budget > 0, open.count < 12, open.insert(target).inserted else { return nil }
        defer { open.remove(target) }
        budget -= 1
        let schema = document[target]
        if let own = ownExample(of: schema, for: target) { return own }
        if schema.booleanValue == false || schema.not != nil || schema.rare.condition != nil { return nil }
        if let first = (schema.oneOf + schema.anyOf).first, schema.properties.isEmpty, schema.allOf.isEmpty {
            return alternative(first, of: schema)
        }
        if !schema.allOf.isEmpty, schema.types.isEmpty || schema.types.contains(.object) { return object(schema) }
        switch schema.shownType {
        case .object: return object(schema)
        case .array: return array(schema)
        case .string: return string(schema).map { .string($0) }
        case .integer, .number: return number(schema).map { .number($0) }
        case .boolean: return .bool(true)
        case .null: return .null
        default: return schema.hasConstraints ? nil : .string("value")
        }
    }

    /// A value of an alternative, with the discriminator's value for it.
    private mutating func alternative(_ id: SchemaID, of schema: Schema) -> ExampleValue? {
        guard let value = value(for: id) else { return nil }
        guard let discriminator = schema.discriminator, case .object(let members) = value else { return value }
        let target = document.resolved(id)
        let mapped = discriminator.mapping.first { $0.schema.map(document.resolved) == target }?.value
        guard let name = mapped ?? document[target].componentName else { return value }
        return .object(
            [.init(name: discriminator.propertyName, value: .string(name))] + members.filter { $0.name != discriminator.propertyName })
    }

    private mutating func object(_ schema: Schema) -> ExampleValue? {
        guard schema.patternProperties.isEmpty, schema.minProperties ?? 0 <= schema.properties.count else { return nil }
        var members: [ExampleValue.Member] = []
        if schema.allOf.count == 1, schema.properties.isEmpty { return schema.allOf.first.flatMap { value(for: $0) } }
        for part in schema.allOf {
            guard case .object(let inherited)? = value(for: part) else { return nil }
            members += inherited.filter { new in !members.contains { $0.name == new.name } }
        }
        let absent = schema.properties.filter { isLeftOut($0.schema) }.map(\.name)
        let required = Set(schema.required.map(\.value)).subtracting(absent)
        for property in schema.properties
        where !absent.contains(property.name) && !(isShort && !required.contains(property.name))
            && !members.contains(where: { $0.name == property.name }) {
            guard let value = value(for: property.schema) else {
                if required.contains(property.name) { return nil }
                continue
            }
            members.append(.init(name: property.name, value: value))
        }
        return required.allSatisfy { name in members.contains { $0.name == name } } ? .object(members) : nil
    }

    /// Whether only the other message carries a member.
    private func isLeftOut(_ id: SchemaID) -> Bool {
        switch message {
        case .request?: document.isReadOnly(id)
        case .response?: document.isWriteOnly(id)
        case nil: false
        }
    }

    private mutating func array(_ schema: Schema) -> ExampleValue? {
        guard schema.prefixItems.isEmpty, schema.contains == nil else { return nil }
        let wanted = max(schema.minItems ?? 0, 1)
        guard let element = schema.items.map({ value(for: $0) }) ?? .string("value"), schema.maxItems != 0 else {
            return schema.minItems ?? 0 == 0 ? .array([]) : nil
        }
        guard wanted == 1 || !schema.uniqueItems && wanted < 5 else { return nil }
        return .array(Array(repeating: element, count: wanted))
    }

    private mutating func string(_ schema: Schema) -> String? {
        if let content = schema.rare.contentSchema { return value(for: content)?.literal(.json) }
        if let format = schema.format, let sample = formatSamples[format] { return sample }
        guard schema.pattern == nil else { return nil }
        let shortest = schema.minLength ?? 0
        let longest = schema.maxLength ?? Int.max
        guard shortest <= 200 else { return nil }
        var text = "string"
        while text.count < shortest { text += "string" }
        return String(text.prefix(min(max(shortest, 6), longest)))
    }

    private func number(_ schema: Schema) -> String? {
        let isInteger = schema.types.contains(.integer)
        if let step = schema.multipleOf { return schema.minimum == nil && schema.exclusiveMinimum == nil && schema.maximum == nil ? step : nil }
        if let lower = schema.minimum { return lower }
        if let lower = schema.exclusiveMinimum {
            guard isInteger, let value = Int(lower), value < .max else { return nil }
            return String(value + 1)
        }
        if let upper = (schema.maximum ?? schema.exclusiveMaximum).flatMap(Double.init), upper <= 1 {
            return schema.maximum
        }
        return "1"
    }
}

private let formatSamples = [
    "date": "2026-01-31", "date-time": "2026-01-31T12:00:00Z", "time": "12:00:00Z", "duration": "P1D",
    "email": "user@example.com", "hostname": "example.com", "ipv4": "192.0.2.1", "ipv6": "2001:db8::1",
    "uri": "https://example.com", "url": "https://example.com", "uri-reference": "/path",
    "uuid": "123e4567-e89b-12d3-a456-426614174000", "byte": "YXBpZ2Vu", "base64": "YXBpZ2Vu",
]

extension Schema {
    /// The type to show where a schema allows several.
    var shownType: JSONTypes {
        let order: [JSONTypes] = [.object, .array, .string, .integer, .number, .boolean, .null]
        if let first = order.first(where: { types.contains($0) }) { return first }
        if !properties.isEmpty || additionalProperties != nil { return .object }
        return items == nil ? [] : .array
    }

    fileprivate var hasConstraints: Bool {
        pattern != nil || minLength != nil || minimum != nil || maximum != nil || !required.isEmpty
    }
}
