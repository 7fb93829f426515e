import ArgumentParser
import Diagnostics
import Generator

/// The command line: one document in, files out.
struct Apigen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apigen",
        abstract: "Makes a Swift client, Swift server stubs and Markdown docs from an OpenAPI document.",
        discussion: """
            Exits with 0 when everything is done, with 1 when the document is wrong or --check finds a difference, \
            and with 2 when the command line is wrong.
            """,
        version: "0.1.0")

    @Argument(help: "The OpenAPI document, YAML or JSON.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var document: String

    @Option(help: "The folder that files are written to.", completion: .directory)
    var output = "Generated"

    @Option(help: ArgumentHelp("What to make: any of models, client, server, docs.", valueName: "models,client,…"))
    var emit: EmittedOutputs = EmittedOutputs(outputs: Output.allCases)

    @Option(help: "A folder with templates to use in place of the built-in ones.", completion: .directory)
    var templates: String?

    @Flag(help: "Write nothing, and say which files are missing, different or stale.")
    var check = false

    @Flag(help: "Take documents whose mistakes leave a choice, and say which choice was made.")
    var lenient = false

    @Flag(help: "Read files above the document's folder too, when the document refers to them.")
    var allowParentFolders = false

    func validate() throws {
        if output.isEmpty { throw ValidationError("The output folder's name is empty.") }
    }

    func run() throws {
        var log = DiagnosticLog()
        let files = generateFiles(log: &log)
        printError(log.rendered(isColoured: isErrorColoured()))
        guard let files, !log.hasErrors else { throw ExitCode(1) }
        do throws(OutputFailure) {
            try deliver(files)
        } catch {
            printError("\(output):1:1: error: \(error.text)\n")
            throw ExitCode(1)
        }
    }

    /// The output folder without slashes at its end, which would be doubled in what is printed.
    var outputPath: String {
        var path = output
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }

    private func generateFiles(log: inout DiagnosticLog) -> [GeneratedFile]? {
        let templates = Templates(replacing: readTemplates(log: &log), log: &log)
        guard let source = openDocument(document, log: &log), !log.hasErrors else { return nil }
        var options = GenerationOptions()
        options.outputs = emit.outputs
        options.isLenient = lenient
        options.loader = linkedFiles(of: document, allowingAbove: allowParentFolders)
        return generate(source, options: options, with: templates, log: &log)
    }

    private func readTemplates(log: inout DiagnosticLog) -> [(path: String, source: SourceFile)] {
        guard let templates else { return [] }
        guard kind(of: templates) == .folder else {
            let file = log.add(SourceFile(path: templates, bytes: []))
            log.report(.noTemplates(at: Position(file: file, line: 1, column: 1)))
            return []
        }
        return filesBelow(templates).map { path in
            let file = templates + "/" + path
            if let bytes = readFile(file, limit: 1 << 20) { return (path, SourceFile(path: file, bytes: bytes)) }
            let source = SourceFile(path: file, bytes: [])
            log.report(.unreadableTemplate(at: Position(file: log.add(source), line: 1, column: 1)))
            return (path, source)
        }
    }

    private func deliver(_ files: [GeneratedFile]) throws(OutputFailure) {
        let folder = OutputFolder(outputPath)
        let owner = GenerationOptions().folderName(for: document)
        let changes = try folder.changes(for: files, owner: owner)
        if check { return try report(changes) }
        try folder.apply(changes, files: files, owner: owner)
        for change in changes { print("\(change.kind.rawValue) \(outputPath)/\(change.path)") }
        print(summary(of: changes, among: files.count))
    }
}

extension Diagnostic {
    fileprivate static func noTemplates(at position: Position) -> Diagnostic {
        Diagnostic(.error, "no such folder of templates", at: position)
    }

    fileprivate static func unreadableTemplate(at position: Position) -> Diagnostic {
        Diagnostic(.error, "the template cannot be read, or has more than 1 MB", at: position)
    }
}
