import Foundation
import Testing

/// `apigen diff` as its users meet it.
struct DiffCommandTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write(petDocument, to: "old.yaml")
        try folder.write(petDocument.replacing("required: [name]", with: "required: []"), to: "new.yaml")
        try folder.write(petDocument.replacing("summary: get pet", with: "deprecated: true"), to: "deprecated.yaml")
    }

    @Test func exitStatusSaysWhetherSomethingBreaks() throws {
        let breaking = try apigen(in: folder, "diff", "old.yaml", "new.yaml")
        #expect(breaking.status == 1)
        #expect(
            breaking.output.contains("The property 'name' of the schema 'Pet' is no longer required. [property-became-optional]"))
        #expect(breaking.errors == "")
        #expect(try apigen(in: folder, "diff", "old.yaml", "deprecated.yaml").status == 0)
        #expect(try apigen(in: folder, "diff", "old.yaml", "deprecated.yaml", "--fail-on", "any").status == 1)
        let same = try apigen(in: folder, "diff", "old.yaml", "old.yaml", "--fail-on", "any")
        #expect(same.status == 0)
        #expect(same.output == "no changes\n")
    }

    @Test func sidesLimitTheReport() throws {
        let outcome = try apigen(in: folder, "diff", "new.yaml", "old.yaml", "--sides", "callers")
        #expect(outcome.status == 0)
        #expect(!outcome.output.contains("swift-"))
        #expect(try apigen(in: folder, "diff", "new.yaml", "old.yaml", "--sides", "source").status == 1)
    }

    @Test func formatsAreWhatTheyAreCalled() throws {
        func output(_ format: String) throws -> String {
            try apigen(in: folder, "diff", "old.yaml", "new.yaml", "--format", format).output
        }
        let json = try JSONSerialization.jsonObject(with: Data(output("json").utf8)) as? [String: Any]
        #expect((json?["changes"] as? [[String: Any]])?.first?["kind"] as? String == "property-became-optional")
        let sarif = try JSONSerialization.jsonObject(with: Data(output("sarif").utf8)) as? [String: Any]
        #expect(sarif?["version"] as? String == "2.1.0")
        #expect(try output("markdown").hasPrefix("# Changes\n"))
        #expect(try output("github").hasPrefix("::error file=new.yaml,line="))
        #expect(try apigen(in: folder, "diff", "old.yaml", "new.yaml", "--semver").output == "major 1.0.0 2.0.0\n")
    }

    @Test func errorsOfBothDocumentsAreReported() throws {
        try folder.write("openapi: 9.1.0\n", to: "bad.yaml")
        let outcome = try apigen(in: folder, "diff", "bad.yaml", "missing.yaml")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("bad.yaml:1:10: error: "))
        #expect(outcome.errors.contains("missing.yaml:1:1: error: no such file\n"))
        #expect(outcome.output == "")
    }

    @Test func documentsWithErrorsAreComparedAsFarAsPossible() throws {
        let text = petDocument.replacing("required: [name]", with: "required: []")
        try folder.write(text.replacing("in: path", with: "in: here"), to: "bad.yaml")
        let outcome = try apigen(in: folder, "diff", "old.yaml", "bad.yaml", "--sides", "callers")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("[property-became-optional]"))
        #expect(outcome.errors.contains("bad.yaml:"))
        #expect(outcome.errors.contains("warning: the document has errors"))
        let strict = try apigen(in: folder, "diff", "old.yaml", "bad.yaml", "--no-lenient")
        #expect(strict.status == 2)
        #expect(strict.output == "")
    }

    @Test(arguments: [["old.yaml"], ["old.yaml", "git:only-a-branch"], ["git:--upload-pack=x:old.yaml", "old.yaml"]])
    func misuseExitsWithTwo(_ arguments: [String]) throws {
        #expect(try apigen(in: folder, ["diff"] + arguments).status == 2)
    }

    @Test func documentCanBeAFileOfARevision() throws {
        func git(_ arguments: String...) throws {
            let settings = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
            let outcome = try run(URL(filePath: "/usr/bin/env"), ["git"] + settings + arguments, in: folder.path)
            try #require(outcome.status == 0, "\(outcome.errors)")
        }
        try folder.write(petDocument.replacing("\"#/components/schemas/Pet\"", with: "parts/pet.yaml"), to: "api/pets.yaml")
        try folder.write("type: object\nproperties: {name: {type: string}}\n", to: "api/parts/pet.yaml")
        try git("init", "--quiet")
        try git("add", "api")
        try git("commit", "--quiet", "--message", "First")
        try folder.write("type: object\nproperties: {name: {type: integer}}\n", to: "api/parts/pet.yaml")
        let outcome = try apigen(in: folder, "diff", "git:HEAD:api/pets.yaml", "api/pets.yaml")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("changed from 'string' to 'integer'"))
        let below = try apigen(in: folder, "diff", "git:HEAD:pets.yaml", "pets.yaml", from: "api")
        #expect(below.status == 1)
        #expect(below.output.contains("changed from 'string' to 'integer'"))
        // In a configuration the path is relative to it, and a build names the configuration by its absolute path.
        try folder.write("baseline: git:HEAD:pets.yaml\nbreaking: error\n", to: "api/apigen.yaml")
        for document in ["api/pets.yaml", folder.path + "/api/pets.yaml"] {
            let outcome = try apigen(in: folder, document)
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("error: breaking change for callers"))
        }
        try folder.remove("api/apigen.yaml")
        let missing = try apigen(in: folder, "diff", "git:HEAD:none.yaml", "api/pets.yaml")
        #expect(missing.status == 2)
        #expect(missing.errors == "git:HEAD:none.yaml:1:1: error: git has no such file in this revision\n")
    }

    @Test func namesOfTheConfigurationApplyToBothDocuments() throws {
        try folder.write("names: {Pet: Animal}\n", to: "new.apigen.yaml")
        let outcome = try apigen(in: folder, "diff", "old.yaml", "new.yaml")
        #expect(outcome.output.contains("of 'Animal' is now of the type 'String?'"))
        #expect(!outcome.output.contains("swift-type-renamed"))
    }

    @Test func breakingChangesSinceTheBaselineAreReported() throws {
        try folder.write("document: new.yaml\nbaseline: old.yaml\nbreaking: warn\n", to: "apigen.yaml")
        let warned = try apigen(in: folder)
        #expect(warned.status == 0)
        let message =
            "breaking change for callers in 'schema Pet': The property 'name' of the schema 'Pet' is no longer required "
            + "[property-became-optional]"
        #expect(warned.errors.contains("new.yaml:28:19: warning: \(message)\n") || warned.errors.contains("warning: \(message)\n"))
        #expect(folder.read("Generated/New/Models.swift") != nil)
        let failed = try apigen(in: folder, "--breaking", "error")
        #expect(failed.status == 1)
        #expect(failed.errors.contains("error: \(message)\n"))
        #expect(try apigen(in: folder, "--breaking", "ignore").errors == "")
        #expect(try apigen(in: folder, "--baseline", "new.yaml").errors == "")
        let missing = try apigen(in: folder, "--baseline", "none.yaml")
        #expect(missing.status == 1)
        #expect(missing.errors.contains("none.yaml:1:1: error: no such file\n"))
    }

    @Test func documentationHasAPageOfChanges() throws {
        let outcome = try apigen(in: folder, "new.yaml", "--emit", "docs,site", "--changes-since", "old.yaml")
        #expect(outcome.status == 0)
        let page = folder.read("Generated/Site/New/docs/Guide/Changes.md")
        #expect(page?.hasPrefix("# Changes since 1.0.0\n") == true)
        #expect(page == folder.read("Generated/Docs/New/Guide/Changes.md"))
        #expect(folder.read("Generated/Site/New/mkdocs.yml")?.contains("Guide/Changes.md") == true)
        let failed = try apigen(in: folder, "new.yaml", "--changes-since", "missing.yaml")
        #expect(failed.status == 1)
        #expect(failed.errors.contains("missing.yaml:1:1: error: no such file\n"))
    }
}
