import Foundation
import Testing

/// Mistakes as programs read them.
struct DiagnosticsFormatTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write(
            petDocument.replacing("/{id}:", with: ":").replacing("in: path", with: "in: \"que\\u0022ery\""), to: "my pets.yaml")
    }

    @Test func jsonNamesPlaceAndText() throws {
        let outcome = try apigen(in: folder, "my pets.yaml", "--diagnostics", "json")
        #expect(outcome.status == 1)
        #expect(outcome.errors == "")
        let list = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
        let first = try #require(list.first)
        #expect(first["severity"] as? String == "error")
        #expect(first["path"] as? String == "my pets.yaml")
        #expect(first["line"] as? Int == 12)
        #expect(first["column"] as? Int == 15)
        #expect((first["message"] as? String)?.contains("que\"ery") == true)
    }

    @Test func sarifNamesPlaceAndText() throws {
        let outcome = try apigen(in: folder, "my pets.yaml", "--diagnostics", "sarif")
        #expect(outcome.status == 1)
        let log = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        let results = try #require((log["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
        let place = (results.first?["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
        #expect((place?["artifactLocation"] as? [String: Any])?["uri"] as? String == "my%20pets.yaml")
        #expect((place?["region"] as? [String: Any])?["startLine"] as? Int == 12)
    }

    @Test(arguments: [("json", "[]\n"), ("sarif", "\"results\": [\n\n      ]")])
    func soundDocumentGivesNoDiagnostics(_ format: String, _ text: String) throws {
        try folder.write(petDocument, to: "pets.yaml")
        let outcome = try apigen(in: folder, "pets.yaml", "--diagnostics", format)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains(text))
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) }
    }

    @Test func completionsAreThere() throws {
        for shell in ["bash", "zsh", "fish"] {
            let outcome = try apigen(in: folder, "--generate-completion-script", shell)
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("open-enums"))
        }
    }
}
