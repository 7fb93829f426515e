/// What few schemas require of their values, stored separately to keep the other schemas small.
final class SchemaLimits {
    var patternProperties: [SchemaProperty] = []
    var unevaluatedProperties: SchemaID?
    var propertyNames: SchemaID?
    var contains: SchemaID?
    var not: SchemaID?
    var minProperties: Int?
    var maxProperties: Int?
    var minItems: Int?
    var maxItems: Int?
    var minLength: Int?
    var maxLength: Int?
    var minimum: String?
    var maximum: String?
    var exclusiveMinimum: String?
    var exclusiveMaximum: String?
    var multipleOf: String?
    var pattern: String?
    var contentEncoding: String?
    var contentMediaType: String?
}

extension Schema {
    /// Whether the schema has any of these keywords.
    package var hasLimits: Bool { storedLimits != nil }

    package var patternProperties: [SchemaProperty] {
        get { storedLimits?.patternProperties ?? [] }
        set { if let limits = limits(toHold: newValue.isEmpty ? nil : newValue) { limits.patternProperties = newValue } }
    }

    package var unevaluatedProperties: SchemaID? {
        get { storedLimits?.unevaluatedProperties }
        set { set(\.unevaluatedProperties, newValue) }
    }

    package var propertyNames: SchemaID? {
        get { storedLimits?.propertyNames }
        set { set(\.propertyNames, newValue) }
    }

    package var contains: SchemaID? {
        get { storedLimits?.contains }
        set { set(\.contains, newValue) }
    }

    package var not: SchemaID? {
        get { storedLimits?.not }
        set { set(\.not, newValue) }
    }

    package var minProperties: Int? {
        get { storedLimits?.minProperties }
        set { set(\.minProperties, newValue) }
    }

    package var maxProperties: Int? {
        get { storedLimits?.maxProperties }
        set { set(\.maxProperties, newValue) }
    }

    package var minItems: Int? {
        get { storedLimits?.minItems }
        set { set(\.minItems, newValue) }
    }

    package var maxItems: Int? {
        get { storedLimits?.maxItems }
        set { set(\.maxItems, newValue) }
    }

    package var minLength: Int? {
        get { storedLimits?.minLength }
        set { set(\.minLength, newValue) }
    }

    package var maxLength: Int? {
        get { storedLimits?.maxLength }
        set { set(\.maxLength, newValue) }
    }

    // The bounds, as the exact JSON text of the number.

    package var minimum: String? {
        get { storedLimits?.minimum }
        set { set(\.minimum, newValue) }
    }

    package var maximum: String? {
        get { storedLimits?.maximum }
        set { set(\.maximum, newValue) }
    }

    package var exclusiveMinimum: String? {
        get { storedLimits?.exclusiveMinimum }
        set { set(\.exclusiveMinimum, newValue) }
    }

    package var exclusiveMaximum: String? {
        get { storedLimits?.exclusiveMaximum }
        set { set(\.exclusiveMaximum, newValue) }
    }

    package var multipleOf: String? {
        get { storedLimits?.multipleOf }
        set { set(\.multipleOf, newValue) }
    }

    package var pattern: String? {
        get { storedLimits?.pattern }
        set { set(\.pattern, newValue) }
    }

    package var contentEncoding: String? {
        get { storedLimits?.contentEncoding }
        set { set(\.contentEncoding, newValue) }
    }

    package var contentMediaType: String? {
        get { storedLimits?.contentMediaType }
        set { set(\.contentMediaType, newValue) }
    }
    /// Where a limit is stored; nil where there is nothing to be stored.
    private func limits<Value>(toHold value: Value?) -> SchemaLimits? {
        if storedLimits == nil, value != nil { storedLimits = SchemaLimits() }
        return storedLimits
    }

    private func set<Value>(_ limit: ReferenceWritableKeyPath<SchemaLimits, Value?>, _ value: Value?) {
        if let limits = limits(toHold: value) { limits[keyPath: limit] = value }
    }
}
