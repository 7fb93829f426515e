import APIModel

extension SchemaTable {
    /// Returns what distinguishes each alternative from the others; empty if only its structure as a whole does.
    func conditions(of alternatives: Alternatives) -> [String] {
        guard let discriminator = alternatives.discriminator else { return conditions(of: alternatives.list.map(\.listed)) }
        let property = prose.code(discriminator.propertyName)
        return alternatives.list.enumerated().map { index, alternative in
            var conditions: [String] = []
            if !alternative.discriminatorValues.isEmpty {
                let values = alternative.discriminatorValues.map { prose.code($0.plainText) }
                conditions.append("\(property) is " + values.listed(with: "or"))
            }
            if index == discriminator.defaultAlternative { conditions.append("\(property) has any other value") }
            return conditions.joined(separator: ", or ")
        }
    }

    private func conditions(of list: [SchemaID]) -> [String] {
        let forms = list.map { schemas.form($0) }
        if let constants = constantConditions(of: forms) { return constants }
        var uses: [String: Int] = [:]
        for member in forms.flatMap(\.object.members) { uses[member.name, default: 0] += 1 }
        return forms.indices.map { index in
            if let kind = kindCondition(of: index, among: forms) { return kind }
            // The required properties that no other alternative describes.
            let own = forms[index].object.members.filter { $0.requiredIn == .both && uses[$0.name] == 1 }.map {
                prose.code($0.name)
            }
            return own.isEmpty ? "" : own.listed(with: "and") + (own.count == 1 ? " is present" : " are present")
        }
    }

    /// The values of a property for which each alternative lists values of its own; `nil` where there is none.
    private func constantConditions(of forms: [NormalForm]) -> [String]? {
        let listed = forms.map { form in
            Dictionary(
                form.object.members.compactMap { member in
                    schemas.form(member.schema).values.map { (member.name, $0.map(\.value)) }
                }, uniquingKeysWith: { first, _ in first })
        }
        let names = forms.first?.object.members.map(\.name) ?? []
        for name in names where listed.allSatisfy({ $0[name] != nil }) {
            let values = listed.compactMap { $0[name] }
            guard Set(values.joined()).count == values.joined().count else { continue }
            return values.map { prose.code(name) + " is " + $0.map { prose.code($0.plainText) }.listed(with: "or") }
        }
        return nil
    }

    /// The JSON kind of an alternative, where no other takes a value of that kind.
    private func kindCondition(of index: Int, among forms: [NormalForm]) -> String? {
        let kinds = forms[index].comparedKinds
        guard !kinds.isEmpty,
            forms.indices.allSatisfy({ other in
                other == index || !forms[other].comparedKinds.isEmpty && kinds.isDisjoint(with: forms[other].comparedKinds)
            })
        else { return nil }
        let names: [(JSONKinds, String)] = [
            (.object, "an object"), (.array, "an array"), (.string, "a string"), (.number, "a number"), (.boolean, "a boolean"),
        ]
        return "the value is " + names.filter { kinds.contains($0.0) }.map(\.1).listed(with: "or")
    }
}

extension NormalForm {
    /// The kinds that a value can have, where an integer is a number.
    fileprivate var comparedKinds: JSONKinds {
        typedKinds.reduce(into: []) { $0.insert($1 == .integer ? .number : $1) }
    }
}
