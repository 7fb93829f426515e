import APIModel
import Diagnostics

extension Comparison {
    func compare(_ before: TypeDeclaration, _ after: TypeDeclaration, _ names: VersionedNames) {
        TypeComparison(old: before, new: after, names: names, hasOpenEnums: options.hasOpenEnums, recorder: recorder).compare()
    }
}

/// Compares two versions of a generated type.
struct TypeComparison {
    let old: TypeDeclaration
    let new: TypeDeclaration
    let names: VersionedNames
    let hasOpenEnums: Bool
    let recorder: Recorder

    func add(
        _ rule: Rule, name: String? = nil, old oldText: String? = nil, new newText: String? = nil, at oldPosition: Position? = nil,
        _ newPosition: Position? = nil
    ) {
        recorder.add(
            rule, new.subject, at: [.value(new.name.name)], name: name, old: oldText, new: newText,
            from: oldPosition ?? old.position, to: newPosition ?? new.position)
    }

    func compare() {
        switch (old.shape, new.shape) {
        case (.structure(let before), .structure(let after)): compare(before, after)
        case (.enumeration(let before), .enumeration(let after)): compare(before, after)
        case (.union(let before), .union(let after)): compare(before, after)
        case (.tuple(let before), .tuple(let after)): compare(before, after)
        case (.alias(let before), .alias(let after)), (.wrapper(let before), .wrapper(let after)):
            guard let texts = names.difference(before, after) else { return }
            add(.swiftAliasChanged, name: new.name.name, old: texts.old, new: texts.new)
        default:
            add(.swiftTypeKindChanged, name: new.name.name, old: old.shape.kind, new: new.shape.kind)
        }
    }

    private func compare(_ before: Structure, _ after: Structure) {
        let kept = Dictionary(after.properties.map { ($0.wireName, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(before.properties.map(\.wireName))
        for property in before.properties {
            if let other = kept[property.wireName] {
                compare(property, other)
            } else {
                add(.swiftPropertyRemoved, name: property.name.name, at: property.position)
            }
        }
        for property in after.properties where !known.contains(property.wireName) && property.needsArgument {
            add(.swiftArgumentRequired, name: property.name.name, at: nil, property.position)
        }
        compareAdditional(before.additionalProperties, after.additionalProperties)
        let order = before.properties.map(\.wireName).filter { kept[$0] != nil }
        if order != after.properties.map(\.wireName).filter({ known.contains($0) }) {
            add(.swiftArgumentsReordered)
        }
    }

    private func compare(_ before: Property, _ after: Property) {
        let places = (before.position, after.position)
        let name = after.name.name
        if before.name != after.name {
            add(.swiftPropertyRenamed, old: before.name.name, new: name, at: places.0, places.1)
        }
        if let texts = names.difference(before.type, after.type) {
            add(.swiftPropertyTypeChanged, name: name, old: texts.old, new: texts.new, at: places.0, places.1)
        }
        if !before.needsArgument, after.needsArgument {
            add(.swiftArgumentRequired, name: name, at: places.0, places.1)
        }
        if let one = before.initialValue.map(names.old.value), let other = after.initialValue.map(names.new.value), one != other {
            add(.swiftDefaultChanged, name: name, old: one, new: other, at: places.0, places.1)
        }
    }

    private func compareAdditional(_ before: AdditionalProperties?, _ after: AdditionalProperties?) {
        guard let before else { return }
        guard let after, after.name == before.name else { return add(.swiftPropertyRemoved, name: before.name.name) }
        guard let texts = names.difference(before.value, after.value) else { return }
        add(.swiftPropertyTypeChanged, name: after.name.name, old: "[String: \(texts.old)]", new: "[String: \(texts.new)]")
    }

    private func compare(_ before: Tuple, _ after: Tuple) {
        for (index, element) in before.elements.enumerated() {
            guard let other = after.elements[safely: index] else {
                add(.swiftPropertyRemoved, name: element.name.name)
                continue
            }
            if element.name != other.name { add(.swiftPropertyRenamed, old: element.name.name, new: other.name.name) }
            guard let texts = names.difference(element.type, other.type) else { continue }
            add(.swiftPropertyTypeChanged, name: other.name.name, old: texts.old, new: texts.new)
        }
        for element in after.elements.dropFirst(before.elements.count) where element.isRequired {
            add(.swiftArgumentRequired, name: element.name.name)
        }
        guard let rest = before.rest else { return }
        guard let other = after.rest else { return add(.swiftPropertyRemoved, name: before.restName.name) }
        guard let texts = names.difference(rest, other) else { return }
        add(.swiftPropertyTypeChanged, name: after.restName.name, old: "[\(texts.old)]", new: "[\(texts.new)]")
    }
}

extension Property {
    /// Whether the initializer has no default for it.
    fileprivate var needsArgument: Bool { isRequired && initialValue == nil }
}
