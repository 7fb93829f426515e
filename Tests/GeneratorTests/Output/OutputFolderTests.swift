import ApigenCommand
import Foundation
import Printing
import Testing

/// What happens in a folder that files are generated into.
struct OutputFolderTests {
    let folder: Folder
    let output: OutputFolder

    init() throws {
        folder = try Folder()
        output = OutputFolder(folder.path + "/out")
    }

    @discardableResult
    private func write(_ files: [String: String], owner: String = "A", origin: String = "a.yaml, 'A'") throws -> [String] {
        let generated = files.sorted { $0.key < $1.key }.map { GeneratedFile(path: $0.key, bytes: Array($0.value.utf8)) }
        let document = GeneratedDocument(folder: owner, origin: origin, files: generated)
        let changes = try output.changes(for: document)
        try output.apply(changes, for: document)
        return changes.map { "\($0.kind) \($0.path)" }
    }

    private func failure(_ files: [String: String], origin: String = "a.yaml, 'A'") throws -> String {
        let before = folder.files
        var text = ""
        do {
            try write(files, origin: origin)
            Issue.record("the folder was written to")
        } catch let failure as OutputFailure {
            text = failure.text
        }
        #expect(folder.files == before, "something was written")
        return text.replacing(folder.path, with: "")
    }

    @Test func onlyWhatDiffersIsWritten() throws {
        #expect(try write(["A/x.swift": "1", "A/y.swift": "1"]) == ["added A/x.swift", "added A/y.swift"])
        #expect(try write(["A/x.swift": "1", "A/y.swift": "2"]) == ["changed A/y.swift"])
        #expect(try write(["A/x.swift": "1", "A/y.swift": "2"]) == [])
        #expect(folder.files == ["out/A/.apigen", "out/A/x.swift", "out/A/y.swift"])
    }

