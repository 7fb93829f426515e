import Foundation
import Testing

/// The command that stays and renews.
@Suite(.timeLimit(.minutes(2)))
struct WatchTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write(petDocument, to: "pets.yaml")
        try folder.write("access: public\n", to: "apigen.yaml")
    }

    @Test func changesAndMistakesAreFollowed() async throws {
        let process = try start("pets.yaml", "--watch", "--verbose", "--emit", "models")
        // A process of a test inherits blocked signals, so that only this one ends it.
        defer { kill(process.processIdentifier, SIGKILL) }
        try await models(contain: "var name: String")
        try folder.write(petDocument.replacing("name:\n", with: "title:\n").replacing("[name]", with: "[title]"), to: "pets.yaml")
        try await models(contain: "var title: String")
        try folder.write("openapi: 3.1.0\ninfo: {", to: "pets.yaml")
        while try !text("errors").contains("error: ") { try await Task.sleep(for: .milliseconds(20)) }
        #expect(folder.read("Generated/Pets/Models.swift")?.contains("var title") == true)
        try folder.write(petDocument, to: "pets.yaml")
        try await models(contain: "var name: String")
        try folder.write("access: package\n", to: "apigen.yaml")
        try await models(contain: "package var name: String")
        #expect(process.isRunning)
        #expect(try text("output").contains("pets.yaml has changed\nchanged Generated/Pets/Models.swift\n"))
    }

    private func models(contain text: String) async throws {
        while folder.read("Generated/Pets/Models.swift")?.contains(text) != true { try await Task.sleep(for: .milliseconds(20)) }
    }

    private func text(_ file: String) throws -> String {
        try #require(folder.read(file))
    }

    private func start(_ arguments: String...) throws -> Process {
        let process = Process()
        process.executableURL = builtProducts.appending(path: "apigen")
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        try folder.write("", to: "output")
        try folder.write("", to: "errors")
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: folder.path + "/output"))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: folder.path + "/errors"))
        try process.run()
        return process
    }
}
