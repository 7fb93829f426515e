/// How values of the schemas of a document's XML bodies are written (OpenAPI 3.1.1, section 4.8.26).
///
/// What has parts has a name, so that schemas which hold themselves end somewhere.
package struct XMLShapes {
    /// In the order in which they were first asked for.
    package private(set) var declarations: [XMLDeclaration] = []
    private var places: [SchemaID: Int] = [:]
    private var scope = NameScope(.xmlShapes)
    private let schemas: SchemaGraph

    /// The shapes of everything that the operations of a document send or read as XML.
    init(_ schemas: SchemaGraph, of endpoints: [Endpoint]) {
        self.schemas = schemas
        for endpoint in endpoints {
            for content in endpoint.body?.content ?? [] { add(content, of: endpoint, "body") }
            for outcome in endpoint.outcomes {
                for content in outcome.contents { add(content, of: endpoint, outcome.name.name) }
            }
        }
        var next = 0
        // Describing one schema may need more of them.
        while next < declarations.count {
            let (shape, element) = describe(declarations[next])
            declarations[next].shape = shape
            declarations[next].element = element
            next += 1
        }
    }

    /// The shape of bodies with a schema; nil where none of them is XML.
    package func declaration(of schema: SchemaID) -> XMLDeclaration? {
        places[schemas.xmlKey(of: schema)].map { declarations[$0] }
    }

    private mutating func add(_ content: Content, of endpoint: Endpoint, _ part: String) {
        guard let schema = content.xml?.schema else { return }
        _ = name(of: schemas.xmlKey(of: schema), preferredName: endpoint.name.name + " " + part)
    }

    private mutating func name(of schema: SchemaID, preferredName: String) -> Identifier {
        if let place = places[schema] { return declarations[place].name }
        let name = scope.claim(Identifier(memberFrom: schemas[schemas.target(of: schema)].componentName ?? preferredName))
        places[schema] = declarations.count
        declarations.append(XMLDeclaration(name: name, schema: schema))
        return name
    }
}

/// A shape that others refer to by its name.
package struct XMLDeclaration {
    package let name: Identifier
    let schema: SchemaID
    package fileprivate(set) var shape = XMLShape.any
    /// The element of a value by itself; nil where the document does not define it.
    package fileprivate(set) var element: XMLName?
}

/// What is inside an element.
package indirect enum XMLShape {
    case text, token, any
    case object([XMLMember], others: XMLShape?)
    case list(XMLName, XMLShape)
    case named(Identifier)
}

/// Where a property of an object is written.
package struct XMLMember {
    package enum Place {
        case element(XMLShape)
        case attribute(XMLShape)
        case text(XMLShape, isCDATA: Bool, isRequired: Bool)
        /// A list without an element around it.
        case items(XMLShape, isRequired: Bool)
    }

    package let property: String
    package let name: XMLName
    package let place: Place
}

/// The name of an element or attribute.
package struct XMLName: Equatable {
    package let local: String
    package let prefix: String?
    package let namespace: String?

    package init(_ local: String, prefix: String? = nil, namespace: String? = nil) {
        self.local = local
        self.prefix = prefix
        self.namespace = namespace
    }
}

extension XMLShapes {
    private mutating func describe(_ declaration: XMLDeclaration) -> (XMLShape, XMLName?) {
        let schema = declaration.schema
        let own = representation(of: schema)
        let element = (own?.name ?? schemas[schemas.target(of: schema)].componentName).map { XMLName($0, own) }
        let form = schemas.form(schema)
        if isList(schema) { return (list(form.array, around: element?.local ?? "item", depth: 0), element) }
        if form.isTypedScalar { return (scalar(schema), element) }
        let required = Set(form.object.members.filter(\.isRequired).map(\.name))
        let name = declaration.name.name
        let members = members(of: schema).map { member($0, of: name, isRequired: required.contains($0.name)) }
        var others: XMLShape?
        if case .schema(let other) = form.object.additionalProperties, !isOpen(other) {
            others = shape(of: other, preferredName: name + " value", depth: 0)
        }
        return (.object(distinct(members), others: others), element)
    }

    /// Whether a schema does not restrict the kinds of its values.
    private func isOpen(_ schema: SchemaID) -> Bool {
        let form = schemas.form(schema)
        return form.booleanValue != nil || form.isOnlyConstraint
    }

