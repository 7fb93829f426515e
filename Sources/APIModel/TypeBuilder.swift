import Diagnostics
import OpenAPI

/// A schema's type, and whether null is one of its values.
struct SchemaType {
    let type: TypeReference
    let isNullable: Bool

    /// The type with null as one of its values where the schema says so.
    var reference: TypeReference {
        isNullable ? type.madeOptional : type
    }

    static let anything = SchemaType(type: .anyJSON, isNullable: false)
}

/// Turns schemas into types: a component schema into the type of its name, an inline one into a type named from
/// where it stands, and everything that Swift has a type for into that type.
struct TypeBuilder {
    var schemas: SchemaSet
    var names: NameScope
    var overrides: NameOverrides
    var declarations: [TypeDeclaration] = []
    /// What the author should know about the types.
    var warnings: [Diagnostic] = []
    /// What a schema became, so that each becomes one type however often it is used.
    private var results: [SchemaID: SchemaType] = [:]
    /// Schemas being looked at, so that one which contains itself without a name of its own ends.
    private var open: Set<SchemaID> = []
    /// Components that were named and not yet looked at.
    private var undefined: Set<Int> = []
    /// Declarations whose members wait to be looked at: a list instead of recursion, as documents nest deeply.
    private var pending: [PendingMembers] = []

    /// Declares every component schema: first all names in document order, then what they hold.
    init(_ document: OpenAPIDocument, namespace: Identifier, overrides: NameOverrides = NameOverrides(), formats: FormatTypes = FormatTypes()) {
        self.overrides = overrides
        schemas = SchemaSet(document, formats: formats)
        names = NameScope(.namespace, reserving: formats.names.union([namespace.name]))
        for component in document.componentSchemas {
            let wish = self.overrides.type(for: component.name)
            let name = names.claim(wish, alternative: wish.appending("Schema"))
            let id = declare(component.schema, component: component.name, named: name)
            let isNullable = schemas.isNullable(component.schema)
            results[component.schema] = SchemaType(type: .declared(id), isNullable: isNullable)
        }
        undefined = Set(declarations.indices)
        for index in document.componentSchemas.indices {
            define(TypeID(index: index))
            finishPending()
        }
    }

    /// The type of a schema.
    ///
    /// - Parameter wish: the name it gets when a type has to be declared for it.
    mutating func type(of id: SchemaID, named wish: Identifier) -> SchemaType {
        if let known = results[id] { return known }
        let target = schemas.target(of: id, stoppingAt: { results[$0] != nil })
        if let known = results[target] { return known }
        guard open.insert(target).inserted else { return .anything }
        defer { open.remove(target) }
        let result = makeType(of: target, named: wish)
        results[target] = result
        return result
    }

    private mutating func makeType(of id: SchemaID, named wish: Identifier) -> SchemaType {
        let isNullable = schemas.isNullable(id)
        switch blueprint(of: id, named: wish) {
        case .plain(let type):
            return SchemaType(type: type.withoutOptional, isNullable: isNullable || type.isOptional)
        case let blueprint:
            let declared = declare(id, component: nil, named: names.claim(wish, alternative: wish.appending("Value")))
            shape(declared, as: blueprint)
            return SchemaType(type: .declared(declared), isNullable: isNullable)
        }
    }

    /// Gives a component's declaration its shape, unless it has one: another component may have asked for it before.
    mutating func define(_ type: TypeID) {
        guard undefined.remove(type.index) != nil else { return }
        let declaration = declarations[type.index]
        switch blueprint(of: declaration.schema, named: declaration.name) {
        case .plain(let plain): declarations[type.index].shape = .alias(plain.withoutOptional)
        case let blueprint: shape(type, as: blueprint)
        }
    }

    /// An enum's shape needs nobody else's and may be asked for at once; that of others waits.
    private mutating func shape(_ type: TypeID, as blueprint: Blueprint) {
        let declaration = declarations[type.index]
        guard case .enumeration = blueprint else {
            return pending.append(PendingMembers(type: type, schema: declaration.schema, blueprint: blueprint))
        }
        declarations[type.index].shape = shape(of: blueprint, schema: declaration.schema, named: declaration.name)
    }

    private mutating func declare(_ id: SchemaID, component: String?, named name: Identifier) -> TypeID {
        let schema = schemas[id]
        declarations.append(
            TypeDeclaration(
                name: name, componentName: component, schema: id, position: schema.position,
                documentation: schema.description ?? schema.title ?? "", isDeprecated: schema.isDeprecated,
                shape: .alias(.anyJSON)))
        return TypeID(index: declarations.count - 1)
    }

    /// Looks at the members of everything declared so far, and of what that declares.
    mutating func finishPending() {
        while let next = pending.popLast() {
            let name = declarations[next.type.index].name
            declarations[next.type.index].shape = shape(of: next.blueprint, schema: next.schema, named: name)
        }
    }
}

private struct PendingMembers {
    let type: TypeID
    let schema: SchemaID
    let blueprint: Blueprint
}

extension TypeReference {
    fileprivate var withoutOptional: TypeReference {
        if case .optional(let wrapped) = self { wrapped } else { self }
    }
}
