import Printing

/// The Swift file that compiles templates in, as string literals.
///
/// - Parameter templates: paths below the template folder, and texts.
package func compiledTemplatesFile(_ templates: [(path: String, text: String)]) -> String {
    var file = """
        // Made from Templates/ by update-generated. Do not edit.
        // swift-format-ignore-file

        package let compiledTemplates: [(path: String, text: String)] = [

        """
    for (path, text) in templates.sorted(by: { $0.path < $1.path }) {
        let hashes = SwiftText.rawDelimiter(for: text)
        file += "    (\n        \(SwiftText.literal(path)),\n        \(hashes)\"\"\"\n"
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            file += line.isEmpty ? "\n" : "        \(line)\n"
        }
        file += "        \"\"\"\(hashes)\n    ),\n"
    }
    return file + "]\n"
}
