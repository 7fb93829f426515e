import APIModel
import Diagnostics
import OpenAPI

/// Resolves the schemas of a document: each is interpreted once, here.
///
/// - Parameter log: Receives errors about schemas that expand without reasonable limit.
func resolveSchemas(_ document: OpenAPIDocument, log: inout DiagnosticLog) -> SchemaGraph {
    var resolver = SchemaResolver(document)
    resolver.resolveDocumentSchemas()
    resolver.resolveAlternatives()
    if let position = resolver.limitPosition { log.report(.tooManyMergedSchemas(at: position)) }
    return resolver.graph()
}

/// The stages of resolving schemas, and what they share.
///
/// Forms are merged from the finished forms of the direct parts, so that a long chain of `allOf` takes linear time. Schemas that
/// hold at once, such as those that two parts give for one property, become a merged schema.
struct SchemaResolver {
    let document: OpenAPIDocument
    var drafts: [Draft] = []
    /// The schema that each chain of aliases ends at.
    var targets: [APIModel.SchemaID]
    /// Merged schemas by the set of schemas that they consist of, in the order of their indices.
    var merged: [[Int]: APIModel.SchemaID] = [:]
    /// The schemas that each merged one was made from.
    var directParts: [APIModel.SchemaID: [APIModel.SchemaID]] = [:]
    /// The merged schemas whose forms have not been made.
    var unmerged: [APIModel.SchemaID] = []
    /// Schemas without their alternatives, which the alternatives are merged with.
    var bases: [APIModel.SchemaID: APIModel.SchemaID] = [:]
    /// The schema of values that nothing is known about.
    private(set) var anything = APIModel.SchemaID(index: 0)
    var alternatives: [APIModel.SchemaID: Alternatives] = [:]
    var subtypes = Subtypes()
    /// How many more members merged forms may have; hostile documents multiply them.
    var remainingMembers = mostMembers
    var remainingSchemas: Int
    /// The schema at which a limit was reached.
    var limitPosition: Position?

    init(_ document: OpenAPIDocument) {
        self.document = document
        targets = endsOfChains(document.schemas.map { $0.isAlias ? $0.reference : nil }).map { APIModel.SchemaID($0) }
        remainingSchemas = document.schemas.count + leastMergedSchemas
    }

    func target(of id: APIModel.SchemaID) -> APIModel.SchemaID {
        targets[id.index]
    }

    /// Interprets each schema of the document, parts before the schemas that include them.
    mutating func resolveDocumentSchemas() {
        drafts = document.schemas.map { Draft(identity: identity(of: $0)) }
        anything = add(
            Draft(identity: DraftIdentity(origin: .derived(from: APIModel.SchemaID(index: 0)), position: document.position)))
        let order = partsFirst(document.schemas.map { $0.partsInPlace.map(\.index) })
        completeAnnotations(order)
        resolveNull()
        for index in order where limitPosition == nil { drafts[index] = resolved(document.schemas[index], draft: drafts[index]) }
        mergePending()
        subtypes = Subtypes(document) { targets[$0.index] }
    }

    /// Adds a schema that the document does not contain.
    mutating func add(_ draft: Draft) -> APIModel.SchemaID {
        let id = APIModel.SchemaID(index: drafts.count)
        drafts.append(draft)
        if targets.count < drafts.count { targets.append(id) }
        return id
    }

    /// The finished graph.
    func graph() -> SchemaGraph {
        var forms: [NormalForm] = []
        forms.reserveCapacity(drafts.count)
        var formIndices = [Int](repeating: 0, count: drafts.count)
        for index in drafts.indices where targets[index].index == index {
            formIndices[index] = forms.count
            forms.append(finishedForm(of: APIModel.SchemaID(index: index)))
        }
        let schemas = drafts.indices.map { index in
            let draft = drafts[index]
            return ResolvedSchema(
                componentName: draft.identity.componentName, origin: draft.identity.origin, position: draft.identity.position,
                alias: draft.identity.alias, refined: draft.identity.refined, annotations: draft.identity.annotations,
                effectiveAnnotations: draft.identity.effectiveAnnotations, xml: draft.identity.xml,
                assertions: assertions(of: APIModel.SchemaID(index: index)),
                nullableOverrides: draft.identity.nullableOverrides, formIndex: formIndices[targets[index].index])
        }
        return SchemaGraph(
            schemas: schemas, forms: forms, targets: targets,
            components: document.componentSchemas.map { APIModel.SchemaID($0.schema) })
    }

