package import Diagnostics
import Templating

/// The templates of a run: the compiled-in ones, and a user's in their place.
package struct Templates {
    let swift: TemplateSet<SwiftConstants>
    let documentation: TemplateSet<NoValues>

    /// - Parameter replacements: templates by their path below the template folder, such as `swift/client.mustache`.
    package init(replacing replacements: [(path: String, source: SourceFile)] = [], log: inout DiagnosticLog) {
        self.init(of: compiledTemplates, replacing: replacements, log: &log)
    }

    /// - Parameter texts: what stands in place of the compiled-in templates.
    package init(
        of texts: [(path: String, text: String)], replacing replacements: [(path: String, source: SourceFile)] = [],
        log: inout DiagnosticLog
    ) {
        var sources: [(name: String, source: SourceFile.ID)] = []
        for (path, text) in texts {
            let replacement = replacements.first { $0.path == path }?.source
            let source = replacement ?? SourceFile(path: "Templates/" + path, bytes: Array(text.utf8))
            sources.append((path.withoutExtension, log.add(source)))
        }
        for (path, source) in replacements where !texts.contains(where: { $0.path == path }) {
            log.report(.replacesNothing(path, names: texts.map(\.path), at: Position(file: log.add(source), line: 1, column: 1)))
        }
        swift = TemplateSet(
            sources.filter { $0.name.hasPrefix("swift/") }, files: swiftFiles, constants: SwiftConstants.self, log: &log)
        documentation = TemplateSet(
            sources.filter { !$0.name.hasPrefix("swift/") }, files: documentationFiles, constants: NoValues.self, log: &log)
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
