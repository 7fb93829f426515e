import APIModel
import Diagnostics
import OpenAPI
import Resolution
import YAMLTree

/// The model of a document as readable lines.
struct Model {
    private let api: API?
    private let diagnostics: [String]

    init(_ text: String, path: String) {
        var log = DiagnosticLog()
        let id = log.add(SourceFile(path: path, bytes: Array(text.utf8)))
        var api: API?
        if let tree = parseYAML(id, log: &log) {
            let document = resolve(readOpenAPI(tree, log: &log), log: &log)
            api = makeAPI(from: document, namespace: Identifier(typeFrom: "Model"), log: &log)
        }
        self.api = api
        // The tests of the stages that report them read the texts.
        diagnostics = log.diagnostics.map { "\($0.severity) in line \($0.position.line)" }
    }

    /// The lines of one part of the model.
    func lines(of section: String) -> [String] {
        guard let api, section != "diagnostics" else { return diagnostics }
        return switch section {
        case "types": TypeLines(api).lines
        case "operations": OperationLines(api).lines
        case "serialization": OperationLines(api).serialization
        case "access": OperationLines(api).access
        case "errors": OperationLines(api).errors
        case "limits": OperationLines(api).limits
        case "schemas": SchemaLines(api.schemas).lines
        case "exemptions": ExemptionLines(api).lines
        default: ["there is no section '\(section)'"]
        }
    }
}
