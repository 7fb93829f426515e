/// Locked names of types.
extension TypeBuilder {
    /// What a schema's type is the type of: a component, or a place in the document.
    func lockKey(of id: SchemaID) -> NameKey {
        NameKey(.types, lockOwner(of: id))
    }

    /// The scope of the members of a schema's type.
    func memberScope(of id: SchemaID) -> NameKey.Scope {
        .members(lockOwner(of: id))
    }

    private func lockOwner(of id: SchemaID) -> String {
        guard let lock = overrides.lock else { return "" }
        return schemas[id].componentName ?? lock.place(of: schemas[id].position)
    }

    /// Keeps the names of types for the schemas that the document still has.
    func holdTypeNames() {
        guard let lock = overrides.lock else { return }
        let named = schemas.ids.map { SchemaID(index: $0) }.filter { canHaveType($0) }
        let present = Set(named.map { lockOwner(of: $0) })
        for name in lock.typeNames(where: present.contains) { names.hold(name) }
    }

    /// Whether a schema may have a type of its own; finding the places of all others takes long.
    private func canHaveType(_ id: SchemaID) -> Bool {
        if schemas[id].componentName != nil { return true }
        guard schemas.target(of: id) == id else { return false }
        let form = schemas.form(id)
        return form.values != nil || form.alternatives != nil || !form.object.members.isEmpty || !form.array.prefix.isEmpty
    }

    /// Returns the type that equal schemas have; nil where an earlier run gave this schema a type of its own.
    func sharedType(among types: [TypeID], for id: SchemaID) -> TypeID? {
        guard let lock = overrides.lock else { return types.first }
        let key = lockKey(of: id)
        var shared = types.first
        if let locked = lock[key] {
            let own = types.first { declarations[$0.index].name == locked }
            if own == nil, names.holds(locked) { return nil }
            shared = own ?? shared
        }
        if let shared { overrides.lock?.record(declarations[shared.index].name, for: key) }
        return shared
    }
}
