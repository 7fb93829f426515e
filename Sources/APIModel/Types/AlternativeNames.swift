/// The words that one alternative of a union is named with.
struct AlternativeName: Hashable {
    /// The words of its case.
    let text: String
    /// Whether a type that is declared for it has the words in its name; the elements of the only array need none.
    var namesType = true
}

extension TypeBuilder {
    /// Returns what distinguishes each alternative from the others.
    ///
    /// That is the first of these that it alone has: its title, the component that it is based on, its constants, its kind of JSON
    /// value, a required member, another member, a member's kind of value. Without any of them, alternatives are numbered.
    func names(of alternatives: Alternatives) -> [AlternativeName] {
        let schemas = schemas
        let list = alternatives.list
        var names: [AlternativeName?] = list.map { alternative in
            schemas[schemas.target(of: alternative.listed)].componentName.map { AlternativeName(text: $0) }
        }
        let rules: [(Alternative) -> [AlternativeName]] = [
            { [AlternativeName](schemas.title(of: $0)) }, { [AlternativeName](schemas.base(of: $0)) },
            { [AlternativeName](schemas.constants(of: $0)) }, { schemas.kind(of: $0).map { [$0] } ?? [] },
            { schemas.members(of: $0, isRequired: true) }, { schemas.members(of: $0, isRequired: false) },
            { schemas.kindsOfMembers(of: $0) },
        ]
        for rule in rules where names.contains(nil) {
            let offers = list.map(rule)
            var counts: [AlternativeName: Int] = [:]
            for name in offers.joined() { counts[name, default: 0] += 1 }
            for index in list.indices where names[index] == nil {
                names[index] = offers[index].first { counts[$0] == 1 && !names.contains($0) }
            }
        }
        let members = list.map { Set(schemas.members(of: $0, isRequired: false)) }
        return names.enumerated().map { index, name in
            // What all others extend is their base.
            let isBase =
                list.count > 1 && !members[index].isEmpty && names.count { $0 == nil } == 1
                && members.allSatisfy { $0.isSuperset(of: members[index]) }
            if isBase, name == nil { return AlternativeName(text: "Base") }
            let text = schemas.title(of: list[index]) ?? schemas.base(of: list[index]) ?? "Alternative\(index + 1)"
            return name ?? AlternativeName(text: text)
        }
    }
}

extension [AlternativeName] {
    fileprivate init(_ text: String?) {
        self = text.map { [AlternativeName(text: $0)] } ?? []
    }
}

extension SchemaGraph {
    fileprivate func title(of alternative: Alternative) -> String? {
        self[target(of: alternative.listed)].annotations.title.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The component that the alternative refers to or includes first.
    fileprivate func base(of alternative: Alternative) -> String? {
        self[target(of: alternative.listed)].firstPart.flatMap { self[target(of: $0)].componentName }
    }

    /// The values of a discriminator, or else the few short values of a required member or of the first member that has such.
    fileprivate func constants(of alternative: Alternative) -> String? {
        let values = alternative.discriminatorValues
        if let text = constants(values) { return text }
        let members = form(alternative.schema).object.members
        return (members.filter(\.isRequired) + members).lazy.compactMap { member in
            self.constants(self.form(member.schema).values?.map(\.value) ?? [])
        }.first
    }

    private func constants(_ values: [JSONValue]) -> String? {
        let texts = values.compactMap(\.string).filter { !words(of: $0).isEmpty && words(of: $0).count <= 4 && $0.count <= 30 }
        return texts.isEmpty || texts.count < values.count || texts.count > 2 ? nil : texts.joined(separator: " or ")
    }

    /// The kind of JSON value that the alternative is, or that the elements of an array are.
    fileprivate func kind(of alternative: Alternative) -> AlternativeName? {
        let form = form(alternative.schema)
        guard form.alternatives == nil, form.typedKinds.count == 1, let kind = form.typedKinds[0].typeNames.first else {
            return nil
        }
        guard kind == "array", form.array.prefix.isEmpty, case .schema(let items) = form.array.rest else {
            return AlternativeName(text: kind)
        }
        let isOfObjects = self.form(items).typedKinds != [.string]
        return AlternativeName(text: isOfObjects ? "array" : "strings", namesType: !isOfObjects)
    }

    fileprivate func members(of alternative: Alternative, isRequired: Bool) -> [AlternativeName] {
        form(alternative.schema).object.members.filter { $0.isDescribed && (!isRequired || $0.isRequired) }.map {
            AlternativeName(text: "with " + $0.name)
        }
    }
}

extension SchemaGraph {
    /// The members with the kind of their values, or of the elements of their values.
    fileprivate func kindsOfMembers(of alternative: Alternative) -> [AlternativeName] {
        form(alternative.schema).object.members.filter(\.isDescribed).compactMap { member in
            let form = form(member.schema)
            let inner: SchemaID? = if case .schema(let items) = form.array.rest { items } else { nil }
            guard let kind = (inner.map { self.form($0) } ?? form).typedKinds.first?.typeNames.first else { return nil }
            return AlternativeName(text: "with \(member.name) \(inner == nil ? "" : "of ")\(kind)\(inner == nil ? "" : "s")")
        }
    }
}

extension ResolvedSchema {
    /// The schema that this one refers to or includes first.
    var firstPart: SchemaID? {
        for assertion in assertions {
            switch assertion.keyword {
            case .reference(let id): return id
            case .allOf(let parts): return parts.first
            default: continue
            }
        }
        return nil
    }
}
