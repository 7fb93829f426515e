/// Lets unions write their discriminators, so that callers need not set them and cannot set a wrong one.
///
/// - Parameter declarations: The types of a document, the members of which are decided.
func writingTags(in declarations: [TypeDeclaration], _ schemas: SchemaGraph) -> [TypeDeclaration] {
    var writer = TagWriter(declarations: declarations, schemas: schemas)
    writer.collect()
    writer.assign()
    return writer.declarations
}

/// Finds the types that objects with a tag can have, and decides how each gets its value.
struct TagWriter {
    var declarations: [TypeDeclaration]
    let schemas: SchemaGraph
    private var requests: [TagRequest] = []
    private var known: Set<TagKey> = []

    init(declarations: [TypeDeclaration], schemas: SchemaGraph) {
        self.declarations = declarations
        self.schemas = schemas
    }

    /// Gives tags to everything that is an alternative of a union with a discriminator, and to the alternatives of such unions.
    mutating func collect() {
        for declaration in declarations {
            guard case .union(let union) = declaration.shape, let discriminator = union.discriminator else { continue }
            let isText = union.alternatives.allSatisfy { $0.discriminatorValues.allSatisfy { $0.string != nil } }
            for alternative in union.alternatives where !alternative.discriminatorValues.isEmpty {
                requests.append(
                    TagRequest(
                        propertyName: discriminator.propertyName, type: alternative.type, isText: isText,
                        values: alternative.discriminatorValues))
            }
        }
        var next = 0
        while next < requests.count {
            add(requests[next])
            next += 1
        }
    }

    private mutating func add(_ request: TagRequest) {
        guard let id = declaration(behind: request.type) else { return }
        let isNew = known.insert(TagKey(type: id.index, propertyName: request.propertyName)).inserted
        switch declarations[id.index].shape {
        case .structure(var structure):
            if isNew, structure.tags.count < mostTags {
                let tag = structure.tag(for: request)
                if request.values.contains(where: { fit($0, as: tag.type) != nil }) { structure.tags.append(tag) }
            }
            preset(request, in: &structure)
            declarations[id.index].shape = .structure(structure)
        case .union(var union):
            if !isNew, let known = union.tags.firstIndex(where: { $0.propertyName == request.propertyName }),
                union.tags[known].kept != request.values
            {
                union.tags[known].kept = []
                declarations[id.index].shape = .union(union)
            }
            // Values of other kinds than text are rare, and nested alternatives are: together they are left to the caller.
            guard isNew, request.isText, union.tags.count < mostTags, union.discriminator?.propertyName != request.propertyName
            else { return }
            var scope = NameScope(.union, reserving: Set(union.tags.map(\.name.name)))
            let name = scope.claim(Identifier(memberFrom: request.propertyName))
            union.tags.append(
                WrittenTag(
                    propertyName: request.propertyName, name: name, type: .optional(.string), origin: .none, kept: request.values))
            declarations[id.index].shape = .union(union)
            requests += union.alternatives.map { request.with(type: $0.type) }
        case .alias, .wrapper, .enumeration, .tuple: break
        }
    }

    /// Spares the caller the value in the initializer.
    private func preset(_ request: TagRequest, in structure: inout Structure) {
        guard let place = structure.properties.firstIndex(where: { $0.wireName == request.propertyName }) else { return }
        let property = structure.properties[place]
        let values = request.values.compactMap { fit($0, as: property.type.unwrapped) }
        guard property.isRequired, let first = values.first else { return }
        if let preset = property.presetValue, preset != property.defaultValue || values.contains(preset) { return }
        structure.properties[place].presetValue = first
    }

    func fit(_ value: JSONValue, as type: TypeReference) -> DefaultValue? {
        var fitting = DefaultFitting(schemas: schemas, declarations: declarations)
        return fitting.fit(value, as: type)
    }

    /// The struct or union that a type is another name for.
    func declaration(behind type: TypeReference) -> TypeID? {
        var type = type
        for _ in declarations.indices {
            guard case .declared(let id) = type.unwrapped else { return nil }
            guard case .alias(let target) = declarations[id.index].shape else { return id }
            type = target
        }
        return nil
    }
}

/// More unions than this with discriminators of different names are no real document's.
private let mostTags = 8

/// A tag that objects of a type have to have.
private struct TagRequest {
    let propertyName: String
    let type: TypeReference
    /// Whether all values of the discriminator are strings.
    let isText: Bool
    let values: [JSONValue]

    func with(type: TypeReference) -> TagRequest {
        TagRequest(propertyName: propertyName, type: type, isText: isText, values: values)
    }
}

private struct TagKey: Hashable {
    let type: Int
    let propertyName: String
}

extension Structure {
    /// The tag for a member of the struct, or for one that it does not have.
    fileprivate func tag(for request: TagRequest) -> WrittenTag {
        let name = request.propertyName
        if let property = properties.first(where: { $0.wireName == name }) {
            return WrittenTag(propertyName: name, name: property.name, type: property.type, origin: .property(property.name))
        }
        var scope = NameScope(.structure, reserving: Set(properties.map(\.name.name) + tags.map(\.name.name)))
        if let additional = additionalProperties, [.string, .anyJSON].contains(additional.value) {
            let preferred = scope.claim(Identifier(memberFrom: name), alternative: Identifier(memberFrom: name + " tag"))
            return WrittenTag(
                propertyName: name, name: preferred, type: .optional(additional.value),
                origin: .additionalProperties(additional.name))
        }
        return WrittenTag(
            propertyName: name, name: scope.claim(Identifier(memberFrom: name), alternative: Identifier(memberFrom: name + " tag")),
            type: .optional(request.isText ? .string : .anyJSON), origin: .none)
    }
}
