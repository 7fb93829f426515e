import APIModel
import APIRuntime
import Foundation
import OpenAPI
import Testing
import Trial

/// Whether the examples that documentation shows of schemas are valid by the author's own schemas.
struct MadeExampleTests {
    /// Documents of tier A that are read within seconds.
    private static let documents = CorpusDocument.all(ofTier: "A").filter { $0.size < 1_000_000 }.map(\.url)

    @Test(.enabled(if: !documents.isEmpty, "the documents of ../shared/corpus are not there"))
    func nearlyAllExamplesAreValid() throws {
        var count = 0
        var unfit: [String] = []
        for url in Self.documents {
            guard let (document, api) = try readDocument(url) else { continue }
            let oracle = TrialValues(document, seed: 1, count: 0).schemas.values.map { JSONSchemaSet($0) }
            for schema in api.schemas.components {
                count += 1
                let name = api.schemas[schema].componentName ?? ""
                guard let value = ExampleSynthesis.value(for: schema, in: api) else {
                    unfit.append("\(url.lastPathComponent) \(name): none")
                    continue
                }
                let json = try APIRuntime.JSONValue(json: Array(value.literal(.json).utf8))
                let reference = "#/$defs/" + name.replacing("~", with: "~0").replacing("/", with: "~1").replacing("%", with: "%25")
                if !oracle.contains(where: { $0.violations(of: json, against: reference).isEmpty }) {
                    unfit.append("\(url.lastPathComponent) \(name): \(value.literal(.json).prefix(300))")
                }
            }
        }
        #expect(count > 2_500)
        #expect(unfit.count * 20 < count, "\(unfit.count) of \(count): \(unfit.prefix(20))")
    }
}
