import APIModel
import Diagnostics

/// Reports examples that pages show and that are not valid, and schemas that no example can be made for.
func checkExamples(_ api: API, log: inout DiagnosticLog) {
    var seen: Set<Position> = []
    var validator = Validator(api.schemas, readsScalarsAsText: true)
    func check(_ examples: [SourceValue], _ id: SchemaID?) {
        guard let id else { return }
        for example in examples where seen.insert(example.position).inserted {
            guard let violation = validator.violation(of: example.value, against: id) else { continue }
            log.report(.doesNotMatch(violation, at: example.position(of: violation.path)))
        }
    }
    for operation in api.endpoints.map(\.operation) + api.documentedWebhooks {
        for parameter in operation.parameters { check(parameter.examples.compactMap(\.value), parameter.schema) }
        let representations = (operation.requestBody?.representations ?? []) + operation.responses.flatMap(\.representations)
        for representation in representations where representation.mediaType.coding == .json {
            check(representation.examples.compactMap(\.value), representation.schema)
        }
        for header in operation.responses.flatMap(\.headers) { check(header.examples.compactMap(\.value), header.schema) }
    }
    for component in api.schemas.components {
        check(api.schemas[component].annotations.examples.filter { !$0.value.isScalar }, component)
    }
    reportOmissions(in: api, log: &log)
}

/// Reports what the examples of schemas' pages lack, because no value was found for it.
private func reportOmissions(in api: API, log: inout DiagnosticLog) {
    var seen: Set<Position> = []
    for component in api.schemas.components where !api.schemas[component].annotations.isInternal {
        for omission in ExampleSynthesis.example(for: component, in: api.schemas).omissions {
            let position = api.schemas[omission.schema].position
            if seen.insert(position).inserted { log.report(.lacksExample(omission, at: position)) }
        }
    }
}

extension Diagnostic {
    fileprivate static func doesNotMatch(_ violation: Violation, at position: Position) -> Diagnostic {
        Diagnostic(.warning, "the example does not match its schema: \(violation.reason)", at: position)
    }

    fileprivate static func lacksExample(_ omission: MadeExample.Omission, at position: Position) -> Diagnostic {
        Diagnostic(.warning, "no valid example can be synthesized: \(omission.reason); add an 'example'", at: position)
    }
}