    @Test func anEditThatKeepsSizeAndTimeIsNoticed() throws {
        try write(["A/x.swift": "1"])
        let file = folder.path + "/out/A/x.swift"
        let time = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate]
        try folder.write("2", to: "out/A/x.swift")
        try FileManager.default.setAttributes([.modificationDate: time as Any], ofItemAtPath: file)
        #expect(try write(["A/x.swift": "1"]) == ["changed A/x.swift"])
        #expect(folder.read("out/A/x.swift") == "1")
    }

    @Test func manyFilesAreWrittenWhole() throws {
        let files = Dictionary(
            uniqueKeysWithValues: (0..<500).map { ("A/\($0 % 7)/\($0).md", String(repeating: "\($0)\n", count: 3_000)) })
        #expect(try write(files).count == 500)
        for (path, text) in files { #expect(folder.read("out/" + path) == text) }
        #expect(try write(files) == [])
    }

    @Test func whatIsNoLongerGeneratedGoesWithItsFolders() throws {
        try write(["A/x.swift": "1", "Docs/A/Tag/page.md": "1"])
        #expect(try write(["A/x.swift": "1"]) == ["removed Docs/A/Tag/page.md"])
        #expect(folder.files == ["out/A/.apigen", "out/A/x.swift"])
        #expect(kind(of: output.path + "/Docs") == nil)
    }

    @Test func filesOfOthersStay() throws {
        try write(["A/x.swift": "1"])
        try write(["B/x.swift": "1"], owner: "B")
        try folder.write("mine", to: "out/A/Mine.swift")
        #expect(try write(["A/z.swift": "1"]) == ["removed A/x.swift", "added A/z.swift"])
        #expect(folder.files == ["out/A/.apigen", "out/A/Mine.swift", "out/A/z.swift", "out/B/.apigen", "out/B/x.swift"])
    }

    @Test(arguments: ["a.json, 'A'", "a.yaml, 'B'"]) func anotherDocumentOfTheSameNameIsRefused(origin: String) throws {
        try write(["A/x.swift": "1"])
        let text = try failure(["A/y.swift": "2"], origin: origin)
        #expect(text.hasPrefix("'/out/A' contains files generated from a.yaml, 'A', not from \(origin); "), "\(text)")
        try folder.remove("out/A/.apigen")
        #expect(try write(["A/x.swift": "2"], origin: origin) == ["changed A/x.swift"])
    }

    @Test(arguments: ["../secret", "/secret", "A/../../secret", "./A/x.swift", "A//x.swift", "link/secret", ""])
    func listThatLeadsElsewhereRemovesNothing(_ line: String) throws {
        try folder.write("1", to: "secret")
        try write(["A/x.swift": "1"])
        try folder.link("out/link", to: "..")
        try folder.write("# list\n\(line)\nA/x.swift\n", to: "out/A/.apigen")
        #expect(try write(["A/x.swift": "1"]) == [])
        #expect(folder.read("secret") == "1")
        #expect(folder.read("out/A/x.swift") == "1")
    }

    @Test func listThatIsNoTextIsAsGoodAsNone() throws {
        try write(["A/x.swift": "1"])
        try folder.write("\u{0}\u{FFFD}\n\n\u{0}", to: "out/A/.apigen")
        #expect(try write(["A/x.swift": "2"]) == ["changed A/x.swift"])
    }

    @Test func linksAreNotFollowed() throws {
        try folder.write("1", to: "elsewhere/x.swift")
        try folder.write("", to: "out/kept")
        try folder.link("out/A", to: "../elsewhere")
        #expect(try failure(["A/x.swift": "2"]) == "'/out/A' is not a folder and is not overwritten")
        #expect(folder.read("elsewhere/x.swift") == "1")
        #expect(try failure(["Docs/x.md": "2"]) == "'/out/A' is not a folder and is not overwritten")
    }

    @Test func linkInPlaceOfAFileIsNotFollowed() throws {
        try folder.write("1", to: "elsewhere.swift")
        try folder.write("", to: "out/A/kept")
        try folder.link("out/A/x.swift", to: "../../elsewhere.swift")
        #expect(try failure(["A/x.swift": "2"]) == "'/out/A/x.swift' is not a file and is not overwritten")
        #expect(folder.read("elsewhere.swift") == "1")
    }

    @Test func linkToTheOutputFolderIsTheUsersChoice() throws {
        try folder.write("", to: "real/kept")
        try folder.link("out", to: "real")
        #expect(try write(["A/x.swift": "1"]) == ["added A/x.swift"])
        #expect(folder.read("real/A/x.swift") == "1")
    }

    @Test func fileInPlaceOfTheFolderStays() throws {
        try folder.write("mine", to: "out")
        #expect(try failure(["A/x.swift": "1"]) == "'/out' is not a folder")
        #expect(folder.read("out") == "mine")
    }

    @Test func fileInPlaceOfAnInnerFolderStays() throws {
        try folder.write("mine", to: "out/Docs")
        #expect(try failure(["A/x.swift": "1", "Docs/A/x.md": "1"]) == "'/out/Docs' is not a folder and is not overwritten")
    }

    @Test func namesThatDifferOnlyInCaseAreRefused() throws {
        #expect(
            try failure(["A/X.swift": "1", "A/x.swift": "1"])
                == "'A/x.swift' and 'A/X.swift' are the same file on case-insensitive file systems")
    }

    @Test(arguments: ["../x.swift", "/x.swift", "A/./x.swift", "A//x.swift", "", "A/\u{0}", String(repeating: "x", count: 300)])
    func namesThatAreNoneAreRefused(_ name: String) throws {
        #expect(try failure([name: "1"]) == "'\(name)' is not a valid file name")
    }

    @Test func caseOfANameMayChange() throws {
        try write(["A/page.md": "1"])
        #expect(try write(["A/Page.md": "1"]).contains("removed A/page.md"))
        #expect(folder.read("out/A/Page.md") == "1")
    }

    @Test func leftoverOfAKilledRunIsNoObstacle() throws {
        try write(["A/x.swift": "1"])
        try folder.write("half", to: "out/A/.x.swift.apigen-1")
        #expect(try write(["A/x.swift": "2"]) == ["changed A/x.swift"])
    }
}
