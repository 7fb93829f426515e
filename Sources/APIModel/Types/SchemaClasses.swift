/// Groups of schemas that would generate the same Swift type, so that copies of an inline schema become one type.
///
/// Equal schemas have the same keywords and the same descriptions, which become doc comments. Whatever does not appear in a
/// declaration is ignored: examples, `xml`, and the position. Values are still validated against their own schema.
struct SchemaClasses {
    private let schemas: SchemaGraph
    /// The number of each known class.
    private var numbers: [HashedContents: Int] = [:]
    private var known: [SchemaID: Int] = [:]
    /// The schemas whose parts are being looked at.
    private var open: Set<SchemaID> = []
    /// The maximum nesting depth; schemas nested more deeply are never merged with others.
    private static let deepest = 50

    init(_ schemas: SchemaGraph) {
        self.schemas = schemas
    }

    /// Returns the number of a schema's class; nil if it contains itself other than through a component, or nests too deeply.
    mutating func number(of id: SchemaID) -> Int? {
        if let number = known[id] { return number }
        guard open.count < Self.deepest, open.insert(id).inserted else { return nil }
        defer { open.remove(id) }
        let contents = HashedContents(contents(of: id))
        let number = numbers[contents] ?? numbers.count
        if number == numbers.count { numbers[contents] = number }
        known[id] = number
        return number
    }

    private mutating func contents(of id: SchemaID) -> SchemaContents {
        let form = schemas.form(id)
        var contents = SchemaContents(form, words: words(of: id))
        contents.source = schemas.typeSource(of: id).map { part($0) }
        contents.members = form.object.members.map { member in
            SchemaContents.Member(
                name: member.name, part: part(member.schema), sentIn: member.sentIn, requiredIn: member.requiredIn,
                isDescribed: member.isDescribed)
        }
        contents.patterns = form.object.patterns.map { SchemaContents.Pattern(pattern: $0.name, part: part($0.schema)) }
        contents.additionalProperties = others(form.object.additionalProperties)
        contents.prefix = form.array.prefix.map { part($0) }
        contents.rest = others(form.array.rest)
        guard let alternatives = form.alternatives else { return contents }
        contents.discriminator = alternatives.discriminator
        if case .subtypes(let base) = alternatives.origin { contents.base = part(base) }
        contents.isChoiceOfKinds = alternatives.origin == .kinds
        contents.alternatives = alternatives.list.map { alternative in
            SchemaContents.Alternative(
                part: part(alternative.schema), listed: part(alternative.listed), values: alternative.discriminatorValues)
        }
        return contents
    }

    private mutating func part(_ id: SchemaID) -> SchemaContents.Part {
        SchemaContents.Part(words: words(of: id), isNullable: schemas.form(id).isNullable, schema: reference(to: id))
    }

    private mutating func reference(to id: SchemaID) -> SchemaContents.Reference {
        let target = schemas.target(of: id, stoppingAt: { schemas[$0].componentName != nil })
        if schemas[target].componentName != nil { return .only(target) }
        return number(of: target).map { .anyOf(class: $0) } ?? .only(target)
    }

    private mutating func others(_ values: OtherValues) -> SchemaContents.Others {
        switch values {
        case .unspecified: .unspecified
        case .none: .none
        case .any: .any
        case .schema(let id): .part(part(id))
        }
    }

    private func words(of id: SchemaID) -> SchemaContents.Words {
        let annotations = schemas[id].annotations
        return SchemaContents.Words(
            title: annotations.title, description: annotations.description, isDeprecated: annotations.isDeprecated,
            defaultValue: schemas[id].effectiveAnnotations.defaultValue?.json)
    }
}

/// The contents of a schema with their hash, which is found once.
private final class HashedContents: Hashable {
    private let contents: SchemaContents
    private let hash: Int

    init(_ contents: SchemaContents) {
        self.contents = contents
        hash = contents.hashValue
    }

    static func == (one: HashedContents, other: HashedContents) -> Bool {
        one.hash == other.hash && one.contents == other.contents
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(hash)
    }
}

/// The properties of a schema that determine its Swift type, apart from the name.
private struct SchemaContents: Hashable {
    let words: Words
    let kinds: JSONKinds
    let namesKinds: Bool
    let booleanValue: Bool?
    let values: [Value]?
    let format: String?
    let texts: [String]
    let bounds: [Assertion.Bound: String]
    let counts: [Assertion.Count: Int]
    let contentMediaType: String?
    let contentEncoding: String?
    let hasUniqueItems: Bool
    let isComplete: Bool
    var source: Part?
    var members: [Member] = []
    var patterns: [Pattern] = []
    var additionalProperties = Others.unspecified
    var prefix: [Part] = []
    var rest = Others.unspecified
    var discriminator: Discriminator?
    var base: Part?
    var isChoiceOfKinds = false
    var alternatives: [Alternative] = []

    /// - Parameter form: Its nullability is ignored, because a nullable schema has the same type, made optional at each use.
    init(_ form: NormalForm, words: Words) {
        self.words = words
        kinds = form.kinds.subtracting(.null)
        namesKinds = form.namesKinds
        booleanValue = form.booleanValue
        values = form.values.map { $0.map { Value(value: $0.value, name: $0.name, description: $0.description) } }
        format = form.format
        texts = form.patterns
        bounds = form.bounds
        counts = form.counts
        contentMediaType = form.contentMediaType
        contentEncoding = form.contentEncoding
        hasUniqueItems = form.array.hasUniqueItems
        isComplete = form.isComplete
    }
}

extension SchemaContents {
    /// The annotations that become documentation and defaults.
    fileprivate struct Words: Hashable {
        let title: String?
        let description: String?
        let isDeprecated: Bool
        /// The default's JSON text.
        let defaultValue: String?
    }

    fileprivate struct Value: Hashable {
        let value: JSONValue
        let name: String?
        let description: String?
    }

    /// A schema inside another one.
    fileprivate struct Part: Hashable {
        let words: Words
        let isNullable: Bool
        let schema: Reference
    }

    fileprivate enum Reference: Hashable {
        /// A component, or a schema that equals no other.
        case only(SchemaID)
        case anyOf(class: Int)
    }

    fileprivate struct Member: Hashable {
        let name: String
        let part: Part
        let sentIn: Directions
        let requiredIn: Directions
        let isDescribed: Bool
    }

    fileprivate struct Pattern: Hashable {
        let pattern: String
        let part: Part
    }

    fileprivate struct Alternative: Hashable {
        let part: Part
        let listed: Part
        let values: [JSONValue]
    }

    fileprivate enum Others: Hashable {
        case unspecified, none, any
        case part(Part)
    }
}
