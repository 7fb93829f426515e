import ApigenCommand
import ArgumentParser
import Diagnostics

/// The command line: one document in, files out.
struct Apigen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apigen",
        abstract: "Makes a Swift client, Swift server stubs and Markdown docs from an OpenAPI document.",
        discussion: """
            Options may also stand in a file apigen.yaml beside the document; those of the command line win.

            Exits with 0 when everything is done, with 1 when the document is wrong or --check finds a difference, \
            and with 2 when the command line is wrong.
            """,
        version: "0.1.0")

    @Argument(
        help: "The OpenAPI document, YAML or JSON; without it, the one that the configuration names.",
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var document: String?

    @Option(
        help: "The configuration, in place of the one that stands beside the document.",
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var config: String?

    @OptionGroup(title: "Options that a configuration may have")
    var options: ConfigurationFlags

    @Flag(help: "Write nothing, and say which files are missing, different or stale.")
    var check = false

    @Flag(help: "Stay, and make everything anew whenever a file changes that went into it.")
    var watch = false

    @Option(help: "How mistakes are told: text for people, json or sarif for programs.")
    var diagnostics = DiagnosticsFormat.text

    @Option(help: ArgumentHelp("Where the build plugin expects files.", visibility: .hidden))
    var buildFolder: String?

    @Option(help: ArgumentHelp("What the build plugin expects files' names to begin with.", visibility: .hidden))
    var buildName: String?

    func validate() throws {
        if options.output?.isEmpty == true { throw ValidationError("The output folder's name is empty.") }
        if check, watch { throw ValidationError("--check and --watch do not go together.") }
        if document == nil, config == nil, configurationFile(in: "") == nil {
            throw ValidationError("Missing expected argument '<document>', and there is no apigen.yaml here.")
        }
        try options.checkValues()
    }

    func run() throws {
        if watch { return watchInputs() }
        let attempt = Attempt(self)
        attempt.tell(diagnostics)
        guard let run = attempt.run, !attempt.log.hasErrors else { throw ExitCode(1) }
        guard deliver(run) else { throw ExitCode(1) }
    }

    /// Writes or checks what a run has made.
    ///
    /// - Returns: whether all is as it should be.
    func deliver(_ run: FinishedRun) -> Bool {
        do throws(OutputFailure) {
            let changes = try run.folder.changes(for: run.document)
            if check { return report(changes, run) }
            try run.folder.apply(changes, for: run.document)
            if buildFolder == nil, diagnostics == .text { printOutput(summary(of: changes, run)) }
            return true
        } catch {
            printError("\(run.folder.path):1:1: error: \(error.text)\n")
            return false
        }
    }
}
