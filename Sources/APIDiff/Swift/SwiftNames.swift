import APIModel

/// How types of one version are written in Swift, so that they can be compared with those of the other version.
struct SwiftNames {
    let api: API
    /// The new names of types that were renamed, so that each renaming is reported once.
    var renamed: [TypeID: String] = [:]
    /// Whether aliases are replaced by their types, as the compiler does.
    var expandsAliases = false

    func type(_ reference: TypeReference) -> String {
        switch reference {
        case .standard(let standard): standard.rawValue
        case .runtime(let runtimeType): runtimeType.rawValue
        case .foundation(let type): type.rawValue
        case .declared(let id): declared(id)
        case .custom(let name): name.name
        case .array(let element): "[\(type(element))]"
        case .dictionary(let value): "[String: \(type(value))]"
        case .optional(let wrapped): type(wrapped) + "?"
        case .nullable(let wrapped): "Nullable<\(type(wrapped))>"
        }
    }

    private func declared(_ id: TypeID) -> String {
        // An alias names a declaration or another alias; aliases of each other have no type.
        if expandsAliases, case .alias(let other) = api[id].shape { return type(other) }
        return renamed[id] ?? api[id].name.name
    }

    func type(_ content: Content) -> String {
        switch content.coding {
        case .json, .form, .xml, .text: type(content.type)
        case .bytes: "HTTPBody"
        case .multipart: content.form.map { "MultipartBody<\($0.name.name)>" } ?? "MultipartParts"
        case .events: "EventStream"
        case .jsonEvents: "JSONEvents<\(type(content.type))>"
        case .typedEvents: "TypedEvents<\(type(content.type))>"
        case .jsonLines: "JSONLines<\(type(content.type))>"
        }
    }

    func type(_ body: EndpointBody) -> String {
        let name = body.choiceName?.name ?? body.sentForm?.name.name ?? body.content.first.map { type($0) } ?? ""
        return body.isRequired || name.hasSuffix("?") ? name : name + "?"
    }

    /// What a function returns.
    func result(of endpoint: Endpoint) -> String {
        switch endpoint.success {
        case .nothing: "Void"
        case .one(let index): value(of: endpoint.outcomes[index])
        case .several(let name, _): name.name
        }
    }

    /// What the case of a response holds.
    func value(of outcome: Outcome) -> String {
        outcome.structureName?.name ?? outcome.choiceName?.name ?? outcome.contents.first.map { type($0) } ?? "Void"
    }

    /// The value as Swift source, precise enough to detect a change.
    func value(_ expression: DefaultValue) -> String {
        switch expression {
        case .null: "nil"
        case .bool(let isTrue): String(isTrue)
        case .number(let text): text
        case .string(let text): jsonText(text)
        case .formatted(_, let text), .foundation(_, let text): jsonText(text)
        case .json(let json): json.compactText
        case .enumerationCase(let name): "." + name.name
        case .array(let elements, _): "[" + elements.map { value($0) }.joined(separator: ", ") + "]"
        case .dictionary(let entries, _):
            "[" + entries.map { "\(jsonText($0.key)): \(value($0.value))" }.joined(separator: ", ") + "]"
        case .object(_, let arguments):
            ".init("
                + arguments.map { argument in
                    (argument.label.map { "\($0.name): " } ?? "") + value(argument.value)
                }.joined(separator: ", ") + ")"
        case .alternative(let name, let inner, _): ".\(name.name)(\(value(inner)))"
        }
    }

    private func jsonText(_ text: String) -> String {
        JSONValue.string(text).compactText
    }
}

/// The names of both versions.
struct VersionedNames {
    var old: SwiftNames
    var new: SwiftNames

    /// Returns how a type is written in both versions; `nil` where the compiler takes both for the same.
    ///
    /// A type with the same spelling has not changed at this place: a change of its declaration is reported once.
    func difference(_ before: (SwiftNames) -> String, _ after: (SwiftNames) -> String) -> (old: String, new: String)? {
        let texts = (before(old), after(new))
        guard texts.0 != texts.1 else { return nil }
        var expanded = self
        expanded.old.expandsAliases = true
        expanded.new.expandsAliases = true
        return before(expanded.old) == after(expanded.new) ? nil : texts
    }

    func difference(_ before: TypeReference, _ after: TypeReference) -> (old: String, new: String)? {
        difference({ $0.type(before) }, { $0.type(after) })
    }
}
