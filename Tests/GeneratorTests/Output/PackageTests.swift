import ApigenCommand
import Foundation
import Testing

/// What `--emit package` writes, and what a second run keeps of it.
struct PackageTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write(petDocument, to: "pets.yaml")
    }

    @discardableResult
    private func emit(_ arguments: String..., status: Int32 = 0) throws -> Outcome {
        let outcome = try apigen(in: folder, ["pets.yaml", "--emit", "package", "--output", "sdk"] + arguments)
        #expect(outcome.status == status, "\(outcome.errors)")
        return outcome
    }

    private func read(_ file: String) throws -> String { try #require(folder.read("sdk/" + file)) }

    private func changeDocument(_ old: String, _ new: String) throws {
        let document = try #require(folder.read("pets.yaml"))
        #expect(document.contains(old))
        try folder.write(document.replacing(old, with: new), to: "pets.yaml")
    }

    @Test func everyFileOfAPackageIsWritten() throws {
        let outcome = try emit()
        #expect(outcome.output == "11 files written, 0 unchanged, 0 removed\n")
        #expect(
            folder.files.filter { $0.hasPrefix("sdk/") }.map { $0.dropFirst(4) }
                == [
                    ".apigen", ".github/workflows/ci.yml", ".gitignore", "Package.swift", "README.md", "Sources/Pets/Client.swift",
                    "Sources/Pets/Models.swift", "Sources/Pets/Operations.swift", "Tests/PetsTests/Fake.swift",
                    "Tests/PetsTests/Server.swift", "Tests/PetsTests/Wire.swift", "Tests/PetsTests/WireTests.swift",
                ].map { $0[...] })
        #expect(try emit().output == "0 files written, 11 unchanged, 0 removed\n")
    }

    @Test func changedFilesAreKeptAndOthersRenewed() throws {
        try emit()
        try folder.write("# Our pets\n", to: "sdk/README.md")
        try changeDocument("version: 1.0.0", "version: 1.1.0")
        try changeDocument("required: [name]", "required: [name, age]")
        try changeDocument("        name:\n", "        age: {type: integer}\n        name:\n")
        let outcome = try emit()
        #expect(outcome.output == "kept sdk/README.md, which was changed\n4 files written, 6 unchanged, 0 removed\n")
        #expect(try read("README.md") == "# Our pets\n")
        #expect(try read("Sources/Pets/Client.swift").contains("\"Pets/1.1.0\""))
        #expect(try read("Tests/PetsTests/WireTests.swift").contains(#""age": "#))
        #expect(try emit("--check").output == "everything is up to date\n")
    }

    @Test func fileThatIsChangedBackIsRenewedAgain() throws {
        try emit()
        let text = try read("README.md")
        try folder.write("mine", to: "sdk/README.md")
        try emit()
        try folder.write(text, to: "sdk/README.md")
        try changeDocument("version: 1.0.0", "version: 1.1.0")
        try emit()
        #expect(try read("README.md").contains("version 1.1.0"))
    }

    @Test func fileThatWasThereBeforeIsKept() throws {
        try folder.write("mine", to: "sdk/Package.swift")
        #expect(try emit().output.hasPrefix("kept sdk/Package.swift, which was changed\n"))
        #expect(try read("Package.swift") == "mine")
        #expect(try emit("--check").output == "everything is up to date\n")
    }

    @Test func fileThatIsGoneIsWrittenAgain() throws {
        try emit()
        try folder.remove("sdk/README.md")
        #expect(try emit("--check", status: 1).output.hasPrefix("missing sdk/README.md\n"))
        try emit()
        #expect(try read("README.md").hasPrefix("# Pets\n"))
    }

    /// As a checkout with `core.autocrlf` leaves them.
    @Test func lineEndsDoNotCountAsChanges() throws {
        try emit()
        let files = ["README.md", "Package.swift", ".apigen"]
        for file in files { try folder.write(read(file).replacing("\n", with: "\r\n"), to: "sdk/" + file) }
        #expect(try !emit().output.contains("kept"))
        #expect(try read("README.md").contains("\r\n"))
        try changeDocument("version: 1.0.0", "version: 1.1.0")
        #expect(try !emit().output.contains("kept"))
        #expect(try read("README.md").contains("version 1.1.0"))
    }

    @Test func testsOfATagThatIsGoneAreRemovedUnlessTheyWereChanged() throws {
        let paths = ["cats", "dogs", "fish"].map {
            "  /\($0):\n    get: {tags: [\($0)], responses: {\"204\": {description: None}}}\n"
        }
        try changeDocument("paths:\n", "paths:\n" + paths.joined())
        try emit()
        try folder.write("// mine\n", to: "sdk/Tests/PetsTests/CatsTests.swift")
        try folder.write(petDocument.replacing("paths:\n", with: "paths:\n" + paths[2]), to: "pets.yaml")
        try emit()
        let tests = folder.files.filter { $0.hasSuffix("Tests.swift") }.map { $0.split(separator: "/").last.map(String.init) }
        #expect(tests == ["CatsTests.swift", "WireTests.swift"])
    }

    @Test func packageOfAnotherDocumentIsNotOverwritten() throws {
        try emit()
        try folder.write(petDocument.replacing("title: Pets", with: "title: Other"), to: "other.yaml")
        let before = folder.files
        let outcome = try apigen(in: folder, "other.yaml", "--emit", "package", "--output", "sdk")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("'sdk' contains files generated from pets.yaml, 'Pets', not from other.yaml, 'Other'"))
        #expect(folder.files == before)
    }

    @Test(arguments: [
        (["--runtime", "../../apigen"], #".package(name: "apigen", path: "../../apigen")"#),
        (
            ["--runtime", "https://example.com/apigen-fork.git 1.2.0"],
            #".package(url: "https://example.com/apigen-fork.git", from: "1.2.0")"#
        ),
        (["--runtime", "git@example.com:apigen.git main"], #".package(url: "git@example.com:apigen.git", branch: "main")"#),
        (["--runtime", "a\"), x\\(y)"], #".package(name: "apigen", path: "a\"), x\\(y)")"#),
        (["--transport", "AsyncHTTPClient"], #".package(name: "apigen", path: "../apigen", traits: ["AsyncHTTPClient"])"#),
    ]) func optionsSetTheDependency(arguments: [String], dependency: String) throws {
        let outcome = try apigen(in: folder, ["pets.yaml", "--emit", "package", "--output", "sdk"] + arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try read("Package.swift").contains("dependencies: [\(dependency)],"))
    }

    @Test(arguments: [
        (["--runtime", "https://example.com/apigen.git"], "is invalid for '--runtime", 2),
        (["--transport", "curl"], "is invalid for '--transport", 2),
        (["--access", "internal"], "error: the library of a package needs the access level public", 1),
        (["--models-module", "Pets"], "error: a package contains its models and operations; remove 'modelsModule'", 1),
        (["--namespace", "Testing"], "error: a package cannot be called 'Testing'", 1),
    ]) func optionsThatCannotWorkAreErrors(arguments: [String], error: String, status: Int) throws {
        let outcome = try apigen(in: folder, ["pets.yaml", "--emit", "package", "--output", "sdk"] + arguments)
        #expect(outcome.status == status)
        #expect(outcome.errors.contains(error), "\(outcome.errors)")
        #expect(folder.files == ["pets.yaml"])
    }

    @Test func textsOfADocumentDoNotEscapeTheirPlaces() throws {
        try folder.write(
            petDocument.replacing(
                "title: Pets\n  version: 1.0.0",
                with: #"""
                    title: "P`\n# Heading\n<script>*"
                      version: "1\"\r\nX: y\u2028\\(exit(1))"
                      description: "<img onerror=x>\n\n## Second"
                      license: {name: "L](javascript:x)", url: "https://a/) <b>"}
                    """#), to: "pets.yaml")
        try emit()
        let readme = try read("README.md")
        for text in ["\n# Heading", "<script", "<img", "[L", "\n## Second"] { #expect(!readme.contains(text), "\(text)") }
        let client = try read("Sources/Pets/Client.swift")
        #expect(client.contains(#"static let version = "1\"\r\nX: y\u{2028}\\(exit(1))""#))
        #expect(client.contains(#"configuration.userAgent = "Pets/1X"#))
    }
}
