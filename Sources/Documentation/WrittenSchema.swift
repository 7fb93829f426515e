import APIModel

/// The keywords of a schema object as its author grouped them, for pages that name the parts.
struct WrittenSchema {
    private(set) var isNever = false
    private(set) var reference: SchemaID?
    private(set) var allOf: [SchemaID] = []
    private(set) var oneOf: [SchemaID] = []
    private(set) var anyOf: [SchemaID] = []
    private(set) var not: SchemaID?
    private(set) var const: SourceValue?
    private(set) var enumeration: [SourceValue]?
    private(set) var bounds: [Assertion.Bound: String] = [:]
    private(set) var counts: [Assertion.Count: Int] = [:]
    private(set) var pattern: String?
    private(set) var hasUniqueItems = false
    private(set) var namesKinds = false
    private(set) var properties: [NamedSchema] = []
    private(set) var required: [String] = []
    private(set) var dependentRequired: [DependentNames] = []
    private(set) var propertyNames: SchemaID?
    private(set) var contains: SchemaID?

    init(_ id: SchemaID, in schemas: SchemaGraph) {
        for assertion in schemas[id].assertions {
            readValues(assertion.keyword)
            readParts(assertion.keyword)
        }
    }

    private mutating func readValues(_ keyword: Assertion.Keyword) {
        switch keyword {
        case .never: isNever = true
        case .type: namesKinds = true
        case .const(let value): const = value
        case .enumeration(let values, _): enumeration = values
        case .bound(let bound, let number): bounds[bound] = number
        case .count(let count, let number): counts[count] = number
        case .pattern(let text): pattern = text
        case .uniqueItems: hasUniqueItems = true
        case .required(let names): required = names
        case .dependentRequired(let dependencies): dependentRequired = dependencies
        default: break
        }
    }

    private mutating func readParts(_ keyword: Assertion.Keyword) {
        switch keyword {
        case .reference(let id): reference = id
        case .allOf(let parts): allOf = parts
        case .oneOf(let parts): oneOf = parts
        case .anyOf(let parts): anyOf = parts
        case .discriminated(_, let choices, let others):
            // A default alternative stands apart from those that values select.
            oneOf += choices.map(\.schema).filter { !others.contains($0) } + others
        case .not(let id): not = id
        case .properties(let members): properties = members
        case .propertyNames(let id): propertyNames = id
        case .contains(let id): contains = id
        default: break
        }
    }
}

extension WrittenSchema {
    /// The values of `const` or `enum`.
    var values: [JSONValue]? { const.map { [$0.value] } ?? enumeration?.map(\.value) }

    /// The only part of `allOf` with a type, in a schema that otherwise only describes or constrains values.
    func onlyTypedPart(in schemas: SchemaGraph) -> SchemaID? {
        guard properties.isEmpty, oneOf.isEmpty, anyOf.isEmpty else { return nil }
        let parts = allOf.filter { !schemas.form($0).isOnlyConstraint }
        return parts.count == 1 ? parts[0] : nil
    }
}

extension SchemaGraph {
    /// The target of a `$ref`, without the keywords beside it.
    func reference(of id: SchemaID) -> SchemaID? {
        let schema = self[id]
        if let alias = schema.alias { return alias }
        for case .reference(let target) in schema.assertions.lazy.map(\.keyword) { return target }
        return nil
    }
}

extension SourceValue {
    /// The value on one line, a string without quotes.
    var shown: String {
        value.string ?? json
    }
}
