import APIModel
import ApigenCommand
import Diagnostics
import Foundation
import Generator
import Printing
import Testing

/// Whether names of a document, in any place, leave the generated code compiling without an error or a warning.
@Suite(
    .enabled(
        if: FileManager.default.fileExists(atPath: modules.path + "/APIRuntime.swiftmodule"), "the runtime's module is not built"))
struct HostileNameTests {
    @Test(arguments: HostileDocuments.places.keys.sorted())
    func allNamesInOnePlaceCompile(place: String) throws {
        try expectToCompile([(place, try #require(HostileDocuments.places[place]))])
    }

    @Test
    func oneNameInAllPlacesCompiles() throws {
        var namespaces: Set<Identifier> = []
        try expectToCompile(
            HostileNames.used.enumerated().map { index, name in
                let isNew = namespaces.insert(namespace(for: name)).inserted
                return (isNew ? name : "other-\(index)", HostileDocuments.everything(called: name))
            })
    }

    /// The models are other ones where enums are closed.
    @Test(arguments: ["values", "properties"])
    func allNamesCompileInClosedEnums(place: String) throws {
        try expectToCompile([(place, try #require(HostileDocuments.places[place]))]) { $0.hasOpenEnums = false }
    }

    /// Generates code for documents and type-checks all of it as one module.
    private func expectToCompile(
        _ documents: [(file: String, text: String)], setting options: (inout SwiftOptions) -> Void = { _ in }
    ) throws {
        let folder = try Folder()
        var log = DiagnosticLog()
        let templates = Templates(log: &log)
        var made = GenerationOptions()
        made.printing.outputs = [.models, .operations, .client, .server, .fake]
        options(&made.printing.swift)
        var files: [String] = []
        for (index, document) in documents.enumerated() {
            let path = document.file.replacing("/", with: "_") + ".json"
            let source = log.add(SourceFile(path: path, bytes: Array(document.text.utf8)))
            let generated = try #require(generate(source, options: made, with: templates, log: &log), "\(log.rendered())")
            for file in generated.files {
                files.append("\(index)-" + file.path.replacing("/", with: "-"))
                try folder.write(String(decoding: file.bytes, as: UTF8.self), to: files[files.count - 1])
            }
        }
        let arguments = ["-typecheck", "-wmo", "-swift-version", "6", "-module-name", "Hostile", "-I", modules.path]
        let outcome = try run(URL(filePath: "/usr/bin/env"), ["swiftc"] + arguments + files, in: folder.path)
        let messages = outcome.errors.split(separator: "\n").filter { $0.contains(": error: ") || $0.contains(": warning: ") }
        #expect(messages.isEmpty, "\(messages.prefix(20).joined(separator: "\n"))")
        #expect(outcome.status == 0)
    }
}

private let modules = builtProducts.appending(path: "Modules")