    private func assertions(of id: APIModel.SchemaID) -> [Assertion] {
        switch drafts[id.index].identity.origin {
        case .document:
            Resolution.assertions(of: document.schemas[id.index], alternatives: alternatives[target(of: id)], in: document)
        case .merged(let parts): [Assertion(.allOf(parts), at: nil)]
        case .derived(let source): id == anything ? [] : [Assertion(.reference(source), at: nil)]
        }
    }

    /// The form with its alternatives, and with members for names that only `required` lists.
    private func finishedForm(of id: APIModel.SchemaID) -> NormalForm {
        var form = drafts[id.index].form
        let null = drafts[id.index].null
        let requiredNames = requiredNames(of: drafts[id.index])
        if !requiredNames.isEmpty { requireMembers(requiredNames, in: &form.object) }
        form.alternatives = alternatives[id]
        if null.isNullable {
            form.kinds.insert(.null)
        } else if form.kinds != .null {
            form.kinds.remove(.null)
        }
        return form
    }

    private func requireMembers(_ names: [Located<String>], in object: inout ObjectForm) {
        let required = Set(names.map(\.value))
        var described: Set<String> = []
        object.members = object.members.map { member in
            described.insert(member.name)
            return required.contains(member.name) ? member.required : member
        }
        let others: APIModel.SchemaID = if case .schema(let schema) = object.additionalProperties { schema } else { anything }
        for name in names where !described.contains(name.value) {
            object.members.append(
                Member(
                    name: name.value, schema: others, sentIn: .both, requiredIn: .both, isDescribed: false, position: name.position)
            )
        }
    }
}

/// The names of the members that every object has: those that `required` lists, and those that these require in turn.
///
/// JSON Schema, Validation, section 6.5.4 (dependentRequired).
private func requiredNames(of draft: Draft) -> [Located<String>] {
    guard !draft.dependencies.isEmpty else { return draft.required }
    let dependencies = Dictionary(draft.dependencies.map { ($0.name, $0.required) }) { $0 + $1 }
    let oneWay = Set(draft.form.object.members.filter { $0.sentIn != .both }.map(\.name))
    var names = draft.required
    var seen = Set(names.map(\.value))
    var next = 0
    while next < names.count {
        let name = names[next]
        next += 1
        // What one direction lacks requires nothing there.
        guard !oneWay.contains(name.value), let others = dependencies[name.value] else { continue }
        names += others.filter { seen.insert($0).inserted }.map { Located($0, at: name.position) }
    }
    return names
}

extension Member {
    /// The member in messages that must carry it.
    fileprivate var required: Member {
        Member(name: name, schema: schema, sentIn: sentIn, requiredIn: sentIn, isDescribed: isDescribed, position: position)
    }
}

extension APIModel.SchemaID {
    init(_ id: OpenAPI.SchemaID) {
        self.init(index: id.index)
    }
}

extension OpenAPI.Schema {
    /// Whether the schema is a reference without other keywords for values.
    var isAlias: Bool {
        reference != nil && !hasSiblingsOfReference && !restrictsBesideReference
    }

    /// The schemas whose requirements hold for the same value.
    var partsInPlace: [OpenAPI.SchemaID] {
        guard let reference else { return allOf }
        return allOf.isEmpty ? [reference] : [reference] + allOf
    }

    var hasPartsInPlace: Bool { reference != nil || !allOf.isEmpty }

    private var restrictsBesideReference: Bool {
        if format != nil || uniqueItems || discriminator != nil || defaultValue != nil { return true }
        if hasLimits, restrictsByLimits { return true }
        guard hasRareKeywords else { return false }
        return rareKeywords.unevaluatedItems != nil || rareKeywords.if != nil || !rareKeywords.dependentRequired.isEmpty
            || !rareKeywords.dependentSchemas.isEmpty
    }

    private var restrictsByLimits: Bool {
        let texts = [minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, pattern]
        let counts = [minLength, maxLength, minItems, maxItems, minProperties, maxProperties]
        let schemas = [not, contains, propertyNames, unevaluatedProperties]
        return texts.contains { $0 != nil } || counts.contains { $0 != nil } || schemas.contains { $0 != nil }
    }
}

/// More members than any real document merges, and few enough to fit into memory.
private let mostMembers = 500_000
private let leastMergedSchemas = 10_000

extension Diagnostic {
    fileprivate static func tooManyMergedSchemas(at position: Position) -> Diagnostic {
        Diagnostic(.error, "'allOf', 'oneOf' and 'anyOf' combine too many schemas here", at: position)
    }
}
