import APIModel
import Diagnostics

extension Comparison {
    func compare(_ before: TypeDeclaration, _ after: TypeDeclaration, _ names: (old: SwiftNames, new: SwiftNames)) {
        TypeComparison(old: before, new: after, names: names, hasOpenEnums: options.hasOpenEnums, recorder: recorder).compare()
    }
}

/// Compares two versions of a generated type.
struct TypeComparison {
    let old: TypeDeclaration
    let new: TypeDeclaration
    let names: (old: SwiftNames, new: SwiftNames)
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
            let (one, other) = (names.old.type(before), names.new.type(after))
            if one != other { add(.swiftAliasChanged, name: new.name.name, old: one, new: other) }
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
        let (one, other) = (names.old.type(before.type), names.new.type(after.type))
        if one != other {
            add(.swiftPropertyTypeChanged, name: name, old: one, new: other, at: places.0, places.1)
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
        guard let after else { return add(.swiftPropertyRemoved, name: before.name.name) }
        let (one, other) = (names.old.type(before.value), names.new.type(after.value))
        if one != other {
            add(.swiftPropertyTypeChanged, name: after.name.name, old: "[String: \(one)]", new: "[String: \(other)]")
        }
    }

    private func compare(_ before: Tuple, _ after: Tuple) {
        for (index, element) in before.elements.enumerated() {
            guard let other = after.elements[safely: index] else {
                add(.swiftPropertyRemoved, name: element.name.name)
                continue
            }
            if element.name != other.name { add(.swiftPropertyRenamed, old: element.name.name, new: other.name.name) }
            let (one, another) = (names.old.type(element.type), names.new.type(other.type))
            if one != another { add(.swiftPropertyTypeChanged, name: other.name.name, old: one, new: another) }
        }
        for element in after.elements.dropFirst(before.elements.count) where element.isRequired {
            add(.swiftArgumentRequired, name: element.name.name)
        }
        let (one, other) = (before.rest.map(names.old.type), after.rest.map(names.new.type))
        guard one != other, let one else { return }
        if let other {
            add(.swiftPropertyTypeChanged, name: after.restName.name, old: "[\(one)]", new: "[\(other)]")
        } else {
            add(.swiftPropertyRemoved, name: before.restName.name)
        }
    }
}

extension Property {
    /// Whether the initializer has no default for it.
    fileprivate var needsArgument: Bool { isRequired && initialValue == nil }
}
