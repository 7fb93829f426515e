/// A line of a comment or of a list.
package struct Line: TemplateModel {
    package static let fields: [Field<Self>] = [.text("line", \.line)]

    package let line: String

    package init(line: String) {
        self.line = line
    }
}

extension [Line] {
    package init(_ lines: [String]) { self = lines.map { Line(line: $0) } }
}
