import ArgumentParser
import Diagnostics
import Generator
import OpenAPI

/// What changes a document before anything is made of it.
struct SelectionFlags: ParsableArguments {
    @Option(
        help: "An OpenAPI overlay that changes the document; several are applied one after the other.",
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var overlay: [String] = []

    @Option(help: ArgumentHelp("Make only this, with the schemas that it needs; * and ** match.", valueName: "tag|path|operation|schema:name"))
    var include: [FilterRule] = []

    @Option(help: ArgumentHelp("Leave this out, with the schemas that nothing else needs.", valueName: "tag|path|operation|schema:name"))
    var exclude: [FilterRule] = []

    /// Adds what was asked for to the generator's options.
    func apply(to options: inout GenerationOptions, noting inputs: InputFiles, log: inout DiagnosticLog) {
        options.filter.included = include.map(\.rule)
        options.filter.excluded = exclude.map(\.rule)
        for path in overlay {
            inputs.note(path)
            if let source = openDocument(path, log: &log) { options.overlays.append(source) }
        }
    }
}

/// The value of `--include` and `--exclude`, such as `path:/pets/**`.
struct FilterRule: ExpressibleByArgument {
    let rule: DocumentFilter.Rule

    init?(argument: String) {
        guard let rule = DocumentFilter.Rule(argument) else { return nil }
        self.rule = rule
    }
}
