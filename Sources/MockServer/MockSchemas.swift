import APIModel
import APIRuntime
import Generator

/// The schemas of everything that requests carry, as generated servers validate them, and what types would require besides.
struct MockSchemas {
    private let references: EnforcedSchemas
    private let schemas: DocumentSchemas

    init(_ api: API, _ endpoints: [Endpoint]) {
        references = EnforcedSchemas(api.schemas, requestedBy: endpoints)
        schemas = DocumentSchemas(schemaText(references, of: api))
    }

    /// Returns the violations of a schema by a value of a request.
    func violations(of value: APIRuntime.JSONValue, against schema: SchemaID) -> [JSONViolation] {
        guard let reference = references.pointer(to: schema) else { return [] }
        return schemas.violations(of: value, against: reference, in: .requests)
    }
}

extension APIModel.JSONValue {
    /// The value as one of the runtime.
    var atRuntime: APIRuntime.JSONValue {
        (try? APIRuntime.JSONValue(json: Array(compactText.utf8))) ?? .null
    }
}
