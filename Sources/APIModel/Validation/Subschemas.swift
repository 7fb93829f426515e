extension Assertion.Keyword {
    /// The schemas that a value, its members or its elements must match for the keyword to hold.
    package var schemas: [SchemaID] {
        switch self {
        case .properties(let members), .patternProperties(let members): members.map(\.schema)
        case .additionalProperties(let schema), .unevaluatedProperties(let schema), .propertyNames(let schema), .items(let schema),
            .contains(let schema), .unevaluatedItems(let schema), .not(let schema):
            [schema]
        case .prefixItems(let schemas): schemas
        case .condition(let condition, _, _): [condition] + partsInPlace
        case .subtypes(_, let choices): choices.map(\.schema)
        default: partsInPlace
        }
    }

    /// The schemas that apply to the same value, so that its required members are those of the whole.
    package var partsInPlace: [SchemaID] {
        switch self {
        case .reference(let schema): [schema]
        case .allOf(let schemas), .oneOf(let schemas), .anyOf(let schemas): schemas
        case .discriminated(_, let choices, let otherwise): choices.map(\.schema) + otherwise
        case .dependentSchemas(let members): members.map(\.schema)
        case .condition(_, let then, let otherwise): [then, otherwise].compactMap(\.self)
        default: []
        }
    }

    /// The members that the keyword requires, regardless of its condition.
    package var requiredNames: [String] {
        switch self {
        case .required(let names): names
        case .dependentRequired(let dependencies): dependencies.flatMap(\.required)
        default: []
        }
    }

    /// Whether the keyword holds only where the schema is not a part of another one.
    package var isSubtypes: Bool {
        if case .subtypes = self { true } else { false }
    }
}
