import APIDiff
import APIModel
import ApigenCommand
import Diagnostics
import Printing

/// One attempt to generate a document's files: the result, the input files, and the diagnostics.
struct Attempt {
    private(set) var log = DiagnosticLog()
    /// The generated files; `nil` after errors.
    private(set) var run: FinishedRun?
    let inputs = InputFiles()

    init(_ command: Apigen) {
        let progress = Progress(isShown: command.diagnostics == .text && command.buildFolder == nil)
        defer { progress.end() }
        guard let (document, configuration) = settings(of: command) else { return }
        let templates = Templates(replacing: readTemplates(configuration.templates), log: &log)
        inputs.record(document)
        log.isStrict = configuration.strict
        guard let source = openDocument(document, log: &log), !log.hasErrors else { return }
        var options = configuration.options(of: document, recordedIn: inputs, log: &log)
        options.printing.buildName = command.buildName
        options.countsCode = command.stats
        if command.buildName != nil { options.printing.outputs.removeAll { [.docs, .site, .docc, .package].contains($0) } }
        let kept = configuration.lock.map { NameLockFile(reading: $0, log: &log) }
        options.lockedNames = kept?.names
        var since: Version?
        if let older = command.changesSince {
            guard let version = olderVersion(older, of: document, options, configuration) else { return }
            since = version
        }
        options.onStage = { progress.show("\(document): \($0.rawValue) …") }
        var baseline: Baseline?
        if let older = configuration.baseline, let severity = configuration.breaking.severity {
            guard let version = olderVersion(older, of: document, options, configuration) else { return }
            baseline = Baseline(version, severity: severity)
        }
        guard !log.hasErrors,
            let made = generate(source, options: options, since: since, baseline: baseline, with: templates, log: &log)
        else { return }
        let folder = OutputFolder(withoutTrailingSlashes(command.buildFolder ?? configuration.output))
        run = FinishedRun(
            document: made, folder: folder, keptNames: kept,
            newNames: configuration.lock.map { NameLockFile(path: $0, names: made.lockedNames) })
    }

    /// Reads an older version of the document with the same options. Its errors are printed at once, as they are those of another log.
    private mutating func olderVersion(
        _ older: String, of document: String, _ options: GenerationOptions, _ configuration: Configuration
    ) -> Version? {
        let source = VersionSource(older)
        inputs.record(source.path)
        var options = options
        options.namespace = configuration.namespace ?? namespace(for: document).name
        options.requiresNames = false
        var olderLog = DiagnosticLog()
        let version = loadVersion(
            source, options: options, overlays: configuration.overlays, allowingAbove: configuration.allowParentFolders,
            log: &olderLog)
        guard version == nil else { return version }
        printError(olderLog.rendered(isColored: isErrorColored()))
        let file = log.add(SourceFile(path: older, bytes: []))
        log.report(.hasErrorsInOlderVersion(at: Position(file: file, line: 1, column: 1)))
        return nil
    }

    /// Returns the document's path and its options, from the configuration file and the command line.
    private mutating func settings(of command: Apigen) -> (document: String, Configuration)? {
        let file = command.config ?? command.document.map { configurationFile(besideDocument: $0) } ?? configurationFile(in: "")
        var configuration = Configuration()
        if let file {
            inputs.record(file)
            guard let source = openDocument(file, log: &log) else { return nil }
            configuration = readConfiguration(source, log: &log)
            if let own = configuration.document, let asked = command.document, !isSameFile(own, asked) {
                // The folder's configuration is for another document.
                if command.config == nil { configuration = Configuration() }
                if command.buildName != nil {
                    log.report(.namesAnotherDocument(own, at: Position(file: source, line: 1, column: 1)))
                }
            } else if command.document == nil, configuration.document == nil, !log.hasErrors {
                log.report(.namesNoDocument(at: Position(file: source, line: 1, column: 1)))
            }
        }
        command.options.override(&configuration)
        guard let document = command.document ?? configuration.document, !log.hasErrors else { return nil }
        return (document, configuration)
    }

    private mutating func readTemplates(_ templates: String?) -> [(path: String, source: SourceFile)] {
        guard let templates else { return [] }
        inputs.record(templates)
        guard kind(of: templates) == .folder else {
            let file = log.add(SourceFile(path: templates, bytes: []))
            log.report(.noTemplates(at: Position(file: file, line: 1, column: 1)))
            return []
        }
        // A folder that began as a copy of the built-in one has the list of values, too.
        return filesBelow(templates).filter { $0 != "README.md" }.map { path in
            let file = templates + "/" + path
            inputs.record(file)
            if let bytes = readFile(file, limit: 1 << 20) { return (path, SourceFile(path: file, bytes: bytes)) }
            let source = SourceFile(path: file, bytes: [])
            log.report(.unreadableTemplate(at: Position(file: log.add(source), line: 1, column: 1)))
            return (path, source)
        }
    }
}

/// The generated files and their output folder.
struct FinishedRun {
    let document: GeneratedDocument
    let folder: OutputFolder
    /// The Swift names that were kept before the run, and those to keep after it; nil where none are kept.
    let keptNames: NameLockFile?
    let newNames: NameLockFile?
}

/// Returns a path without slashes at its end, so that messages do not show doubled slashes.
private func withoutTrailingSlashes(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
}

extension Diagnostic {
    fileprivate static func hasErrorsInOlderVersion(at position: Position) -> Diagnostic {
        Diagnostic(.error, "the older version of the document has errors, so that its changes cannot be listed", at: position)
    }

    fileprivate static func namesNoDocument(at position: Position) -> Diagnostic {
        Diagnostic(.error, "neither the configuration nor the command line names a document", at: position)
    }

    fileprivate static func namesAnotherDocument(_ document: String, at position: Position) -> Diagnostic {
        Diagnostic(.error, "the configuration now names '\(document)'; touch Package.swift to update the build", at: position)
    }

    fileprivate static func noTemplates(at position: Position) -> Diagnostic {
        Diagnostic(.error, "this folder of templates does not exist", at: position)
    }

    fileprivate static func unreadableTemplate(at position: Position) -> Diagnostic {
        Diagnostic(.error, "the template cannot be read or is larger than 1 MB", at: position)
    }
}
