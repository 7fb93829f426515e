import APIModel
import Printing

/// Returns the example of a schema: the author's, else one that is made.
func exampleText(of id: SchemaID, _ api: API, _ prose: Prose) -> String {
    if let given = api.schemas[id].annotations.examples.first {
        return MarkdownText.example(given.jsonLayout, language: "json")
    }
    return ExampleSynthesis.example(for: id, in: api.schemas).shown(prose)
}

/// An example of a body as text in the syntax of its media type.
struct ShownExample {
    let text: String
    /// The name of the syntax; empty for plain text.
    let language: String

    init(_ example: SourceValue, in representation: Representation, of api: API) {
        if let xml = api.xml.text(of: example.value, in: representation) {
            (text, language) = (xml, "xml")
        } else if case .string(let string) = example.value, representation.mediaType.coding != .json {
            (text, language) = (string, representation.mediaType.coding == .xml ? "xml" : "")
        } else {
            (text, language) = (example.jsonLayout, "json")
        }
    }
}

extension MadeExample {
    /// The value, and a sentence about what it lacks.
    func shown(_ prose: Prose) -> String {
        let lacks = omissions.prefix(5).filter { !$0.path.isEmpty }.map {
            "\(prose.code($0.path.shown)) (\(MarkdownText.name($0.reason)))"
        }
        let text = value.map { MarkdownText.example($0.layout(), language: "json") }
        let start = text == nil ? "No example is made without " : "The example is without "
        let sentence = lacks.isEmpty ? nil : start + lacks.joined(separator: ", ") + "."
        return [text, sentence].compactMap(\.self).joined(separator: "\n\n")
    }
}

extension [ValueStep] {
    /// The path as tables of members write it.
    fileprivate var shown: String {
        reduce("") { path, step in
            switch step {
            case .member(let name): path.isEmpty ? name : path + "." + name
            case .element: path + "[]"
            }
        }
    }
}
