import APIModel

extension SchemaTable {
    /// Returns the tables of a schema where it is used; none where it has a page that shows them.
    ///
    /// - Parameter anchor: The prefix of the anchors of properties.
    func tables(of id: SchemaID, anchor: String) -> MemberTables {
        var builder = TableBuilder(table: self, anchor: anchor)
        builder.appendInline(id, prefix: "")
        return builder.finish()
    }

    /// Returns the tables of a schema's own page.
    func pageTables(of id: SchemaID) -> MemberTables {
        guard schemas.reference(of: id) == nil else { return tables(of: id, anchor: "property") }
        var builder = TableBuilder(table: self, anchor: "property")
        builder.append(id, prefix: "")
        return builder.finish()
    }
}

/// Collects the rows of an object's properties, and the alternatives whose tables follow.
private struct TableBuilder {
    let table: SchemaTable
    let anchor: String
    private var anchors: Set<String> = []
    private var rows: [TypedRow] = []
    private var pending: [(alternatives: Alternatives, prefix: String, isExclusive: Bool)] = []
    private var depth = 0
    /// The schemas and rows so far.
    private var count = 0
    private var schemas: SchemaGraph { table.schemas }

    init(table: SchemaTable, anchor: String) {
        self.table = table
        self.anchor = anchor
    }

    mutating func finish() -> MemberTables {
        let ownRows = rows
        var tables: [MemberTables.Alternatives] = []
        var next = 0
        while next < pending.count {
            let (alternatives, prefix, isExclusive) = pending[next]
            next += 1
            tables += caseTable(alternatives, prefix: prefix, isExclusive: isExclusive)
            tables += propertyTables(alternatives, prefix: prefix)
        }
        return MemberTables(rows: ownRows, alternatives: tables)
    }

    mutating func appendInline(_ id: SchemaID, prefix: String) {
        guard case .inline(let target) = table.destination(of: id) else { return }
        append(target, prefix: prefix)
    }

    // Longer tables and deeper objects are unreadable; deeper nesting usually repeats names.
    mutating func append(_ id: SchemaID, prefix: String) {
        guard depth < 8, count < 400 else { return }
        depth += 1
        count += 1
        defer { depth -= 1 }
        let form = schemas.form(id)
        for member in form.object.members { append(member, prefix: prefix) }
        for pattern in form.object.patterns { appendRow("\(prefix)/\(pattern.name)/", pattern.schema) }
        if case .schema(let values) = form.object.additionalProperties {
            if !form.object.members.isEmpty { appendRow(prefix + "*", values, ifUndescribed: "Any other property.") }
            appendInline(values, prefix: prefix + "*.")
        }
        let path = shownPath(prefix)
        for (index, element) in form.array.prefix.enumerated() { appendInline(element, prefix: "\(path)[\(index)].") }
        if case .schema(let element) = form.array.rest { appendInline(element, prefix: path + "[].") }
        append(form.alternatives, of: id, prefix: prefix)
    }

    private mutating func append(_ member: Member, prefix: String) {
        appendRow(prefix + member.name, member.schema, member)
        appendInline(member.schema, prefix: prefix + member.name + ".")
    }

    private mutating func append(_ alternatives: Alternatives?, of id: SchemaID, prefix: String) {
        guard let alternatives, alternatives.origin != .kinds else { return }
        if alternatives.list.count == 1 {
            appendInline(alternatives.list[0].listed, prefix: prefix)
        } else {
            pending.append((alternatives, prefix, table.isExclusive(id)))
        }
    }

    private mutating func appendRow(_ name: String, _ id: SchemaID, _ member: Member? = nil, ifUndescribed text: String? = nil) {
        count += 1
        // Alternatives may have properties of the same name; links point to the first.
        let isNew = anchors.insert(name).inserted
        let shown = isNew ? table.prose.place(name, anchor: "\(anchor)-\(name)") : table.prose.code(name)
        let description = schemas[id].effectiveAnnotations.description == nil ? text : nil
        let row = TypedRow(
            name: shown, type: table.type(of: id), required: member?.isRequired == true ? "yes" : "no",
            description: table.details(of: id, description: description, sentIn: member?.sentIn))
        rows.append(row)
    }

    /// A table of what distinguishes the alternatives; none if only their structure does.
    private func caseTable(_ alternatives: Alternatives, prefix: String, isExclusive: Bool) -> [MemberTables.Alternatives] {
        let conditions = table.conditions(of: alternatives)
        guard conditions.contains(where: { !$0.isEmpty }) else { return [] }
        let cases = zip(table.names(of: alternatives), conditions).map { name, condition in
            MemberTables.Case(name: name, value: condition)
        }
        let path = shownPath(prefix)
        let value = path.isEmpty ? "The value" : table.prose.code(path)
        let sentence = "\(value) is \(isExclusive ? "one" : "at least one") of the following:"
        return [MemberTables.Alternatives(sentence: sentence, cases: cases, rows: [])]
    }

    /// Tables of the properties of those alternatives that have no page.
    private mutating func propertyTables(_ alternatives: Alternatives, prefix: String) -> [MemberTables.Alternatives] {
        let path = shownPath(prefix)
        let place = path.isEmpty ? "" : " (\(table.prose.code(path)))"
        return zip(alternatives.list, table.names(of: alternatives)).compactMap { alternative, name in
            rows = []
            appendInline(alternative.listed, prefix: prefix)
            guard !rows.isEmpty else { return nil }
            return MemberTables.Alternatives(sentence: "Properties of **\(name)**\(place):", cases: [], rows: rows)
        }
    }

    private func shownPath(_ prefix: String) -> String {
        prefix.hasSuffix(".") ? String(prefix.dropLast()) : prefix
    }
}
