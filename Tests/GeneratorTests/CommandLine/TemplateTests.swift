import Testing
import update_generated

/// Templates of the user's own.
struct TemplateTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write(petDocument, to: "pets.yaml")
    }

    @Test(arguments: [
        (
            "swift/client",
            "// {{namespace}} of {{document}}{{#interfaces}}\n{{#operations}}{{name}}({{parameters}}) {{/operations}}{{/interfaces}}\n",
            "Generated/Pets/Client.swift", "// Pets of pets.yaml\ngetPet(id: String) \n"
        ),
        (
            "swift/storedProperty", "{{access}}let {{name}}: {{type}}\n", "Generated/Pets/Models.swift",
            "        public let name: String\n"
        ),
        (
            "docs/index", "# {{title}}\n{{#groups}}{{#operations}}{{link}}{{/operations}}{{/groups}}",
            "Generated/Docs/Pets/index.md", "# Pets\n[get pet](GetPet.md)"
        ),
        ("docs/rows", "{{#rows}}{{name}}, {{/rows}}\n", "Generated/Docs/Pets/Schemas/Pet.md", "`name`, "),
        ("site/mkdocs", "{{title}} from {{document}}\n", "Generated/Site/Pets/mkdocs.yml", "\"Pets\" from openapi.yaml\n"),
        (
            "site/operation", "{{> docs/operation}}\n{{#tabs}}{{title}} {{/tabs}}", "Generated/Site/Pets/docs/GetPet.md",
            "\ncurl Swift JavaScript Python "
        ),
        (
            "docc/symbol", "{{link}} of {{name}}", "Generated/DocC/Pets.docc/Symbols/Schemas-Pet.md",
            "<doc:Schemas-Pet> of ``Pets-enum/Pet``"
        ),
    ])
    func templateReplacesTheBuiltInOneOfItsPath(_ template: String, _ text: String, _ path: String, _ expected: String) throws {
        try folder.write(text, to: "mine/\(template).mustache")
        let outcome = try apigen(
            in: folder, "pets.yaml", "--templates", "mine", "--emit", "models,operations,client,server,docs,site,docc")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let file = try #require(folder.read(path), "\(folder.files)")
        #expect(file.contains(expected), "\(file)")
        #expect(folder.read("Generated/Pets/Server.swift")?.contains("extension Pets") == true)
    }

    @Test(arguments: [
        ("swift/client.mustache", "a\n {{nonsense}}\n", "mine/swift/client.mustache:2:2: error: unknown name 'nonsense'"),
        ("swift/client.mustache", "{{#types}}", "mine/swift/client.mustache:1:1: error: section 'types' is not closed"),
        ("swift/client.mustache", "{{>swift/none}}", "mine/swift/client.mustache:1:1: error: no template is called 'swift/none'"),
        (
            "swift/client.mustache", "\n{{>swift/client}}",
            "mine/swift/client.mustache:2:1: error: template 'swift/client' includes itself"
        ),
        // A value of a section is none of the sections in it, nor of those around.
        ("swift/client.mustache", "{{clientName}}", "mine/swift/client.mustache:1:1: error: unknown name 'clientName'"),
        (
            "swift/client.mustache", "{{#interfaces}}\n{{#operations}}{{name}} {{clientName}}\n{{/operations}}{{/interfaces}}",
            "mine/swift/client.mustache:2:25: error: unknown name 'clientName'"
        ),
        ("docs/rows.mustache", "\n{{title}}", "mine/docs/rows.mustache:2:1: error: unknown name 'title'"),
        ("site/hooks.mustache", "{{namespace}}", "mine/site/hooks.mustache:1:1: error: unknown name 'namespace'"),
        (
            "docc/symbol.mustache", "{{#name}}{{nome}}{{/name}}",
            "mine/docc/symbol.mustache:1:10: error: unknown name 'nome'; did you mean 'name'?"
        ),
        ("swift/klient.mustache", "", "mine/swift/klient.mustache:1:1: error: template 'swift/klient.mustache' replaces nothing"),
        ("notes.txt", "", "mine/notes.txt:1:1: error: template 'notes.txt' replaces nothing"),
    ])
    func mistakeStandsAtItsPlaceInTheTemplate(_ path: String, _ text: String, _ beginning: String) throws {
        try folder.write(text, to: "mine/" + path)
        let outcome = try apigen(in: folder, "pets.yaml", "--templates", "mine")
        #expect(outcome.status == 1)
        #expect(outcome.errors.hasPrefix(beginning), "\(outcome.errors)")
        #expect(folder.files == ["mine/" + path, "pets.yaml"], "something was written")
    }

    @Test func mistakeIsShownInItsLine() throws {
        try folder.write("// {{namespace}}\n{{#interfaces}}\n  {{nam}}\n{{/interfaces}}\n", to: "mine/swift/client.mustache")
        let errors = try apigen(in: folder, "pets.yaml", "--templates", "mine").errors
        #expect(
            errors.hasPrefix(
                """
                mine/swift/client.mustache:3:3: error: unknown name 'nam'
                      {{nam}}
                      ^
                """), "\(errors)")
    }

    @Test func listOfValuesIsNoTemplate() throws {
        try folder.write("# Values\n", to: "mine/README.md")
        #expect(try apigen(in: folder, "pets.yaml", "--templates", "mine").status == 0)
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
