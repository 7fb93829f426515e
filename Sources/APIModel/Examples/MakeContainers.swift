extension ExampleSynthesis {
    /// Makes an object, and leaves out optional members until it is valid.
    mutating func object(_ id: SchemaID, _ form: NormalForm, given: JSONValue?) -> JSONValue? {
        let given = given ?? exampleOfParts(of: id)
        guard let all = members(form, given: given, isShort: isShort), var members = filled(all, id, form) else { return nil }
        if !isCareful { return .object(members) }
        let required = Set(form.object.members.filter { isRequired($0) }.map(\.name))
        for _ in 0..<10 {
            guard let violation = violation(of: .object(members), id) else { break }
            guard case .member(let name)? = violation.path.first, !required.contains(name) else {
                return withoutSome(of: members, required, id)
            }
            members.removeAll { $0.name == name }
            note(name, violation.reason, form)
        }
        return accepts(.object(members), id) ? .object(members) : nil
    }

    /// Members can exclude each other, so that leaving out one of them, or all but one, makes the object valid.
    private mutating func withoutSome(of members: [JSONMember], _ required: Set<String>, _ id: SchemaID) -> JSONValue? {
        let optional = members.map(\.name).filter { !required.contains($0) }.prefix(20)
        let fewer = optional.map { name in members.filter { $0.name != name } }
        let fewest = optional.map { name in members.filter { $0.name == name || required.contains($0.name) } }
        for members in fewer + [members.filter { required.contains($0.name) }] + fewest where accepts(.object(members), id) {
            return .object(members)
        }
        return nil
    }

    private func isRequired(_ member: Member) -> Bool { !member.requiredIn.isDisjoint(with: directions) }

    private mutating func note(_ name: String, _ reason: String, _ form: NormalForm) {
        guard let member = form.object.members.first(where: { $0.name == name }) else { return }
        omissions.append(MadeExample.Omission(path: path + [.member(name)], schema: member.schema, reason: reason))
    }

    /// Returns the members that properties describe; `nil` where a required one has no value.
    private mutating func members(_ form: NormalForm, given: JSONValue?, isShort: Bool) -> [JSONMember]? {
        let carried = form.object.members.filter { !$0.sentIn.isDisjoint(with: directions) }
        var missing = carried.count(where: isRequired)
        let least = form.counts[.minProperties] ?? 0
        let most = form.counts[.maxProperties] ?? Int.max
        var members: [JSONMember] = []
        for member in carried {
            let isRequired = isRequired(member)
            let isWanted = !isShort && remainingOptionals > 0 || members.count + missing < least
            guard isRequired || member.isDescribed && isWanted && members.count + missing < most else { continue }
            path.append(.member(member.name))
            let value = value(for: member.schema, given: given?[member.name], isOptional: !isRequired)
            path.removeLast()
            if let value { members.append(JSONMember(member.name, value)) } else if isRequired { return nil }
            if isRequired { missing -= 1 }
        }
        return members
    }

    /// Returns the members and as many that properties do not describe as the object needs, or one to show that it is a map.
    private mutating func filled(_ members: [JSONMember], _ id: SchemaID, _ form: NormalForm) -> [JSONMember]? {
        let isMap =
            form.object.members.isEmpty && form.object.isDescribed && form.counts[.maxProperties] != 0 && !isShort
            && remainingOptionals > 0
        let count = max(form.counts[.minProperties] ?? 0, isMap ? 1 : 0)
        guard members.count < count else { return members }
        guard count <= 20 else { return nil }
        var members = members
        var number = 0
        while members.count < count, number < 40 {
            number += 1
            guard let other = otherMember(number, id, form) else { return isMap && count == 1 ? members : nil }
            if !members.contains(where: { $0.name == other.name }) { members.append(other) }
        }
        return members
    }

    private mutating func otherMember(_ number: Int, _ id: SchemaID, _ form: NormalForm) -> JSONMember? {
        var name = number == 1 ? "key" : "key\(number)"
        for case .propertyNames(let names) in schemas[id].assertions.map(\.keyword) {
            guard let made = varied(number - 1, { $0.value(for: names) })?.string else { return nil }
            name = made
        }
        if let pattern = form.object.patterns.first {
            if let sample = Pattern(pattern.name)?.sample(extra: number, choice: number) {
                name = sample + (pattern.name.hasSuffix("$") ? "" : name)
            }
            return value(for: pattern.schema).map { JSONMember(name, $0) }
        }
        switch form.object.additionalProperties {
        case .none: return nil
        case .any, .unspecified: return JSONMember(name, .string("value"))
        case .schema(let id): return value(for: id).map { JSONMember(name, $0) }
        }
    }

    /// Returns what a closure makes with another variation than the present one.
    private mutating func varied(_ step: Int, _ make: (inout ExampleSynthesis) -> JSONValue?) -> JSONValue? {
        let outer = variation
        variation += step
        defer { variation = outer }
        return make(&self)
    }

    /// The members that the author's examples of parts show.
    private func exampleOfParts(of id: SchemaID) -> JSONValue? {
        var members: [JSONMember] = []
        for part in schemas.parts(of: id).dropFirst() {
            guard let example = schemas[part].annotations.examples.first else { continue }
            guard case .object(let found) = example.value.carried(by: directions, as: part, in: schemas) else { continue }
            members += found.filter { new in !members.contains { $0.name == new.name } }
        }
        return members.isEmpty ? nil : .object(members)
    }
}

extension ExampleSynthesis {
    /// Makes an array of as few items as show what it holds.
    mutating func array(_ id: SchemaID, _ form: NormalForm) -> JSONValue? {
        let least = form.counts[.minItems] ?? 0
        let most = form.counts[.maxItems] ?? Int.max
        let places = form.array.prefix
        let count = remainingOptionals > 0 ? min(max(least, places.count, 1), most) : least
        guard least <= 50, count <= 50 else { return nil }
        var elements: [JSONValue] = []
        var seen: Set<[UInt8]> = []
        for attempt in 0..<count * 3 where elements.count < count {
            let index = elements.count
            path.append(.element(index))
            let element = varied(form.array.hasUniqueItems ? attempt : 0) { synthesis in
                let isOptional = index >= least
                return index < places.count
                    ? synthesis.value(for: places[index], isOptional: isOptional)
                    : synthesis.item(index - places.count, id, form.array.rest, isOptional: isOptional)
            }
            path.removeLast()
            guard let element else { break }
            if seen.insert(element.canonical).inserted || !form.array.hasUniqueItems { elements.append(element) }
        }
        let array = JSONValue.array(elements)
        return elements.count >= least && (!isCareful || accepts(array, id)) ? array : nil
    }

    /// An item after the first places; the schema of `contains` comes first.
    private mutating func item(_ index: Int, _ id: SchemaID, _ rest: OtherValues, isOptional: Bool) -> JSONValue? {
        for case .contains(let contained) in schemas[id].assertions.map(\.keyword) {
            let least = schemas.form(id).counts[.minContains] ?? 1
            if index < least { return value(for: contained) }
        }
        switch rest {
        case .none: return nil
        case .any, .unspecified: return .string("value")
        case .schema(let id): return value(for: id, isOptional: isOptional)
        }
    }
}
