import APIModel
import Printing
import Templating

/// The file that holds the schemas that values are validated against; none where types require everything already.
func planSchemas(_ api: API, _ layout: Layout, _ options: SwiftOptions) -> [FilePlan<SwiftConstants>] {
    guard api.hasSchemas else { return [] }
    var text = SchemaText(api)
    let lines = text.lines()
    let template = SchemasTemplate(
        delimiter: SwiftText.rawDelimiter(for: lines), lines: [Line](lines))
    return [FilePlan(layout.swift("Schemas"), template, SwiftConstants(api, .operations, options))]
}

extension API {
    /// Whether operations validate what they read.
    var hasSchemas: Bool { !enforced.named.isEmpty }
}
