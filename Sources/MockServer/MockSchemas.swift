import APIModel
import APIRuntime
import Generator

/// The schemas of everything that requests or responses carry, as generated code validates them, and what types would require besides.
struct MockSchemas {
    private let references: EnforcedSchemas
    private let schemas: DocumentSchemas
    private let direction: MessageDirection

    init(_ api: API, _ endpoints: [Endpoint], _ direction: MessageDirection) {
        self.direction = direction
        references =
            switch direction {
            case .requests: EnforcedSchemas(api.schemas, requestedBy: endpoints)
            case .responses: EnforcedSchemas(api.schemas, returnedBy: endpoints)
            }
        schemas = DocumentSchemas(schemaText(references, of: api))
    }

    /// Returns the violations of a schema by a value of a message.
    func violations(of value: APIRuntime.JSONValue, against schema: SchemaID) -> [JSONViolation] {
        guard let reference = references.pointer(to: schema) else { return [] }
        return schemas.violations(of: value, against: reference, in: direction)
    }
}

extension APIModel.JSONValue {
    /// The value as one of the runtime.
    var atRuntime: APIRuntime.JSONValue {
        (try? APIRuntime.JSONValue(json: Array(compactText.utf8))) ?? .null
    }
}
