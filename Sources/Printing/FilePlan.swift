package import Templating

/// A file that the generator made, at a path relative to the output folder.
package struct GeneratedFile: Sendable {
    /// Components are separated by slashes.
    package let path: String
    package let bytes: [UInt8]
    /// Whether the file is written once and kept after its authors have changed it.
    package let isScaffold: Bool

    package init(path: String, bytes: [UInt8], isScaffold: Bool = false) {
        self.path = path
        self.bytes = bytes
        self.isScaffold = isScaffold
    }
}

/// A file to be rendered.
package struct FilePlan<Constants: TemplateModel> {
    package let path: String
    private let render: (TemplateSet<Constants>) -> [UInt8]
    private var isScaffold = false

    /// - Parameter template: The values of the file, which are made when it is rendered.
    package init<Template: FileTemplate>(
        _ path: String, _ template: @autoclosure @escaping () -> Template, _ constants: Constants
    ) {
        self.path = path
        render = { $0.render(template(), constants: constants) }
    }

    package func file(from templates: TemplateSet<Constants>) -> GeneratedFile {
        GeneratedFile(path: path, bytes: render(templates), isScaffold: isScaffold)
    }

    /// The plan of a file that is kept after its authors have changed it.
    package var scaffold: FilePlan {
        var plan = self
        plan.isScaffold = true
        return plan
    }
}

extension FilePlan where Constants == NoValues {
    package init<Template: FileTemplate>(_ path: String, _ template: @autoclosure @escaping () -> Template) {
        self.init(path, template(), NoValues())
    }
}
