/// A value of a type, to be written as a Swift expression.
package indirect enum DefaultValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// The number's exact JSON text.
    case number(String)
    case string(String)
    /// Text that one of the runtime's formats reads.
    case formatted(RuntimeType, String)
    /// Text that the runtime makes a value of Foundation from.
    case foundation(FoundationType, String)
    case json(JSONValue)
    case enumerationCase(Identifier)
    case array([DefaultValue], of: TypeReference)
    /// Each key once.
    case dictionary([DefaultEntry], of: TypeReference)
    /// The arguments of a declared type's initializer.
    case object(TypeID, [DefaultArgument])
    /// A case of a union with its value.
    case alternative(Identifier, DefaultValue, of: TypeReference)
}

/// A value in a dictionary.
package struct DefaultEntry: Hashable, Sendable {
    package let key: String
    package let value: DefaultValue
}

/// An argument of an initializer.
package struct DefaultArgument: Hashable, Sendable {
    /// `nil` for the argument of a type that wraps another one.
    package let label: Identifier?
    package let type: TypeReference
    package let value: DefaultValue
}

extension TypeBuilder {
    /// Returns the `default` of a schema, where it is one of the type's values.
    ///
    /// A null means only that the value is absent.
    func defaultValue(of id: SchemaID, as type: TypeReference) -> DefaultValue? {
        guard let value = schemas[id].effectiveAnnotations.defaultValue?.value, !value.isNull else { return nil }
        return fittedValue(value, as: type)
    }

    /// Returns the only value that a schema allows; `nil` where it allows several.
    private func constant(of id: SchemaID, as type: TypeReference) -> DefaultValue? {
        guard let values = schemas.form(id).values, values.count == 1 else { return nil }
        return fittedValue(values[0].value, as: type)
    }

    /// Returns the value as an expression of a type; `nil` where it is none of the type's values.
    func fittedValue(_ value: JSONValue, as type: TypeReference) -> DefaultValue? {
        var fitting = DefaultFitting(schemas: schemas, declarations: declarations)
        let result = fitting.fit(value, as: type)
        return fitting.isExhausted ? nil : result
    }

    /// Gives their defaults to the members of types that have got their shapes.
    func decideDefaults() {
        for index in declarations.indices.dropFirst(decidedTypes) {
            guard case .structure(var structure) = declarations[index].shape else { continue }
            for place in structure.properties.indices { decideDefault(of: &structure.properties[place]) }
            declarations[index].shape = .structure(structure)
        }
        decidedTypes = declarations.count
    }

    private func decideDefault(of property: inout Property) {
        let type = property.type.unwrapped
        property.defaultValue = defaultValue(of: property.schema, as: type)
        if property.isRequired {
            property.presetValue = property.defaultValue ?? constant(of: property.schema, as: type)
        } else if property.defaultValue != nil {
            property.type = property.type.isNullableMember ? .optional(type) : type
        }
    }
}

extension TypeReference {
    /// Whether the type keeps an absent member and a null one apart.
    fileprivate var isNullableMember: Bool {
        if case .optional(.nullable) = self { true } else { false }
    }
}
