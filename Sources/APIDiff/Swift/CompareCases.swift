import APIModel

extension TypeComparison {
    func compare(_ before: Enumeration, _ after: Enumeration) {
        guard before.rawType == after.rawType else {
            return add(.swiftRawTypeChanged, old: before.rawType.text, new: after.rawType.text)
        }
        let kept = Dictionary(after.cases.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(before.cases.map(\.key))
        for value in before.cases {
            if let other = kept[value.key] {
                if value.name != other.name { add(.swiftCaseRenamed, old: value.name.name, new: other.name.name) }
            } else {
                add(.swiftCaseRemoved, name: value.name.name)
            }
        }
        for value in after.cases where !known.contains(value.key) { addCase(value.name.name) }
        if hasOpenEnums, before.unknownCase != after.unknownCase {
            add(.swiftCaseRenamed, old: before.unknownCase.name, new: after.unknownCase.name)
        }
    }

    private func addCase(_ name: String) {
        add(hasOpenEnums ? .swiftCaseAdded : .swiftClosedCaseAdded, name: name)
    }

    func compare(_ before: Union, _ after: Union) {
        let kept = Dictionary(after.alternatives.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(before.alternatives.map(\.name))
        let types = Dictionary(
            after.alternatives.filter { !known.contains($0.name) }.map { (names.new.type($0.type), $0) },
            uniquingKeysWith: { first, _ in first })
        var renamed: Set<Identifier> = []
        for alternative in before.alternatives {
            let type = names.old.type(alternative.type)
            if let other = kept[alternative.name] {
                guard let texts = names.difference(alternative.type, other.type) else { continue }
                add(.swiftCasePayloadChanged, name: other.name.name, old: texts.old, new: texts.new)
            } else if let other = types[type] {
                renamed.insert(other.name)
                add(.swiftCaseRenamed, old: alternative.name.name, new: other.name.name)
            } else {
                add(.swiftCaseRemoved, name: alternative.name.name)
            }
        }
        for alternative in after.alternatives where !known.contains(alternative.name) && !renamed.contains(alternative.name) {
            addCase(alternative.name.name)
        }
    }
}

extension EnumerationCase {
    /// What distinguishes the values of cases.
    fileprivate var key: String { (isString ? "s" : "v") + rawValue }
}

extension Enumeration.RawType {
    fileprivate var text: String {
        switch self {
        case .string: "String"
        case .integer: "Int"
        case .value: "JSONValue"
        }
    }
}
