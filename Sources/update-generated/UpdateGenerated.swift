import ApigenCommand
import Diagnostics
import Printing
import Trial

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Renews what is made from `Templates/` and `Specs/`: the compiled-in templates and the list of their values, `Generated/`, the drivers of `Tests/AgreementTests`,
/// and the caret comments in `Specs/Invalid/`. Takes the package's folder as its argument, the current one without.
@main
enum UpdateGenerated {
    static func main() {
        let folder = CommandLine.arguments.dropFirst().first ?? "."
        do throws(OutputFailure) {
            let isDone = try update(folder)
            exit(isDone ? 0 : 1)
        } catch {
            printError("error: \(error.text)\n")
            exit(1)
        }
    }

    private static func update(_ folder: String) throws(OutputFailure) -> Bool {
        var log = DiagnosticLog()
        let texts = readTemplateFolder(folder + "/Templates")
        try replace(folder + "/Sources/Printing/CompiledTemplates.swift", with: compiledTemplatesFile(texts))
        let templates = Templates(TemplateSources(of: texts, log: &log), log: &log)
        printError(log.rendered())
        guard !log.hasErrors else { return false }
        try replace(folder + "/Templates/README.md", with: templates.reference)
        let tree = GoldenTree(package: folder, templates: templates)
        printError(tree.report)
        try write(tree, to: folder + "/Generated")
        for driver in goldenDrivers(package: folder) { try replace(driver.path, with: driver.text) }
        for name in namesInFolder(folder + "/Specs/Invalid") {
            let path = folder + "/Specs/Invalid/" + name
            guard let bytes = readFile(path) else { continue }
            try replace(path, with: withCaretComments(String(decoding: bytes, as: UTF8.self), path: "Specs/Invalid/" + name))
        }
        return !tree.hasErrors
    }

    private static func write(_ tree: GoldenTree, to path: String) throws(OutputFailure) {
        let folder = OutputFolder(path)
        for document in tree.documents {
            let changes = try folder.changes(for: document)
            try folder.apply(changes, for: document)
            for change in changes { print("\(change.kind.rawValue) Generated/\(change.path)") }
        }
        try replace(path + "/" + tree.schema.path, with: String(decoding: tree.schema.bytes, as: UTF8.self))
        for stale in filesBelow(path) where !tree.holds(stale) {
            try removeFile(stale, in: path)
            print("removed Generated/\(stale)")
        }
    }

    private static func replace(_ path: String, with text: String) throws(OutputFailure) {
        let bytes = Array(text.utf8)
        guard readFile(path) != bytes else { return }
        try writeFile(bytes, to: path)
        print("changed \(path)")
    }
}
