import APIModel
import APIRuntime
import Foundation
import OpenAPI
import Testing
import Trial

/// Whether the tool, which validates examples, and the servers that it generates judge values alike.
struct ValidatorTests {
    private static let suite = URL(filePath: package).appending(path: "../shared/jsonschema-suite/tests").standardizedFileURL
    private static let files = ["draft2020-12": "3.1.0", "draft4": "3.0.3"].sorted { $0.key < $1.key }.flatMap { draft, version in
        let folder = suite.appending(path: draft)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().map { SuiteFile(url: folder.appending(path: $0), version: version) }
    }

    /// The tool leaves an empty `enum` out, with a warning, and makes no statement about expressions that it cannot match.
    private static let differences = ["empty enum", "regex format"]

    @Test(.enabled(if: !files.isEmpty, "JSON Schema's test suite is not in ../shared"))
    func toolAndRuntimeAgree() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "suite.json")
        var count = 0
        for file in Self.files {
            for group in try APIRuntime.JSONValue(json: Array(try Data(contentsOf: file.url))).array ?? [] {
                guard !Self.differences.contains(group.object?["description"]?.string ?? "") else { continue }
                guard let text = try file.document(for: group) else { continue }
                try Data(text.utf8).write(to: path)
                guard let (document, api) = try readDocument(path) else { continue }
                count += try compare(group, document, api)
            }
        }
        #expect(count > 1_500)
    }

    /// Returns how many values were compared.
    private func compare(_ group: APIRuntime.JSONValue, _ document: OpenAPIDocument, _ api: API) throws -> Int {
        let schema = try #require(api.schemas.components.first)
        let oracle = try #require(TrialValues(document, seed: 1, count: 0).schemas[.undirected])
        let runtime = JSONSchemaSet(oracle)
        var tool = Validator(api.schemas)
        let tests = group.object?["tests"]?.array ?? []
        let values = api.schemas[schema].annotations.examples
        for (test, value) in zip(tests, values) {
            let data = test.object?["data"] ?? .null
            let violations = runtime.violations(of: data, against: "#/$defs/S")
            let violation = tool.violation(of: value.value, against: schema)
            let title = "\(group.object?["description"] ?? .null): \(test.object?["description"] ?? .null)"
            #expect((violation == nil) == violations.isEmpty, "\(title), \(violation.map { "\($0)" } ?? "") \(violations)")
        }
        return min(tests.count, values.count)
    }
}

/// A file of JSON Schema's test suite, and the version of OpenAPI that has its dialect.
private struct SuiteFile {
    let url: URL
    let version: String

    /// An OpenAPI document with the schema of a group as a component, which has the group's values as examples; `nil` where
    /// identifiers make the schema a resource of its own, as a document is one resource, and for `dependencies`, which OpenAPI lacks.
    func document(for group: APIRuntime.JSONValue) throws -> String? {
        let schema = placed(group.object?["schema"] ?? .null)
        let text = String(decoding: try JSONWriter.write(schema), as: UTF8.self)
        let values = (group.object?["tests"]?.array ?? []).map { $0.object?["data"] ?? .null }
        let examples = String(decoding: try JSONWriter.write(APIRuntime.JSONValue.array(values)), as: UTF8.self)
        let excluded = ["$id", "id", "$anchor", "$dynamicRef", "$dynamicAnchor", "dependencies"]
        guard case .object = schema, !excluded.contains(where: { text.contains("\"\($0)\":") }) else { return nil }
        let fields = text.dropFirst().dropLast()
        return """
            {"openapi": "\(version)", "info": {"title": "Suite", "version": "1"}, "paths": {},
            "components": {"schemas": {"S": {\(fields)\(fields.isEmpty ? "" : ",") "examples": \(examples)}}}}
            """
    }

    /// A schema with its references leading to where it stands in the document, without the name of its dialect.
    private func placed(_ schema: APIRuntime.JSONValue) -> APIRuntime.JSONValue {
        switch schema {
        case .array(let elements): return .array(elements.map(placed))
        case .object(let object):
            return .object(
                JSONObject(
                    object.members.filter { $0.name != "$schema" }.map { member in
                        if member.name == "$ref", let reference = member.value.string, reference.hasPrefix("#") {
                            return .init(name: "$ref", value: .string("#/components/schemas/S" + reference.dropFirst()))
                        }
                        let isValue = ["enum", "const"].contains(member.name)
                        return .init(name: member.name, value: isValue ? member.value : placed(member.value))
                    }))
        default: return schema
        }
    }
}
