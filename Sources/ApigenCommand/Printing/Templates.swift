package import Diagnostics
import Documentation
package import Generator
import Packaging
package import Printing
package import Templating

/// The templates of a run.
package struct Templates: Sendable {
    package let swift: TemplateSet<SwiftConstants>
    package let documentation: TemplateSet<NoValues>

    /// Reads the compiled-in templates, and a user's in their place; their mistakes go to the log.
    package init(replacing replacements: [(path: String, source: SourceFile)] = [], log: inout DiagnosticLog) {
        self.init(TemplateSources(replacing: replacements, log: &log), log: &log)
    }

    package init(_ sources: TemplateSources, log: inout DiagnosticLog) {
        swift = sources.read(in: ["swift", "package"], files: swiftFiles + packageFiles, constants: SwiftConstants.self, log: &log)
        documentation = sources.read(
            in: ["docs", "site", "docc"], files: documentationFiles, constants: NoValues.self, log: &log)
    }
}
