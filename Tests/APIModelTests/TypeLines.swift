import APIModel

/// The declared types of a model, in the order of their declaration.
struct TypeLines {
    private let api: API

    init(_ api: API) {
        self.api = api
    }

    var lines: [String] { api.types.flatMap(lines) }

    private func lines(of type: TypeDeclaration) -> [String] {
        let name = named(type.name.name, in: type.componentName)
        switch type.shape {
        case .structure(let structure):
            let others =
                structure.additionalProperties.map { ["  \($0.name.name): [String: \(spelling($0.value))] (others)"] } ?? []
            return ["struct \(name)"] + structure.properties.map(line) + others
        case .enumeration(let enumeration):
            return ["enum \(name)"]
                + enumeration.cases.map { "  \($0.name.name) = \($0.isString ? quoted($0.rawValue) : $0.rawValue)" }
        case .union(let union): return lines(of: union, named: name)
        case .tuple(let tuple):
            let rest = tuple.rest.map { ["  \(tuple.restName.name): [\(spelling($0))] (rest)"] } ?? []
            return ["tuple \(name)"] + tuple.elements.map { "  \($0.name.name): \(spelling($0.type))" } + rest
        case .alias(let target): return ["alias \(name) = \(spelling(target))"]
        case .wrapper(let target): return ["box \(name) = \(spelling(target))"]
        }
    }

    private func line(of property: Property) -> String {
        var marks: [String] = []
        if property.isRequired, property.type.isOptional { marks.append("required") }
        if property.isReadOnly { marks.append("read-only") }
        if property.isWriteOnly { marks.append("write-only") }
        let value = property.initialValue.map { " = " + spelling($0) } ?? ""
        let suffix = marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))"
        return "  \(named(property.name.name, in: property.wireName)): \(spelling(property.type))\(value)\(suffix)"
    }

    private func lines(of union: Union, named name: String) -> [String] {
        let choice = union.discriminator.map { " by \($0.propertyName)" } ?? ""
        let cases = union.alternatives.enumerated().map { index, alternative in
            let values = alternative.discriminatorValues.map { $0.literal(.json) }.joined(separator: ", ")
            let isDefault = union.discriminator?.defaultAlternative == index
            return "  \(alternative.name.name): \(spelling(alternative.type))"
                + (values.isEmpty || union.discriminator == nil ? "" : " = \(values)")
                + (isDefault ? " (default)" : "")
        }
        return ["union \(name)\(choice)"] + cases
    }

    /// A Swift name, followed by the document's where that is another one.
    private func named(_ name: String, in documentName: String?) -> String {
        guard let documentName, documentName != name else { return name }
        return "\(name) \(quoted(documentName))"
    }

    func spelling(_ type: TypeReference) -> String {
        switch type {
        case .standard(let standard): standard.rawValue
        case .runtime(let runtime): runtime.rawValue
        case .foundation(let type): type.rawValue
        case .declared(let id): api[id].name.name
        case .custom(let name): name.name
        case .array(let element): "[\(spelling(element))]"
        case .dictionary(let value): "[String: \(spelling(value))]"
        case .optional(let wrapped): spelling(wrapped) + "?"
        case .nullable(let wrapped): "Nullable<\(spelling(wrapped))>"
        }
    }

    func spelling(_ value: DefaultValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let text): text
        case .string(let text), .formatted(_, let text), .foundation(_, let text): quoted(text)
        case .json(let value): value.literal(.json)
        case .enumerationCase(let name): "." + name.name
        case .array(let elements, _): "[" + elements.map(spelling).joined(separator: ", ") + "]"
        case .dictionary(let entries, _):
            "[" + entries.map { "\(quoted($0.key)): \(spelling($0.value))" }.joined(separator: ", ") + "]"
        case .object(let id, let arguments):
            api[id].name.name + "("
                + arguments.map { ($0.label.map { $0.name + ": " } ?? "") + spelling($0.value) }.joined(separator: ", ") + ")"
        case .alternative(let name, let value, _): ".\(name.name)(\(spelling(value)))"
        }
    }
}

func quoted(_ text: String) -> String {
    JSONValue.string(text).literal(.json)
}
