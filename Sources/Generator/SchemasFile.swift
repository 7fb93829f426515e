package import APIModel
import Printing
import Templating

/// The file that holds the schemas that values are validated against; none where types require everything already.
func planSchemas(_ api: API, _ layout: Layout, _ options: SwiftOptions) -> [FilePlan<SwiftConstants>] {
    guard api.hasSchemas else { return [] }
    return [FilePlan(layout.swift("Schemas"), schemasTemplate(api), SwiftConstants(api, .operations, options))]
}

/// Returns the text of schemas as the runtime reads it.
package func schemaText(_ schemas: EnforcedSchemas, of api: API) -> String {
    var text = SchemaText(api, schemas)
    return text.lines().joined(separator: "\n")
}

private func schemasTemplate(_ api: API) -> SchemasTemplate {
    var text = SchemaText(api, api.enforced)
    let lines = text.lines()
    return SchemasTemplate(delimiter: SwiftText.rawDelimiter(for: lines), lines: [Line](lines))
}

extension API {
    /// Whether operations validate what they read.
    var hasSchemas: Bool { !enforced.named.isEmpty }
}
