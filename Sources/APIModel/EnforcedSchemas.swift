import Diagnostics
package import OpenAPI

/// The schemas that generated code checks values against, because they ask for more than the values' types hold.
///
/// JSON Schema, Validation, section 6. Each is known by a name, and others refer to it by that name.
package struct EnforcedSchemas {
    /// Schemas this deep within one that has a name get one too, so that no text nests without limit.
    private static let deepest = 16

    private let document: OpenAPIDocument
    /// Whether a schema, or one inside it, asks for something that its type does not hold.
    private let isEnforced: [Bool]
    private var names: [SchemaID: String] = [:]
    private var takenNames: Set<String> = []
    /// In the order in which they were first asked for.
    package private(set) var named: [(name: String, schema: SchemaID)] = []

    /// The schemas of everything that the operations of a document read.
    package init(_ document: OpenAPIDocument, readBy endpoints: [Endpoint]) {
        self.document = document
        isEnforced = schemasAboveTypes(of: document)
        for schema in endpoints.flatMap(\.readSchemas) where isEnforced[schema.index] { _ = reference(to: schema) }
    }

    /// The reference to a schema that values are checked against; nil when their type says everything.
    package func pointer(to schema: SchemaID?) -> String? {
        schema.flatMap { names[target(of: $0)] }.map(Self.reference)
    }

    /// A reference to a schema, which stands among the named ones from then on.
    package mutating func reference(to schema: SchemaID) -> String {
        Self.reference(name(of: target(of: schema)))
    }

    private static func reference(_ name: String) -> String {
        "#/$defs/" + name.escapedForPointer
    }

    /// Whether a schema stands in a text of its own rather than inside the one that it is a part of.
    package func isNamed(_ schema: SchemaID, depth: Int) -> Bool {
        document[schema].componentName != nil || names[schema] != nil || depth >= Self.deepest
    }

    private func target(of schema: SchemaID) -> SchemaID {
        let isBare = document[schema].reference != nil && !document[schema].hasSiblingsOfReference && !document[schema].isNullable
        return isBare && document[schema].componentName == nil ? document[schema].reference ?? schema : schema
    }

    private mutating func name(of schema: SchemaID) -> String {
        if let name = names[schema] { return name }
        let position = document[schema].position
        var name = document[schema].componentName ?? "\(position.line):\(position.column)"
        while !takenNames.insert(name).inserted { name += "'" }
        names[schema] = name
        named.append((name, schema))
        return name
    }
}

extension Endpoint {
    /// The schemas of parameters, bodies and headers, in the order in which the operation names them.
    fileprivate var readSchemas: [SchemaID] {
        let contents = (body?.content ?? []) + outcomes.flatMap(\.contents)
        let headers = outcomes.flatMap(\.headers).map { $0.header.schema ?? $0.header.content?.schema }
        let bodies = contents.flatMap { content in content.mediaTypes.map(content.enforcedSchema) }
        return (parameters.map { $0.parameter.schema ?? $0.parameter.content?.schema } + bodies + headers).compactMap { $0 }
    }
}

extension Endpoint {
    /// Whether anything that the operation reads is checked.
    package func isChecked(by schemas: EnforcedSchemas) -> Bool {
        readSchemas.contains { schemas.pointer(to: $0) != nil }
    }
}

extension Content {
    /// The schema that a body of a media type, or each item of its stream, is checked against.
    package func enforcedSchema(in mediaType: MediaType) -> SchemaID? {
        switch coding {
        case .json, .form, .text, .xml, .multipart: mediaType.schema
        case .jsonLines, .jsonEvents, .events: itemSchemas[mediaType.name]
        case .bytes: nil
        }
    }
}

extension String {
    /// A token of a JSON Pointer (RFC 6901) in a URI's fragment.
    fileprivate var escapedForPointer: String {
        var text = ""
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "~"): text += "~0"
            case UInt8(ascii: "/"): text += "~1"
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "'"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default: text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return text
    }
}

/// For each schema whether it, or one that it leads to, asks for what no Swift type holds.
private func schemasAboveTypes(of document: OpenAPIDocument) -> [Bool] {
    var isAbove = [Bool](repeating: false, count: document.schemas.count)
    var users = [[Int]](repeating: [], count: document.schemas.count)
    var pending: [Int] = []
    for (index, schema) in document.schemas.enumerated() {
        for part in schema.parts { users[part.index].append(index) }
        if schema.asksForMoreThanItsType {
            isAbove[index] = true
            pending.append(index)
        }
    }
    while let index = pending.popLast() {
        for user in users[index] where !isAbove[user] {
            isAbove[user] = true
            pending.append(user)
        }
    }
    return isAbove
}

extension Schema {
    /// Every schema that values or parts of them have to fit.
    package var parts: [SchemaID] {
        let rare = rare
        var parts = properties.map(\.schema) + patternProperties.map(\.schema) + rare.dependentSchemas.map(\.schema)
        parts += prefixItems + allOf + oneOf + anyOf + (discriminator?.mapping.compactMap(\.schema) ?? [])
        let single = [
            reference, additionalProperties, unevaluatedProperties, propertyNames, items, contains, not, rare.condition,
            rare.consequence, rare.alternative, rare.unevaluatedItems,
        ]
        return parts + single.compactMap { $0 }
    }

    /// Whether a keyword here asks for something that the Swift type lets pass.
    fileprivate var asksForMoreThanItsType: Bool {
        let rare = rare
        let hasBounds = [minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, pattern].contains { $0 != nil }
        let hasCounts = [minLength, maxLength, minItems, maxItems, minProperties, maxProperties].contains { $0 != nil }
        let hasApplicators =
            [contains, not, propertyNames, unevaluatedProperties, rare.unevaluatedItems, rare.condition].contains { $0 != nil }
        // A union takes the first alternative that fits, and enums keep what they do not know.
        return booleanValue == false || enumeration != nil || const != nil || hasBounds || hasCounts || uniqueItems || hasApplicators
            || (!oneOf.isEmpty && discriminator == nil) || !patternProperties.isEmpty || !rare.dependentRequired.isEmpty
            || !rare.dependentSchemas.isEmpty || format.map(formatsBesideTypes.contains) == true
            || requiresUndescribedProperties || leavesTypesOpen
    }

    /// Whether the Swift type takes JSON of kinds that the schema does not, as unions keep what none of their alternatives is.
    private var leavesTypesOpen: Bool {
        let kinds = JSONTypes.each.filter { types.contains($0) && $0 != .null }
        return types == .null || kinds.count > 1 || (anyOf.count > 1 && discriminator == nil)
            || (!allOf.isEmpty && additionalProperties != nil)
    }

    private var requiresUndescribedProperties: Bool {
        !required.isEmpty && !Set(required.map(\.value)).isSubset(of: properties.map(\.name))
    }
}

/// Formats that are enforced and have no Swift type of their own.
private let formatsBesideTypes: Set<String> = [
    "email", "hostname", "ipv4", "ipv6", "uri", "uri-reference", "json-pointer", "relative-json-pointer", "regex",
]
