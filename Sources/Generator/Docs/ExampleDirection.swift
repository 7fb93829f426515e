import OpenAPI

extension ExampleValue {
    /// The value as an answer carries it: without members that schemas call `writeOnly`, which authors often leave in their examples.
    func answered(_ id: SchemaID, in document: OpenAPIDocument) -> ExampleValue {
        answered([id], in: document)
    }

    private func answered(_ ids: [SchemaID], in document: OpenAPIDocument) -> ExampleValue {
        let schemas = document.partsInPlace(of: ids)
        switch self {
        case .object(let members):
            return .object(
                members.compactMap { member in
                    let own = schemas.flatMap(\.properties).filter { $0.name == member.name }.map(\.schema)
                    guard !own.contains(where: document.isWriteOnly) else { return nil }
                    return Member(name: member.name, value: member.value.answered(own, in: document))
                })
        case .array(let elements):
            let items = schemas.compactMap(\.items)
            return .array(elements.map { $0.answered(items, in: document) })
        default: return self
        }
    }
}

extension OpenAPIDocument {
    /// Whether only answers carry a member with the schema.
    func isReadOnly(_ id: SchemaID) -> Bool {
        self[id].isReadOnly || self[resolved(id)].isReadOnly
    }

    /// Whether only requests carry a member with the schema.
    func isWriteOnly(_ id: SchemaID) -> Bool {
        self[id].isWriteOnly || self[resolved(id)].isWriteOnly
    }

    /// The schemas and all that describe the same values, alternatives too.
    fileprivate func partsInPlace(of ids: [SchemaID]) -> [Schema] {
        var pending = ids.map(resolved)
        var seen = Set(pending)
        var parts: [Schema] = []
        while let id = pending.popLast() {
            let schema = self[id]
            parts.append(schema)
            pending += (schema.allOf + schema.oneOf + schema.anyOf).map(resolved).filter { seen.insert($0).inserted }
        }
        return parts
    }
}
