import APIModel
import Diagnostics
import OpenAPI

/// What is known about a schema while the graph is being built.
///
/// A class, as a draft has many fields, and there are tens of thousands of them; as with
/// `OpenAPI.Schema`, no access of a property lasts while another begins.
final class Draft {
    /// Without alternatives and without members that only `required` names, until the graph is finished.
    var form = NormalForm()
    /// The names that `required` of all parts lists, each once.
    var required: [Located<String>] = []
    /// The names that `dependentRequired` of all parts lists, by the member that requires them.
    var dependencies: [DependentNames] = []
    /// The `oneOf` and `anyOf` lists of all parts.
    var unions: [UnionList] = []
    /// The schema's own discriminator, or the first one of its parts.
    var discriminator: OpenAPI.Discriminator?
    var null = NullState.silent
    var identity: DraftIdentity

    init(identity: DraftIdentity) {
        self.identity = identity
    }

    /// Another draft that is equal to this one.
    func copy() -> Draft {
        let draft = Draft(identity: identity)
        draft.form = form
        draft.required = required
        draft.dependencies = dependencies
        draft.unions = unions
        draft.discriminator = discriminator
        draft.null = null
        return draft
    }
}

/// A `oneOf` or `anyOf` list.
struct UnionList {
    var schemas: [APIModel.SchemaID]
    /// Whether a value matches exactly one of the schemas, as `oneOf` requires.
    var isExclusive: Bool
}

/// What a schema is, as opposed to what it requires.
struct DraftIdentity {
    var origin: SchemaOrigin
    var position: Position
    var componentName: String?
    var alias: APIModel.SchemaID?
    var refined: APIModel.SchemaID?
    var annotations = Annotations.none
    var effectiveAnnotations = Annotations.none
    var xml: APIModel.XMLRepresentation?
    var nullableOverrides = false

    init(origin: SchemaOrigin, position: Position) {
        self.origin = origin
        self.position = position
    }
}

/// Whether the parts of a schema allow null.
enum NullState {
    /// Nothing, so that the document does not mean null to be a value.
    case silent
    case allowed
    case refused
    /// Null is valid even if other parts exclude it, which is what authors of OpenAPI 3.0 mean by `nullable` beside `$ref` or
    /// `allOf`.
    case forced

    /// The combination of two parts.
    func and(_ other: NullState) -> NullState {
        if self == .forced || other == .forced { return .forced }
        if self == .refused || other == .refused { return .refused }
        return self == .allowed || other == .allowed ? .allowed : .silent
    }

    var isNullable: Bool { self == .allowed || self == .forced }
}
