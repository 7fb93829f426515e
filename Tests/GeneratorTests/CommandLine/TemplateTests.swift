import ApigenCommand
import Testing

/// Templates of the user's own.
struct TemplateTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write(petDocument, to: "pets.yaml")
    }

    @Test func templateReplacesTheBuiltInOneOfItsPath() throws {
        try folder.write("// {{namespace}} of {{document}}\n", to: "mine/swift/client.mustache")
        let outcome = try apigen(in: folder, "pets.yaml", "--templates", "mine")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(folder.read("Generated/Pets/Client.swift") == "// Pets of pets.yaml\n")
        #expect(folder.read("Generated/Pets/Server.swift")?.contains("extension Pets") == true)
    }

    @Test(arguments: [
        ("swift/client.mustache", "a\n {{nonsense}}\n", "mine/swift/client.mustache:2:2: error: unknown name 'nonsense'"),
        ("swift/client.mustache", "{{#types}}", "mine/swift/client.mustache:1:1: error: section 'types' is not closed"),
        ("swift/client.mustache", "{{>swift/none}}", "mine/swift/client.mustache:1:1: error: no template is called 'swift/none'"),
        (
            "swift/client.mustache", "\n{{>swift/client}}",
            "mine/swift/client.mustache:2:1: error: template 'swift/client' is included too deeply"
        ),
        ("swift/client.mustache", "{{rawValue}}", "mine/swift/client.mustache:1:1: error: 'rawValue' has no value here"),
        ("swift/klient.mustache", "", "mine/swift/klient.mustache:1:1: error: template 'swift/klient.mustache' replaces nothing"),
        ("README.md", "", "mine/README.md:1:1: error: template 'README.md' replaces nothing"),
    ])
    func mistakeStandsAtItsPlaceInTheTemplate(_ path: String, _ text: String, _ beginning: String) throws {
        try folder.write(text, to: "mine/" + path)
        let outcome = try apigen(in: folder, "pets.yaml", "--templates", "mine")
        #expect(outcome.status == 1)
        #expect(outcome.errors.hasPrefix(beginning), "\(outcome.errors)")
        #expect(folder.files == ["mine/" + path, "pets.yaml"], "something was written")
    }

    @Test func templateThatReplacesNothingIsToldWhatItCouldReplace() throws {
        try folder.write("", to: "mine/other.mustache")
        let errors = try apigen(in: folder, "pets.yaml", "--templates", "mine").errors
        for (path, _) in readTemplateFolder(package + "/Templates") { #expect(errors.contains(path)) }
    }

    @Test func folderOfTemplatesMustBeThere() throws {
        let outcome = try apigen(in: folder, "pets.yaml", "--templates", "mine")
        #expect(outcome.status == 1)
        #expect(outcome.errors == "mine:1:1: error: this folder of templates does not exist\n")
    }
}
