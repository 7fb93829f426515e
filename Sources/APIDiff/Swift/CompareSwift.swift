import APIModel
import Diagnostics

extension Comparison {
    /// Compares the names and shapes of the generated code.
    func compareSwift() {
        var types = matchTypes()
        recordRenamings(&types)
        var names = VersionedNames(old: SwiftNames(api: old), new: SwiftNames(api: new))
        for (one, other) in types.pairs { names.old.renamed[one] = new[other].name.name }
        for (one, other) in types.pairs { compare(old[one], new[other], names) }
        compareFunctions(names)
        compareCredentials()
    }

    private func matchTypes() -> TypeMatches {
        var matches = TypeMatches()
        let components = Dictionary(
            new.types.enumerated().compactMap { index, type in type.componentName.map { ($0, index) } },
            uniquingKeysWith: { first, _ in first })
        let inline = Dictionary(
            new.types.enumerated().filter { $1.componentName == nil }.map { ($1.name.name, $0) },
            uniquingKeysWith: { first, _ in first })
        for (index, type) in old.types.enumerated() {
            let place = type.componentName.map { components[$0] } ?? inline[type.name.name]
            if let place, matches.taken.insert(place).inserted {
                matches.pairs.append((TypeID(index: index), TypeID(index: place)))
            } else {
                matches.gone.append(index)
            }
        }
        return matches
    }

    /// Finds the types that only have another name, then reports the other ones as removed and added.
    private func recordRenamings(_ matches: inout TypeMatches) {
        let equality = SchemaEquality(old.schemas, new.schemas)
        for (one, other) in matches.pairs where old[one].name != new[other].name { recordRenaming(old[one], new[other]) }
        let added = new.types.indices.filter { !matches.taken.contains($0) }
        let oldNames = Set(old.types.map(\.name))
        let places = Dictionary(new.types.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        for index in matches.gone {
            let type = old.types[index]
            let place = added.prefix(mostCandidates).first { candidate in
                !matches.taken.contains(candidate) && new.types[candidate].shape.isStructural
                    && type.shape.kind == new.types[candidate].shape.kind
                    && equality.areSame(SchemaPair(old: type.schema, new: new.types[candidate].schema))
            }
            if let place {
                matches.taken.insert(place)
                matches.pairs.append((TypeID(index: index), TypeID(index: place)))
                recordRenaming(type, new.types[place])
            } else if let place = places[type.name] {
                // A type of the same name is there, but made from another schema.
                matches.pairs.append((TypeID(index: index), TypeID(index: place)))
            } else {
                recorder.add(
                    .swiftTypeRemoved, type.subject, name: type.name.name, from: type.position, to: new.about.position)
            }
        }
        for type in added.filter({ !matches.taken.contains($0) }).map({ new.types[$0] }) where !oldNames.contains(type.name) {
            recorder.add(.swiftTypeAdded, type.subject, name: type.name.name, from: old.about.position, to: type.position)
        }
    }

    private func recordRenaming(_ before: TypeDeclaration, _ after: TypeDeclaration) {
        guard before.name != after.name else { return }
        recorder.add(
            .swiftTypeRenamed, after.subject, old: before.name.name, new: after.name.name, from: before.position,
            to: after.position)
    }

    private func compareCredentials() {
        for credential in old.credentials {
            let isKept = new.credentials.contains { other in
                other.name == credential.name && other.scheme.kind.credential == credential.scheme.kind.credential
            }
            guard !isKept else { continue }
            recorder.add(
                .swiftCredentialChanged, "document", name: credential.name.name, from: credential.scheme.position,
                to: new.about.position)
        }
    }
}

/// More renamed types than this are not searched for.
private let mostCandidates = 500

/// Which types of the two versions are the same.
private struct TypeMatches {
    var pairs: [(TypeID, TypeID)] = []
    /// The types of the old version without a partner, by their indices.
    var gone: [Int] = []
    var taken: Set<Int> = []
}

extension TypeDeclaration {
    /// The subject that reports group changes of the type by.
    var subject: String { componentName.map { "schema \($0)" } ?? "Swift type \(name.name)" }
}

extension TypeShape {
    /// The kind of declaration in a few words.
    var kind: String {
        switch self {
        case .structure: "a struct"
        case .enumeration: "an enum of values"
        case .union: "an enum of alternatives"
        case .tuple: "a struct of elements"
        case .alias: "another name for a type"
        case .wrapper: "a struct around a value"
        }
    }

    /// Whether the shape says what a type is, so that two types with the same schema are one that was renamed.
    fileprivate var isStructural: Bool { if case .alias = self { false } else { true } }
}