    private mutating func member(_ member: Member, of owner: String, isRequired: Bool) -> XMLMember {
        let own = representation(of: member.schema)
        let name = XMLName(own?.name ?? member.name, own)
        let preferredName = owner + " " + member.name
        let isScalar = !isList(member.schema) && !isObject(member.schema)
        if isScalar, own?.isAttribute == true || own?.nodeType == "attribute" {
            return XMLMember(property: member.name, name: name, place: .attribute(scalar(member.schema)))
        }
        if isScalar, own?.nodeType == "text" || own?.nodeType == "cdata" {
            let place = XMLMember.Place.text(scalar(member.schema), isCDATA: own?.nodeType == "cdata", isRequired: isRequired)
            return XMLMember(property: member.name, name: name, place: place)
        }
        guard isList(member.schema) else {
            return XMLMember(
                property: member.name, name: name, place: .element(shape(of: member.schema, preferredName: preferredName, depth: 0))
            )
        }
        let isWrapped = own?.isWrapped == true || own?.nodeType == "element"
        let array = schemas.form(member.schema).array
        guard case .list(let item, let shape) = list(array, around: isWrapped ? name.local : member.name, depth: 0, preferredName)
        else { return XMLMember(property: member.name, name: name, place: .element(.any)) }
        return XMLMember(
            property: member.name, name: isWrapped ? name : item,
            place: isWrapped ? .element(.list(item, shape)) : .items(shape, isRequired: isRequired))
    }

    /// Items without a name of their own have that of the list.
    private mutating func list(_ array: ArrayForm, around name: String, depth: Int, _ preferredName: String = "item") -> XMLShape {
        guard case .schema(let items) = array.rest else { return .list(XMLName(name), .any) }
        let own = representation(of: items)
        return .list(
            XMLName(own?.name ?? name, own),
            shape(of: items, preferredName: preferredName, depth: depth + 1, around: own?.name ?? name))
    }

    private mutating func shape(of schema: SchemaID, preferredName: String, depth: Int, around name: String = "item") -> XMLShape {
        // Lists of lists are written in place; real documents are never nested this deep.
        if depth > 8 { return .any }
        if isList(schema) { return list(schemas.form(schema).array, around: name, depth: depth, preferredName) }
        return isObject(schema) ? .named(self.name(of: schemas.target(of: schema), preferredName: preferredName)) : scalar(schema)
    }

    private func scalar(_ schema: SchemaID) -> XMLShape {
        let form = schemas.form(schema)
        var kinds = JSONKinds(form.typedKinds)
        for alternative in form.alternatives?.list ?? [] { kinds.formUnion(JSONKinds(schemas.form(alternative.schema).typedKinds)) }
        let tokens: JSONKinds = [.number, .integer, .boolean]
        if kinds.isEmpty { return form.values == nil ? .any : .text }
        return kinds.isSubset(of: tokens) ? .token : kinds.isSubset(of: tokens.union(.string)) ? .text : .any
    }

    private func isList(_ schema: SchemaID) -> Bool {
        schemas.form(schema).typedKinds == [.array]
    }

    private func isObject(_ schema: SchemaID) -> Bool {
        schemas.form(schema).typedKinds == [.object] || !members(of: schema).isEmpty
    }

    /// The members of a schema and of all its alternatives, each name once.
    private func members(of schema: SchemaID) -> [Member] {
        var found: [Member] = []
        var names: Set<String> = []
        var seen: Set<SchemaID> = []
        var open = [schema]
        // The limit keeps a hostile document linear.
        while let next = open.popLast(), seen.count < 200 {
            guard seen.insert(schemas.target(of: next)).inserted else { continue }
            let form = schemas.form(next)
            found += form.object.members.filter { $0.isDescribed && names.insert($0.name).inserted }
            open += (form.alternatives?.list ?? []).reversed().map(\.schema)
        }
        return found
    }

    /// What the schema says about XML, or the one that it only adds requirements to; a base's element is not that of what derives
    /// from it.
    private func representation(of schema: SchemaID) -> XMLRepresentation? {
        var schema = schema
        for _ in 0..<100 {
            if let xml = schemas[schema].xml { return xml }
            guard let next = schemas.typeSource(of: schema) else { return nil }
            schema = next
        }
        return nil
    }

    /// Members whose names would be the same in XML keep the properties' names, so that each is found again.
    private func distinct(_ members: [XMLMember]) -> [XMLMember] {
        var taken: Set<String> = []
        return members.map { member in
            if case .text = member.place { return member }
            let isAttribute = if case .attribute = member.place { true } else { false }
            if taken.insert("\(isAttribute) \(member.name.namespace ?? "") \(member.name.local)").inserted { return member }
            return XMLMember(property: member.property, name: XMLName(member.property), place: member.place)
        }
    }
}

extension XMLName {
    fileprivate init(_ local: String, _ representation: XMLRepresentation?) {
        self.init(local, prefix: representation?.prefix, namespace: representation?.namespace)
    }
}

extension SchemaGraph {
    /// What bodies have one shape by: a body's element may have another name than that of the schema which it refers to.
    func xmlKey(of schema: SchemaID) -> SchemaID {
        self[schema].xml == nil ? target(of: schema) : schema
    }
}

extension JSONKinds {
    fileprivate init(_ kinds: [JSONKinds]) {
        self = kinds.reduce(into: []) { $0.formUnion($1) }
    }
}
