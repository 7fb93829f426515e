package import Diagnostics

/// Templates by name, which include each other by name.
package struct ContextTemplateSet {
    private let vocabulary: Vocabulary
    private var templates: [String: ContextTemplate] = [:]

    package init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    /// Parses a template; its mistakes go to the log with positions in it.
    package mutating func add(_ name: String, source: SourceFile.ID, log: inout DiagnosticLog) {
        var parser = ContextParser(log.source(source), file: source, vocabulary: vocabulary)
        templates[name] = parser.parse(log: &log)
    }

    /// Reports every partial that no template has the name of.
    package func checkPartials(log: inout DiagnosticLog) {
        for (_, template) in templates.sorted(by: { $0.key < $1.key }) {
            for case .partial(let name, _, let position) in template.instructions where templates[name] == nil {
                log.report(.unknownPartial(name, at: position))
            }
        }
    }

    /// The text of a template with the values of a context.
    ///
    /// A template that prints what has no value there, or includes itself without end, is an error, and the text stops
    /// at it.
    package func render(_ name: String, _ context: Context, log: inout DiagnosticLog) -> [UInt8] {
        guard let template = templates[name] else { return [] }
        var renderer = ContextRenderer(templates: templates)
        renderer.render(template, context)
        if let problem = renderer.problem { log.report(problem.diagnostic(vocabulary)) }
        return renderer.output
    }
}

extension Diagnostic {
    fileprivate static func unknownPartial(_ name: String, at position: Position) -> Diagnostic {
        Diagnostic(.error, "no template is called '\(name)'", at: position)
    }
}
