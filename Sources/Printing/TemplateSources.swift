package import Diagnostics
package import Templating

/// The texts of a run's templates: the compiled-in ones, and a user's in their place.
package struct TemplateSources {
    private var sources: [(name: String, source: SourceFile.ID)] = []

    /// - Parameters:
    ///   - texts: The templates that replace the compiled-in ones.
    ///   - replacements: templates by their path below the template folder, such as `swift/client.mustache`.
    package init(
        of texts: [(path: String, text: String)] = compiledTemplates,
        replacing replacements: [(path: String, source: SourceFile)] = [],
        log: inout DiagnosticLog
    ) {
        for (path, text) in texts {
            let replacement = replacements.first { $0.path == path }?.source
            let source = replacement ?? SourceFile(path: "Templates/" + path, bytes: Array(text.utf8))
            sources.append((path.withoutExtension, log.add(source)))
        }
        for (path, source) in replacements where !texts.contains(where: { $0.path == path }) {
            log.report(.replacesNothing(path, names: texts.map(\.path), at: Position(file: log.add(source), line: 1, column: 1)))
        }
    }

    /// Reads the templates of some folders, which include each other.
    ///
    /// - Parameter files: the models of the templates that files are made from.
    package func read<Constants: TemplateModel>(
        in folders: Set<String>, files: [any FileTemplate.Type], constants: Constants.Type, log: inout DiagnosticLog
    ) -> TemplateSet<Constants> {
        let chosen = sources.filter { folders.contains(String($0.name.prefix { $0 != "/" })) }
        return TemplateSet(chosen, files: files, constants: constants, log: &log)
    }
}

extension String {
    fileprivate var withoutExtension: String {
        hasSuffix(".mustache") ? String(dropLast(9)) : self
    }
}

extension Diagnostic {
    fileprivate static func replacesNothing(_ path: String, names: [String], at position: Position) -> Diagnostic {
        Diagnostic(
            .error, "template '\(path)' replaces nothing, the templates are \(names.joined(separator: ", "))", at: position)
    }
}
