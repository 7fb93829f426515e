import APIRuntime
import Foundation
import Testing

/// JSON Schema's test suite, where it lies beside the package.
private let folder = URL(filePath: #filePath).appending(path: "../../../../../shared/jsonschema-suite").standardizedFileURL

private let files: [URL] = {
    let tests = folder.appending(path: "tests/draft2020-12")
    let files = (try? FileManager.default.contentsOfDirectory(at: tests, includingPropertiesForKeys: nil)) ?? []
    let optional = [
        "anchor", "bignum", "dynamicRef", "ecmascript-regex", "float-overflow", "id", "no-schema", "non-bmp-regex",
        "unknownKeyword",
    ]
    let more = files.isEmpty ? [] : optional.map { tests.appending(path: "optional/\($0).json") }
    return (files.filter { $0.pathExtension == "json" } + more).sorted { $0.path < $1.path }
}()

/// What is left out, and why.
private let leftOut: [String: String] = [
    "validate definition against metaschema": "the runtime does not carry the metaschema",
    "remote ref, containing refs itself": "the runtime does not carry the metaschema",
    "schema that uses custom metaschema with with no validation vocabulary": "OpenAPI documents declare no vocabularies",
]

@Suite struct SchemaSuiteTests {
    @Test(.enabled(if: !files.isEmpty, "there is no ../shared/jsonschema-suite"), arguments: files)
    func verdictsAreThoseOfTheSuite(_ file: URL) throws {
        let remotes = try Self.remotes()
        for group in try #require(JSONValue(json: [UInt8](Data(contentsOf: file))).array) {
            let name = group["description"]?.string ?? ""
            guard leftOut[name] == nil else { continue }
            let schema = group["schema"]?.description ?? "true"
            let set = JSONSchemaSet(schema, remotes: schema.contains("localhost:1234") ? remotes : [:], assertsFormats: false)
            for test in group["tests"]?.array ?? [] {
                let data = test["data"] ?? nil
                let violations = set.violations(of: data)
                #expect(try set.violations(in: JSONWriter.write(data)) == violations)
                #expect(
                    violations.isEmpty == test["valid"]?.bool,
                    "\(name): \(test["description"]?.string ?? ""): \(violations) \(set.problems)")
            }
        }
    }

    private static func remotes() throws -> [String: String] {
        let root = folder.appending(path: "remotes")
        let files =
            FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { ($0 as? URL)?.path } ?? []
        var documents: [String: String] = [:]
        for file in files where file.hasSuffix(".json") && (!file.contains("/draft") || file.contains("/draft2020-12/")) {
            documents["http://localhost:1234" + file.dropFirst(root.path.count)] = try String(contentsOfFile: file, encoding: .utf8)
        }
        return documents
    }
}
