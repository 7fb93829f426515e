package import Diagnostics

/// Templates by name, which include each other by name, and the files that are made from them.
package struct TemplateSet<Constants: TemplateModel>: Sendable {
    private let bound: [BoundTemplate]
    private let files: [TemplateBinder.Use: Int]
    /// The templates with the models that they are rendered for.
    let uses: [(template: String, model: any TemplateModel.Type)]

    /// Reads templates; their mistakes go to the log with positions in them.
    ///
    /// - Parameters:
    ///   - sources: templates by their names.
    ///   - files: the models of the templates that files are made from.
    package init(
        _ sources: [(name: String, source: SourceFile.ID)], files: [any FileTemplate.Type], constants: Constants.Type,
        log: inout DiagnosticLog
    ) {
        var templates: [String: Template] = [:]
        for (name, source) in sources {
            var parser = TemplateParser(log.source(source), file: source)
            templates[name] = parser.parse(log: &log)
        }
        var binder = TemplateBinder(templates, constants: Constants.names)
        var numbers: [TemplateBinder.Use: Int] = [:]
        for file in files {
            numbers[TemplateBinder.Use(file.template, for: file)] = binder.bind(file.template, for: file, log: &log)
        }
        binder.checkInclusions(log: &log)
        bound = binder.bound
        uses = binder.uses
        self.files = numbers
    }

    /// Returns the text of a file; it is empty where the template of the file is none of these.
    package func render<File: FileTemplate>(_ file: File, constants: Constants) -> [UInt8] {
        guard let number = files[TemplateBinder.Use(File.template, for: File.self)] else { return [] }
        var renderer = Renderer(templates: bound, constants: constants.values, isSwift: File.self is any SwiftFileTemplate.Type)
        renderer.render(number, file.values)
        return renderer.output
    }
}
