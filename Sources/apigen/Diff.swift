import APIDiff
import APIModel
import ApigenCommand
import ArgumentParser
import Diagnostics

/// The command `apigen diff`, which compares two versions of an OpenAPI document.
struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apigen diff",
        abstract: "Reports what a new version of an OpenAPI document changes for callers, servers, Swift source and stored JSON.",
        discussion: """
            A document is a file, or git:REF:PATH for a file of a git revision, where PATH is relative to the current folder. \
            The options of apigen.yaml beside the new document apply to both documents.

            Exit status: 0 if nothing breaks, 1 if something does (see --fail-on), 2 if the command line is invalid or a document \
            cannot be read.

            EXAMPLES:
              apigen diff git:origin/main:openapi.yaml openapi.yaml
              apigen diff v1.yaml v2.yaml --sides callers --format markdown
              apigen diff v1.yaml v2.yaml --semver
            """)

    @Argument(help: "The old document.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var old: String

    @Argument(help: "The new document.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var new: String

    @Option(help: "The format of the report: text, json, sarif, markdown, or github for annotations of a pull request.")
    var format = ReportFormat.text

    @Option(help: "Which changes make the exit status 1: breaking, risky or any.")
    var failOn = FailingChanges.breaking

    @Option(help: ArgumentHelp("The sides to report on.", valueName: "callers,servers,source,storage"))
    var sides = ReportedSides()

    @Flag(help: "Instead of the report, print the version step that the changes require, then the old and the new version.")
    var semver = false

    @Option(
        help: "The configuration file. (default: the one beside the new document)",
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var config: String?

    @Flag(inversion: .prefixedNo, help: "Compare documents with errors as far as they can be read.")
    var lenient = true

    func validate() throws {
        for text in [old, new] where text.hasPrefix("git:") && GitRevision(text) == nil {
            throw ValidationError("A file of a git revision is written git:REF:PATH, found '\(text)'.")
        }
    }

    func run() throws {
        guard let report = report() else { throw ExitCode(2) }
        printOutput(semver ? versionStep(of: report) : format.text(of: report))
        if report.changes.contains(where: { failOn.includes($0) }) { throw ExitCode(1) }
    }

    /// Compares the documents. The errors of both are reported at once.
    private func report() -> DiffReport? {
        guard let configuration = readConfiguration() else { return nil }
        let source = VersionSource(new)
        var options = configuration.generationOptions
        options.isLenient = configuration.lenient
        options.namespace = configuration.namespace ?? namespace(for: source.path).name
        // A name that was chosen for something new is no name of the old document.
        options.requiresNames = false
        if let path = configuration.lock {
            var log = DiagnosticLog()
            options.lockedNames = NameLockFile(reading: path, log: &log).names
            if log.hasErrors { printError(log.rendered(isColored: isErrorColored())) }
            guard !log.hasErrors else { return nil }
        }
        let before = load(VersionSource(old), options, configuration)
        options.requiresNames = true
        let after = load(source, options, configuration)
        guard let before, let after else { return nil }
        var settings = DiffOptions(today: currentDate())
        settings.hasOpenEnums = configuration.openEnums
        return difference(from: before, to: after, options: settings).limited(to: sides.sides)
    }

    /// Reads a document; one with errors once more, with a choice in place of each error that leaves one.
    private func load(_ source: VersionSource, _ options: GenerationOptions, _ configuration: Configuration) -> Version? {
        var (version, log) = read(source, options, configuration)
        // Warnings are for the command that generates code.
        var errors = log.withoutWarnings
        if version == nil, lenient {
            var choosing = options
            choosing.isLenient = true
            (version, log) = read(source, choosing, configuration)
            if let version { errors.report(.isIncomplete(at: version.api.about.position)) }
        }
        if errors.hasErrors { printError(errors.rendered(isColored: isErrorColored())) }
        return version
    }

    private func read(
        _ source: VersionSource, _ options: GenerationOptions, _ configuration: Configuration
    ) -> (Version?, DiagnosticLog) {
        var log = DiagnosticLog()
        let version = loadVersion(
            source, options: options, overlays: configuration.overlays, allowingAbove: configuration.allowParentFolders, log: &log)
        return (version, log)
    }

    private func readConfiguration() -> Configuration? {
        var log = DiagnosticLog()
        let configuration = ApigenCommand.readConfiguration(
            of: VersionSource(new).path, in: config, recordedIn: InputFiles(), log: &log)
        if log.hasErrors { printError(log.rendered(isColored: isErrorColored())) }
        return log.hasErrors ? nil : configuration
    }

    private func versionStep(of report: DiffReport) -> String {
        let versions = report.nextVersion.map { " \(report.oldVersion) \($0)" } ?? ""
        return report.step.rawValue + versions + "\n"
    }
}

extension Diagnostic {
    fileprivate static func isIncomplete(at position: Position) -> Diagnostic {
        Diagnostic(.warning, "the document has errors; changes to the affected parts may be missing from the report", at: position)
    }
}
