import Diagnostics
import YAMLTree

extension DocumentReader {
    /// Reads the version of the specification, or returns `nil` after an error.
    mutating func readVersion() -> SpecificationVersion? {
        let swagger = root.entry("swagger")
        guard let field = root.entry("openapi") ?? swagger else {
            report(.missingVersion(root))
            return nil
        }
        if let swagger, swagger.name != field.name {
            report(.twoVersions(field, swagger), choosing: "read as OpenAPI")
        }
        let text = field.value.text ?? "\(field.value.kindPhrase)"
        document.versionText = text
        let numbers = text.split(separator: ".", omittingEmptySubsequences: false).prefix(2)
        switch (field.name, numbers.joined(separator: ".")) {
        case ("swagger", "2.0"), ("swagger", "2"): return .v2_0
        case ("openapi", "3.0"), ("openapi", "3"): return .v3_0
        case ("openapi", "3.1"): return .v3_1
        case ("openapi", "3.2"): return .v3_2
        default:
            report(.unknownVersion(text, field))
            return nil
        }
    }
}

extension Diagnostic {
    fileprivate static func missingVersion(_ node: YAMLNode) -> Diagnostic {
        let other = node.entry("asyncapi").map { _ in " (AsyncAPI is another specification)" } ?? ""
        return Diagnostic(
            .error, "the document has no 'openapi' field with the version of the specification\(other)", at: node.position)
    }

    fileprivate static func twoVersions(_ field: YAMLEntry, _ other: YAMLEntry) -> Diagnostic {
        Diagnostic(
            .error, "the document has both 'openapi' and 'swagger'", at: field.key.position,
            notes: [.init("the other field is here", at: other.key.position)])
    }

    fileprivate static func unknownVersion(_ text: String, _ field: YAMLEntry) -> Diagnostic {
        let expected = field.name == "swagger" ? "2.0" : "3.0, 3.1 or 3.2"
        return Diagnostic(
            .error, "'\(field.name)' version '\(text)' is not supported, expected \(expected)", at: field.value.position)
    }
}
