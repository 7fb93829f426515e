import ApigenCommand
import ArgumentParser
import Diagnostics

/// The command `apigen`, which generates files from one OpenAPI document.
struct Apigen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apigen",
        abstract: "Generates a Swift client, Swift server stubs and Markdown docs from an OpenAPI document.",
        discussion: """
            Options can also be set in a file apigen.yaml (or .json) beside the document, where --open-enums is openEnums. \
            A file shop.apigen.yaml applies to shop.yaml only. Options on the command line take precedence.

            Exit status: 0 on success, 1 if the document has errors or --check finds a difference, 2 if the command line is invalid \
            or standard output cannot be written.

            EXAMPLES:
              apigen openapi.yaml
              apigen openapi.yaml --emit models,client --output Sources
              apigen openapi.yaml --names Pet=Animal,get_pet=pet
              apigen openapi.yaml --include 'tag:pets' --include 'path:/orders/**'
              apigen v2.yaml --emit site && sh Generated/Site/V2/build.sh v2 public    (a site with a selector of versions)
              apigen openapi.yaml --emit package --output sdk    (a Swift package with the client and its tests)
              apigen diff old.yaml openapi.yaml    (what changed; see apigen diff --help)
              apigen mock openapi.yaml    (a server that returns examples; see apigen mock --help)
              apigen test openapi.yaml --server http://127.0.0.1:8080    (tests a running server; see apigen test --help)
            """,
        version: apigenVersion)

    @Argument(
        help: "The OpenAPI document, in YAML or JSON. (default: the document named in the configuration)",
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var document: String?

    @Option(
        help: "The configuration file. (default: the one beside the document)",
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var config: String?

    @OptionGroup(title: "OPTIONS (ALSO IN apigen.yaml)")
    var options: ConfigurationFlags

    @Option(
        help: ArgumentHelp(
            "An older version of the document, a file or git:REF:PATH, whose changes get a page in docs and site.",
            valueName: "document"),
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var changesSince: String?

    @Flag(help: "Write nothing; list missing, different and stale files, and exit with 1 if there are any.")
    var check = false

    @Flag(help: "Keep running, and generate again whenever an input file changes.")
    var watch = false

    @Flag(help: "List the files that were added, changed or removed.")
    var verbose = false

    @Flag(help: "Print the size and the estimated compile time of the code for each tag and schema.")
    var stats = false

    @Option(help: "The format of errors and warnings: text on standard error; json or sarif on standard output.")
    var diagnostics = DiagnosticsFormat.text

    @Option(help: ArgumentHelp("The folder in which the build plugin expects files.", visibility: .hidden))
    var buildFolder: String?

    @Option(help: ArgumentHelp("The prefix of the file names that the build plugin expects.", visibility: .hidden))
    var buildName: String?

    @Option(
        help: ArgumentHelp("The folder of a target whose committed code the command plugins renew or check.", visibility: .hidden))
    var targetFolder: [String] = []

    func validate() throws {
        if options.output?.isEmpty == true { throw ValidationError("--output must not be empty.") }
        if check, watch { throw ValidationError("--check and --watch cannot be combined.") }
        if document == nil, config == nil, targetFolder.isEmpty, configurationFile(in: "") == nil {
            throw ValidationError("Missing expected argument '<document>', and the current folder has no apigen.yaml.")
        }
        try options.checkValues()
    }

    func run() throws {
        if !targetFolder.isEmpty { return try runForTargets() }
        if watch { return watchInputs() }
        let attempt = Attempt(self)
        guard finish(attempt) else { throw ExitCode(1) }
    }

    /// Writes or checks the files of an attempt, then reports its errors and warnings, so that they are the last lines on a terminal.
    ///
    /// - Returns: Whether there were no errors, and with `--check` no differences.
    func finish(_ attempt: Attempt) -> Bool {
        defer { attempt.report(as: diagnostics) }
        guard let run = attempt.run, !attempt.log.hasErrors else { return false }
        return deliver(run)
    }

    private func deliver(_ run: FinishedRun) -> Bool {
        do throws(OutputFailure) {
            let changes = try run.folder.locked(isWriting: !check, onWait: { reportWait(for: run.folder) }) {
                () throws(OutputFailure) in
                let changes = try run.folder.changes(for: run.document)
                if !check { try run.folder.apply(changes, for: run.document) }
                return changes
            }
            if check { return report(changes, run) }
            // A build only reads the names, as it must not write into the package.
            if buildFolder == nil, let names = run.newNames, !names.isUpToDate { try names.write() }
            if buildFolder == nil, diagnostics == .text { printOutput(statistics(of: run) + summary(of: changes, run)) }
            return true
        } catch {
            printError("\(run.folder.path):1:1: error: \(error.text)\n")
            return false
        }
    }
}
