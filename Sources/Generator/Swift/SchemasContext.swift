import APIModel
import Templating

/// The file that holds the schemas that values are validated against; none where types require everything already.
func planSchemas(_ api: API, _ layout: Layout) -> [FilePlan] {
    guard api.hasSchemas else { return [] }
    var context = fileContext(Spelling(api: api, file: .operations))
    var text = SchemaText(api)
    let lines = text.lines()
    context.set(.delimiter, SwiftText.rawDelimiter(for: lines.joined(separator: "\n")))
    context.set(.lines, lines.map { Context(.line, $0) })
    return [FilePlan(path: layout.swift("Schemas"), template: "swift/schemas", context: context)]
}

extension API {
    /// Whether operations validate what they read.
    var hasSchemas: Bool { !enforced.named.isEmpty }
}
