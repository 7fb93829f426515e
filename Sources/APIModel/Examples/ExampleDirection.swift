extension JSONValue {
    /// Returns an author's example as messages carry it: without members of the other direction, which authors often leave in, and
    /// with text where a schema requires a string and the author left out the quotes.
    package func carried(by directions: Directions, as id: SchemaID, in schemas: SchemaGraph) -> JSONValue {
        carried(by: directions, as: [id], in: schemas, depth: 0)
    }

    /// Returns the value as a response carries it.
    package func answered(_ id: SchemaID, in api: API) -> JSONValue {
        carried(by: .responses, as: id, in: api.schemas)
    }

    private func carried(by directions: Directions, as ids: [SchemaID], in schemas: SchemaGraph, depth: Int) -> JSONValue {
        guard depth < 60, !ids.isEmpty else { return self }
        let forms = schemas.formsInPlace(of: ids)
        switch self {
        case .object(let members):
            return .object(
                members.compactMap { member in
                    let described = forms.flatMap(\.object.members).filter { $0.name == member.name }
                    guard described.allSatisfy({ !$0.sentIn.isDisjoint(with: directions) }) else { return nil }
                    let value = member.value.carried(by: directions, as: described.map(\.schema), in: schemas, depth: depth + 1)
                    return JSONMember(member.name, value)
                })
        case .array(let elements):
            let items = forms.compactMap { form in if case .schema(let id) = form.array.rest { id } else { nil } }
            return .array(elements.map { $0.carried(by: directions, as: items, in: schemas, depth: depth + 1) })
        default: return forms.count == 1 ? asText(where: forms[0]) : self
        }
    }
}

extension SchemaGraph {
    /// The forms of schemas and of their alternatives, which describe the same value.
    fileprivate func formsInPlace(of ids: [SchemaID]) -> [NormalForm] {
        var pending = ids.map { target(of: $0) }
        var seen = Set(pending)
        var forms: [NormalForm] = []
        // Authors list few alternatives; the limit keeps a hostile document linear.
        while let id = pending.popLast(), forms.count < 100 {
            let form = form(id)
            forms.append(form)
            pending += (form.alternatives?.list ?? []).map { target(of: $0.schema) }.filter { seen.insert($0).inserted }
        }
        return forms
    }
}
