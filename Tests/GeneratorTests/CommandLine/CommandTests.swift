import ApigenCommand
import Testing

/// The command as its users meet it.
struct CommandTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write(petDocument, to: "pets.yaml")
    }

    @Test func writtenFilesAreCountedAndListedIfVerbose() throws {
        let outcome = try apigen(in: folder, "pets.yaml", "--verbose")
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        let written = folder.files.filter { $0.hasPrefix("Generated/") && !$0.hasSuffix("/.apigen") }
        #expect(written.contains("Generated/Pets/Client.swift"))
        #expect(written.contains { $0.hasPrefix("Generated/Docs/Pets/") && $0.hasSuffix(".md") })
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(lines.dropLast().sorted() == written.map { "added \($0)" })
        #expect(lines.last == "\(written.count) files written, 0 unchanged, 0 removed")
        let again = try apigen(in: folder, "pets.yaml", "--emit", "models")
        #expect(again.output == "0 files written, 1 unchanged, \(written.count - 1) removed\n")
    }

    @Test func secondRunWritesNothing() throws {
        _ = try apigen(in: folder, "pets.yaml")
        let before = folder.files.map(folder.read)
        let outcome = try apigen(in: folder, "pets.yaml")
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("0 files written, "))
        #expect(folder.files.map(folder.read) == before)
    }

    @Test func bytesDoNotDependOnWhereTheRunStarts() throws {
        _ = try apigen(in: folder, "pets.yaml", "--output", "one")
        try folder.write("", to: "deep/er/kept")
        let outcome = try apigen(in: folder, folder.path + "/pets.yaml", "--output", "../../two/", from: "deep/er")
        #expect(outcome.status == 0)
        #expect(!outcome.output.contains("//"))
        let files = folder.files.filter { $0.hasPrefix("one/") }
        #expect(!files.isEmpty)
        for file in files {
            #expect(folder.read(file) == folder.read("two" + file.dropFirst(3)), "\(file)")
        }
    }

    @Test func emitChoosesOutputsAndRemovesTheOthers() throws {
        _ = try apigen(in: folder, "pets.yaml")
        let outcome = try apigen(in: folder, "pets.yaml", "--emit", "models", "--verbose")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("removed Generated/Pets/Client.swift\n"))
        #expect(folder.files == ["Generated/Pets/.apigen", "Generated/Pets/Models.swift", "pets.yaml"])
    }

    @Test func checkTellsMissingDifferentAndStale() throws {
        _ = try apigen(in: folder, "pets.yaml")
        #expect(try apigen(in: folder, "pets.yaml", "--check").status == 0)
        try folder.write("// edited\n", to: "Generated/Pets/Models.swift")
        try folder.remove("Generated/Pets/Client.swift")
        let before = folder.files
        let outcome = try apigen(in: folder, "pets.yaml", "--check", "--emit", "models,client")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("different Generated/Pets/Models.swift\n"))
        #expect(outcome.output.contains("missing Generated/Pets/Client.swift\n"))
        #expect(outcome.output.contains("stale Generated/Pets/Server.swift\n"))
        #expect(outcome.output.contains("apigen without --check"))
        #expect(folder.files == before)
        #expect(folder.read("Generated/Pets/Models.swift") == "// edited\n")
    }

    @Test func outputThatIsAFileStays() throws {
        try folder.write("mine", to: "out")
        let outcome = try apigen(in: folder, "pets.yaml", "--output", "out")
        #expect(outcome.status == 1)
        #expect(outcome.errors == "out:1:1: error: 'out' is not a folder\n")
        #expect(folder.read("out") == "mine")
    }

    @Test(arguments: [
        ([], "DOCUMENT"), (["pets.yaml", "more.yaml"], "more.yaml"), (["pets.yaml", "--emit", "nothing"], "nothing"),
        (["pets.yaml", "--emit", ""], "emit"), (["pets.yaml", "--unknown"], "--unknown"),
        (["pets.yaml", "--output"], "output"), (["pets.yaml", "--output", ""], "output"),
    ])
    func wrongCommandLineEndsWithTwo(_ arguments: [String], _ named: String) throws {
        let outcome = try apigen(in: folder, arguments)
        #expect(outcome.status == 2)
        #expect(outcome.output == "")
        #expect(outcome.errors.lowercased().contains(named.lowercased()), "\(outcome.errors)")
        #expect(folder.files == ["pets.yaml"])
    }

    @Test(arguments: ["--help", "-h", "--version"])
    func askingIsNoMistake(_ argument: String) throws {
        let outcome = try apigen(in: folder, argument)
        #expect(outcome.status == 0)
        #expect(!outcome.output.isEmpty)
        #expect(outcome.errors == "")
    }
}
