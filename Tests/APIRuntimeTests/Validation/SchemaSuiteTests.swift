import Foundation
import Testing

@testable import APIRuntime

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

/// Keywords that take a look at the value as a whole, or whose tests have names that are written in unusual ways.
private let rare = [
    "anchor", "contains", "dependentRequired", "dependentSchemas", "dynamicRef", "id", "maxContains", "minContains", "ref",
    "refRemote",
    "unevaluatedItems", "unevaluatedProperties", "vocabulary",
]

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

    @Test(.enabled(if: !files.isEmpty, "there is no ../shared/jsonschema-suite"))
    func ordinaryValuesAreRecognizedByTheirBytes() throws {
        var count = 0
        var recognized = 0
        for file in files where !file.path.contains("/optional/") && !rare.contains(file.deletingPathExtension().lastPathComponent)
        {
            for group in try #require(JSONValue(json: [UInt8](Data(contentsOf: file))).array) {
                let set = JSONSchemaSet(group["schema"]?.description ?? "true", assertsFormats: false)
                for test in group["tests"]?.array ?? [] where test["valid"]?.bool == true {
                    count += 1
                    if set.surelyAllows(try JSONWriter.write(test["data"] ?? .null)) { recognized += 1 }
                }
            }
        }
        #expect(count > 300)
        #expect(recognized * 10 >= count * 9, "\(recognized) of \(count)")
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
