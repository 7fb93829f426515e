import Diagnostics

/// A schema's type, and whether null is one of its values.
struct SchemaType {
    let type: TypeReference
    let isNullable: Bool

    /// The type with null as one of its values where the schema allows it.
    var reference: TypeReference {
        isNullable ? type.madeOptional : type
    }

    static let anything = SchemaType(type: .anyJSON, isNullable: false)
}

/// Turns schemas into types: a component schema into the type of its name, an inline one into a type named after its place in the
/// document, and everything that Swift has a type for into that type.
///
/// An inline schema that is the same as a component, or as an inline schema that was met before, has the type of that one; see
/// ``SchemaClasses``.
///
/// A class, as a copy anywhere would make the next change copy all tables.
final class TypeBuilder {
    let schemas: SchemaGraph
    let options: TypeOptions
    var names: NameScope
    var overrides: NameOverrides
    var declarations: [TypeDeclaration] = []
    /// What the names of types inside each declared one are made from.
    private var paths: [TypeName] = []
    /// What the author should know about the types.
    var warnings: [Diagnostic] = []
    /// What a schema became, so that each becomes one type however often it is used.
    private var results: [SchemaID: SchemaType] = [:]
    private var classes: SchemaClasses
    /// The types of each class of schemas: one, unless locked names keep more of them.
    private var typesOfClasses: [Int: [TypeID]] = [:]
    /// The schemas whose types are being made, so that one which contains itself without a name of its own ends.
    private var open: Set<SchemaID> = []
    /// Components that have a name and no shape.
    private var undefined: Set<Int> = []
    /// How many declarations have the defaults of their members.
    var decidedTypes = 0
    /// Declarations whose members have no types: a list instead of recursion, as documents nest deeply.
    private var pending: [PendingMembers] = []

    /// Declares every component schema: first all names in document order, then their shapes.
    init(
        _ schemas: SchemaGraph, namespace: Identifier, overrides: NameOverrides = NameOverrides(),
        options: TypeOptions = TypeOptions()
    ) {
        self.schemas = schemas
        self.options = options
        self.overrides = overrides
        classes = SchemaClasses(schemas)
        names = NameScope(.namespace, reserving: options.names.union([namespace.name]))
        holdTypeNames()
        for component in schemas.components {
            let documentName = schemas[component].componentName ?? ""
            let preferred = self.overrides.type(for: documentName)
            let name = self.overrides.claim(
                NameKey(.types, documentName), preferred, alternative: preferred.appending("Schema"), for: documentName, in: &names)
            let type = declare(component, named: name, TypeName(name))
            results[component] = SchemaType(type: .declared(type), isNullable: schemas.form(component).isNullable)
        }
        for (index, component) in schemas.components.enumerated().reversed() {
            if let number = classes.number(of: component) { typesOfClasses[number] = [TypeID(index: index)] }
        }
        undefined = Set(declarations.indices)
        for index in schemas.components.indices {
            define(TypeID(index: index))
            finishPending()
        }
        decideDefaults()
    }

    /// Returns the type of a schema.
    ///
    /// - Parameter preferred: The name of the type where one has to be declared.
    func type(of id: SchemaID, named preferred: TypeName) -> SchemaType {
        if let known = results[id] { return known }
        let target = schemas.target(of: id, stoppingAt: { results[$0] != nil })
        if let known = results[target] { return known }
        guard open.insert(target).inserted else { return .anything }
        defer { open.remove(target) }
        let result = makeType(of: target, named: preferred)
        results[target] = result
        return result
    }

    private func makeType(of id: SchemaID, named preferred: TypeName) -> SchemaType {
        let isNullable = schemas.form(id).isNullable
        switch blueprint(of: id, named: preferred) {
        case .plain(let type):
            return SchemaType(type: type.withoutOptional, isNullable: isNullable)
        case let blueprint:
            let number = classes.number(of: id)
            if let same = number.flatMap({ typesOfClasses[$0] }).flatMap({ sharedType(among: $0, for: id) }) {
                return SchemaType(type: .declared(same), isNullable: isNullable)
            }
            let candidates = preferred.candidates(kinds: blueprint.kindNames, title: schemas[id].annotations.title)
            let name = overrides.claim(lockKey(of: id), candidates, in: &names)
            let declared = declare(id, named: name.name, name.path)
            if let number { typesOfClasses[number, default: []].append(declared) }
            shape(declared, as: blueprint)
            return SchemaType(type: .declared(declared), isNullable: isNullable)
        }
    }

    /// Gives a component's declaration its shape, unless it has one because another component needed it.
    func define(_ type: TypeID) {
        guard undefined.remove(type.index) != nil else { return }
        let declaration = declarations[type.index]
        switch blueprint(of: declaration.schema, named: paths[type.index]) {
        case .plain(let plain): declarations[type.index].shape = .alias(plain.withoutOptional)
        case let blueprint: shape(type, as: blueprint)
        }
    }

    /// Gives a declaration its shape: at once where it is an enumeration, which needs no other type, else later.
    private func shape(_ type: TypeID, as blueprint: Blueprint) {
        let declaration = declarations[type.index]
        guard case .enumeration = blueprint else {
            return pending.append(PendingMembers(type: type, schema: declaration.schema, blueprint: blueprint))
        }
        declarations[type.index].shape = shape(of: blueprint, schema: declaration.schema, named: paths[type.index])
    }

    private func declare(_ id: SchemaID, named name: Identifier, _ path: TypeName) -> TypeID {
        let schema = schemas[id]
        declarations.append(
            TypeDeclaration(
                name: name, componentName: schema.componentName, schema: id, position: schema.position,
                documentation: schema.annotations.documentation, isDeprecated: schema.annotations.isDeprecated,
                shape: .alias(.anyJSON)))
        paths.append(path)
        return TypeID(index: declarations.count - 1)
    }

    /// Gives the name to a type that no schema is declared for.
    ///
    /// - Parameter kind: A word for the kind of type, where another type has the name.
    func claim(_ name: TypeName, else kind: String = "Details") -> Identifier {
        names.claim(name.candidates(kinds: [kind], title: nil)).name
    }

    /// Makes the members of everything declared so far, and of what that declares.
    func finishPending() {
        while let next = pending.popLast() {
            let count = pending.count
            let shape = shape(of: next.blueprint, schema: next.schema, named: paths[next.type.index])
            declarations[next.type.index].shape = shape
            // The first in the document comes first, so that what is added behind it takes no name from it.
            pending[count...].reverse()
        }
        // Defaults need the shapes of all types that they may be values of.
        if undefined.isEmpty { decideDefaults() }
    }
}

private struct PendingMembers {
    let type: TypeID
    let schema: SchemaID
    let blueprint: Blueprint
}
