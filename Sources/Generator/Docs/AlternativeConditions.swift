import APIModel

extension SchemaTable {
    /// Returns for each alternative what tells it apart from the others; empty where only its shape as a whole does.
    func conditions(of alternatives: Alternatives) -> [String] {
        guard let discriminator = alternatives.discriminator else {
            let forms = alternatives.list.map { schemas.form($0.listed) }
            return forms.indices.map { index in
                kindCondition(of: index, among: forms) ?? constantCondition(of: index, among: forms)
                    ?? memberCondition(of: index, among: forms) ?? ""
            }
        }
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
        return "the value is " + names.filter { kinds.contains($0.0) }.map(\.1).joined(separator: " or ")
    }

    /// A property whose values are listed by all alternatives, and by this one alone where they are these.
    private func constantCondition(of index: Int, among forms: [NormalForm]) -> String? {
        for member in forms[index].object.members {
            guard let values = values(of: member) else { continue }
            let isDistinct = forms.indices.allSatisfy { other in
                guard other != index else { return true }
                let same = forms[other].object.members.first { $0.name == member.name }
                return same.flatMap(self.values)?.allSatisfy { !values.contains($0) } == true
            }
            if isDistinct {
                return prose.code(member.name) + " is " + values.map { prose.code($0.plainText) }.listed(with: "or")
            }
        }
        return nil
    }

    private func values(of member: Member) -> [JSONValue]? {
        schemas.form(member.schema).values?.map(\.value)
    }

    /// The required properties that no other alternative describes.
    private func memberCondition(of index: Int, among forms: [NormalForm]) -> String? {
        let others = Set(forms.indices.filter { $0 != index }.flatMap { forms[$0].object.members.map(\.name) })
        let own = forms[index].object.members
            .filter { $0.requiredIn == .both && !others.contains($0.name) }.map { prose.code($0.name) }
        return own.isEmpty ? nil : own.listed(with: "and") + (own.count == 1 ? " is present" : " are present")
    }
}

extension NormalForm {
    /// The kinds that a value can have, where an integer is a number.
    fileprivate var comparedKinds: JSONKinds {
        typedKinds.reduce(into: []) { $0.insert($1 == .integer ? .number : $1) }
    }
}
