import OpenAPI

/// The document's schemas and the ones that come from merging them.
struct SchemaSet {
    private(set) var schemas: [Schema]
    /// The types that were chosen for formats.
    let formats: FormatTypes
    private var merged: [[SchemaID]: SchemaID] = [:]
    private var bases: [[SchemaID]: SchemaID] = [:]
    private(set) var subtypes: Subtypes

    /// Where each schema leads that is nothing but a reference.
    private var bareReferences: [SchemaID?]
    /// Where chains of such references end, found once, because documents may hold thousands in a row.
    private var targets: [SchemaID]
    /// The same for schemas that are nothing but a reference or an `allOf` of one schema.
    private var partTargets: [SchemaID]

    init(_ document: OpenAPIDocument, formats: FormatTypes) {
        schemas = document.schemas
        self.formats = formats
        let references = schemas.map { $0.hasSiblingsOfReference ? nil : $0.reference }
        bareReferences = references
        let targets = endsOfChains(references)
        self.targets = targets
        subtypes = Subtypes(document) { targets[$0.index] }
        partTargets = endsOfChains(zip(references, schemas).map { $0 ?? $1.onlyPart })
    }

    subscript(id: SchemaID) -> Schema {
        schemas[id.index]
    }

    /// The schema behind references that say nothing else.
    ///
    /// - Parameter isNamed: whether to stop at a schema because it has a type of its own.
    func target(of id: SchemaID, stoppingAt isNamed: (SchemaID) -> Bool) -> SchemaID {
        var id = id
        // A chain cannot be longer than there are schemas, so a ring of references ends too.
        for _ in 0..<schemas.count {
            if isNamed(id) { return id }
            guard let next = bareReferences[id.index] else { return id }
            id = next
        }
        return id
    }

    /// The schema behind references that say nothing else.
    func target(of id: SchemaID) -> SchemaID {
        targets[id.index]
    }

    /// The schema behind references and `allOf`s of one schema that say nothing else.
    func partTarget(of id: SchemaID) -> SchemaID {
        partTargets[id.index]
    }

    /// A schema that all of the given ones describe together.
    mutating func all(of parts: [SchemaID]) -> SchemaID {
        var distinct: [SchemaID] = []
        for part in parts where !distinct.contains(part) { distinct.append(part) }
        if distinct.count == 1 { return distinct[0] }
        if let known = merged[distinct] { return known }
        var schema = Schema(at: schemas[distinct[0].index].position)
        schema.allOf = distinct
        let id = add(schema)
        merged[distinct] = id
        return id
    }

    /// What stands beside the alternatives of a schema, as a schema of its own, made once.
    mutating func base(for parts: [SchemaID], as schema: Schema) -> SchemaID {
        if let known = bases[parts] { return known }
        let id = add(schema)
        bases[parts] = id
        return id
    }

    /// A schema that others derive from, without what tells them apart.
    mutating func plainParent(_ parent: SchemaID) -> SchemaID {
        if let known = subtypes.plain(parent) { return known }
        var schema = self[parent]
        schema.discriminator = nil
        schema.componentName = nil
        schema.title = "Base"
        let id = add(schema)
        subtypes.setPlain(parent, id)
        return id
    }

    mutating func add(_ schema: Schema) -> SchemaID {
        let id = SchemaID(index: schemas.count)
        let next = schema.hasSiblingsOfReference ? nil : schema.reference
        schemas.append(schema)
        bareReferences.append(next)
        targets.append(next.map { targets[$0.index] } ?? id)
        partTargets.append((next ?? schema.onlyPart).map { partTargets[$0.index] } ?? id)
        return id
    }
}

/// For each schema the one that its chain of references ends at; a ring ends where it was entered.
private func endsOfChains(_ references: [SchemaID?]) -> [SchemaID] {
    var ends = [SchemaID?](repeating: nil, count: references.count)
    for start in references.indices {
        var chain: [Int] = []
        var place = start
        // Its own end stands for a schema on the way, so that a ring stops here.
        while ends[place] == nil, let next = references[place] {
            ends[place] = SchemaID(index: place)
            chain.append(place)
            place = next.index
        }
        let end = ends[place] ?? SchemaID(index: place)
        ends[place] = end
        for index in chain { ends[index] = end }
    }
    return ends.enumerated().map { $1 ?? SchemaID(index: $0) }
}

extension Schema {
    /// The one part of an `allOf` that nothing stands beside.
    fileprivate var onlyPart: SchemaID? {
        guard allOf.count == 1, reference == nil, title == nil, description == nil, format == nil, defaultValue == nil,
            discriminator == nil, pattern == nil, minimum == nil, maximum == nil
        else { return nil }
        var others = self
        others.allOf = []
        return others.hasSiblingsOfReference ? nil : allOf[0]
    }
}
