/// Turns schemas into nodes that refer to each other by number.
struct SchemaCompiler {
    let documents: SchemaDocuments
    let assertsFormats: Bool
    /// The keyword that names required members that may be absent.
    let exemption: String?
    private(set) var nodes: [SchemaNode] = []
    /// What cannot be enforced, and where.
    private(set) var problems: [String] = []
    private(set) var tracksEvaluation = false
    private(set) var isDynamic = false
    private var compiled: [SchemaDocuments.Location: Int] = [:]
    private var resourceNumbers: [String: Int] = [:]
    private var depth = 0

    init(_ documents: SchemaDocuments, assertsFormats: Bool, exemption: String? = nil) {
        self.documents = documents
        self.assertsFormats = assertsFormats
        self.exemption = exemption
    }

    /// The node of the schema at a place.
    mutating func node(at location: SchemaDocuments.Location) -> Int {
        if let node = compiled[location] { return node }
        let base = documents.base(at: location)
        let resource = resourceNumber(base.resource)
        let number = nodes.count
        compiled[location] = number
        let schema = documents.schema(at: location)
        nodes.append(SchemaNode(keyword: location.keyword, line: schema?["x-line"]?.int, resource: resource))
        for line in schema?["x-lines"]?.object?.members ?? [] { nodes[number].keywordLines[line.name] = line.value.int }
        depth += 1
        defer { depth -= 1 }
        guard depth < 500 else {
            problems.append("the schemas at \(location.text) are nested too deeply")
            return number
        }
        switch schema {
        case .bool(let isAllowed)?: nodes[number].rule = isAllowed ? .always : .never
        case .object(let object)?:
            let keywords = self.keywords(of: object, at: location, base: base)
            nodes[number].rule = keywords.isEmpty ? .always : .keywords(keywords)
        default: problems.append("there is no schema at \(location.text)")
        }
        return number
    }

    mutating func resourceNumber(_ uri: String) -> Int {
        if let number = resourceNumbers[uri] { return number }
        resourceNumbers[uri] = resourceNumbers.count
        return resourceNumbers.count - 1
    }

    private mutating func keywords(of schema: JSONObject, at location: SchemaDocuments.Location, base: URIReference)
        -> [SchemaKeyword]
    {
        var keywords = assertions(of: schema, at: location)
        keywords += references(of: schema, at: location, base: base)
        keywords += applicators(of: schema, at: location)
        keywords += arrays(of: schema, at: location)
        keywords += objects(of: schema, at: location)
        // These come last, because they ask what the others have looked at.
        if schema["unevaluatedItems"] != nil {
            tracksEvaluation = true
            keywords.append(.unevaluatedItems(node(at: location.appending("unevaluatedItems"))))
        }
        if schema["unevaluatedProperties"] != nil {
            tracksEvaluation = true
            keywords.append(.unevaluatedProperties(node(at: location.appending("unevaluatedProperties"))))
        }
        return keywords
    }

    // MARK: Keywords without schemas

    private mutating func assertions(of schema: JSONObject, at location: SchemaDocuments.Location) -> [SchemaKeyword] {
        var keywords: [SchemaKeyword] = []
        if let types = types(schema["type"]) { keywords.append(.type(types)) }
        if let value = schema["const"] { keywords.append(.constant(value)) }
        if let values = schema["enum"]?.array { keywords.append(.enumeration(Set(values.map(CanonicalJSON.init)), names: values)) }
        let numbers: [(String, (DecimalNumber) -> SchemaKeyword)] = [
            ("multipleOf", SchemaKeyword.multipleOf), ("maximum", SchemaKeyword.maximum),
            ("exclusiveMaximum", SchemaKeyword.exclusiveMaximum), ("minimum", SchemaKeyword.minimum),
            ("exclusiveMinimum", SchemaKeyword.exclusiveMinimum),
        ]
        for (name, keyword) in numbers {
            if let number = schema[name]?.number { keywords.append(keyword(number)) }
        }
        let counts: [(String, (Int) -> SchemaKeyword)] = [
            ("maxLength", SchemaKeyword.maxLength), ("minLength", SchemaKeyword.minLength), ("maxItems", SchemaKeyword.maxItems),
            ("minItems", SchemaKeyword.minItems), ("maxProperties", SchemaKeyword.maxProperties),
            ("minProperties", SchemaKeyword.minProperties),
        ]
        for (name, keyword) in counts {
            if let count = schema[name]?.int { keywords.append(keyword(count)) }
        }
        if let text = schema["pattern"]?.string, let pattern = pattern(text, at: location) {
            keywords.append(.pattern(pattern, text: text))
        }
        if assertsFormats, let name = schema["format"]?.string, let format = SchemaFormat.named[name] {
            keywords.append(.format(format, name: name))
        }
        if schema["uniqueItems"]?.bool == true { keywords.append(.uniqueItems) }
        if let names = schema["required"]?.array {
            keywords.append(.required(self.names(names, requiredBy: schema)))
        }
        if let dependencies = schema["dependentRequired"]?.object {
            keywords.append(
                .dependentRequired(dependencies.members.map { ($0.name, names($0.value.array ?? [], requiredBy: schema)) }))
        }
        return keywords
    }

    /// Returns the required names without those that the schema exempts in this direction.
    private func names(_ list: [JSONValue], requiredBy schema: JSONObject) -> [String] {
        let exempt = exemption.flatMap { schema[$0]?.array }?.compactMap(\.string) ?? []
        return list.compactMap(\.string).filter { !exempt.contains($0) }
    }

