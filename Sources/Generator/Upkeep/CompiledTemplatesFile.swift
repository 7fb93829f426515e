import Diagnostics

/// The Swift file that compiles templates in, as string literals.
///
/// - Parameter templates: paths below the template folder, and texts.
package func compiledTemplatesFile(_ templates: [(path: String, text: String)]) -> String {
    var file = "// Made from Templates/ by update-generated. Do not edit.\n\nlet compiledTemplates: [(path: String, text: String)] = [\n"
    for (path, text) in templates.sorted(by: { $0.path < $1.path }) {
        let hashes = delimiter(for: text)
        file += "    (\n        \(SwiftText.literal(path)),\n        \(hashes)\"\"\"\n"
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            file += line.isEmpty ? "\n" : "        \(line)\n"
        }
        file += "        \"\"\"\(hashes)\n    ),\n"
    }
    return file + "]\n"
}

/// As many number signs as no sequence in the text has behind quotes or backslashes.
private func delimiter(for text: String) -> String {
    var longest = 0
    var run = 0
    for character in text {
        run = character == "#" ? run + 1 : 0
        longest = max(longest, run)
    }
    return String(repeating: "#", count: longest + 1)
}