    private func types(_ value: JSONValue?) -> SchemaTypes? {
        let names = value?.string.map { [$0] } ?? value?.array.map { $0.compactMap(\.string) }
        guard let names else { return nil }
        return SchemaTypes.named.filter { names.contains($0.name) }.reduce(into: []) { $0.insert($1.type) }
    }

    private mutating func pattern(_ text: String, at location: SchemaDocuments.Location) -> Pattern? {
        do throws(PatternError) {
            return try Pattern(text)
        } catch {
            problems.append("the pattern '\(text)' at \(location.text) is not enforced: \(error)")
            return nil
        }
    }

    // MARK: Keywords with schemas

    private mutating func references(
        of schema: JSONObject, at location: SchemaDocuments.Location, base: URIReference
    ) -> [SchemaKeyword] {
        var keywords: [SchemaKeyword] = []
        if let reference = schema["$ref"]?.string, let target = target(of: reference, base: base, at: location) {
            keywords.append(.reference(target))
        }
        if let reference = schema["$dynamicRef"]?.string, let target = target(of: reference, base: base, at: location) {
            let anchor = URIReference(reference).fragment ?? ""
            let resolved = documents.location(of: reference, from: base)
            if documents.dynamicAnchors.contains(where: { $0.name == anchor && $0.location == resolved }) {
                isDynamic = true
                keywords.append(.dynamicReference(anchor: anchor, initial: target))
            } else {
                keywords.append(.reference(target))
            }
        }
        return keywords
    }

    private mutating func target(of reference: String, base: URIReference, at location: SchemaDocuments.Location) -> Int? {
        guard let target = documents.location(of: reference, from: base) else {
            problems.append("'\(reference)' at \(location.text) leads to no schema")
            return nil
        }
        let number = node(at: target)
        nodes[number].isReferenced = true
        return number
    }

    private mutating func list(_ name: String, of schema: JSONObject, at location: SchemaDocuments.Location) -> [Int]? {
        guard let schemas = schema[name]?.array else { return nil }
        let list = location.appending(name)
        return schemas.indices.map { node(at: list.appending(String($0))) }
    }

    private mutating func single(_ name: String, of schema: JSONObject, at location: SchemaDocuments.Location) -> Int? {
        schema[name] == nil ? nil : node(at: location.appending(name))
    }

    private mutating func map(
        _ name: String, of schema: JSONObject, at location: SchemaDocuments.Location
    ) -> [(name: String, schema: Int)]? {
        guard let members = schema[name]?.object?.members else { return nil }
        let map = location.appending(name)
        return members.map { ($0.name, node(at: map.appending($0.name))) }
    }

    private mutating func applicators(of schema: JSONObject, at location: SchemaDocuments.Location) -> [SchemaKeyword] {
        var keywords: [SchemaKeyword] = []
        if let schemas = list("allOf", of: schema, at: location) { keywords.append(.allOf(schemas)) }
        if let schemas = list("anyOf", of: schema, at: location) { keywords.append(.anyOf(schemas)) }
        if let schemas = list("oneOf", of: schema, at: location) { keywords.append(.oneOf(schemas)) }
        if let inner = single("not", of: schema, at: location) { keywords.append(.not(inner)) }
        if let condition = single("if", of: schema, at: location) {
            let then = single("then", of: schema, at: location)
            let otherwise = single("else", of: schema, at: location)
            keywords.append(.condition(if: condition, then: then, else: otherwise))
        }
        if let schemas = map("dependentSchemas", of: schema, at: location) { keywords.append(.dependentSchemas(schemas)) }
        return keywords
    }

    private mutating func arrays(of schema: JSONObject, at location: SchemaDocuments.Location) -> [SchemaKeyword] {
        var keywords: [SchemaKeyword] = []
        let prefix = list("prefixItems", of: schema, at: location)
        let rest = single("items", of: schema, at: location)
        if prefix != nil || rest != nil { keywords.append(.items(prefix: prefix ?? [], rest: rest)) }
        if let inner = single("contains", of: schema, at: location) {
            let minimum = schema["minContains"]?.int ?? 1
            keywords.append(.contains(inner, minimum: minimum, maximum: schema["maxContains"]?.int))
        }
        return keywords
    }

    private mutating func objects(of schema: JSONObject, at location: SchemaDocuments.Location) -> [SchemaKeyword] {
        var keywords: [SchemaKeyword] = []
        var members = MemberSchemas()
        for (name, node) in map("properties", of: schema, at: location) ?? [] {
            members.named[name] = node
        }
        let patterns = map("patternProperties", of: schema, at: location) ?? []
        for (text, node) in patterns {
            if let pattern = pattern(text, at: location) { members.patterns.append((pattern, node)) }
        }
        // Without one of the patterns, the additional members are unknown.
        if members.patterns.count == patterns.count {
            members.additional = single("additionalProperties", of: schema, at: location)
        }
        if !members.named.isEmpty || !members.patterns.isEmpty || members.additional != nil { keywords.append(.members(members)) }
        if let names = single("propertyNames", of: schema, at: location) { keywords.append(.propertyNames(names)) }
        return keywords
    }
}

extension SchemaDocuments.Location {
    /// The keyword that the schema stands under.
    fileprivate var keyword: String {
        let names = path.filter { Int($0) == nil }
        guard let last = names.last else { return "schema" }
        if names.count > 1, ["properties", "patternProperties", "dependentSchemas"].contains(names[names.count - 2]) {
            return names[names.count - 2]
        }
        return last
    }

    fileprivate var text: String { "#" + path.map { "/" + pointerToken($0) }.joined() }
}
