import APIModel
import OpenAPI

/// A body of a message: the document's first example, else a value made from the schema.
enum BodyExample {
    case json(ExampleValue)
    case form(ExampleValue)
    case multipart(ExampleValue)
    /// A value, nil where only its text is known.
    case xml(ExampleValue?, text: String)
    /// What is sent as it is; of a stream, one piece.
    case text(String)

    /// The body that the samples of every language send.
    static func sample(_ content: Content, in api: API) -> BodyExample? {
        // A sample with thousands of lines of data shows nothing, and one that is cut off does not compile.
        let isLong = content.givenExample.map { $0.literal(.json).utf8.count > 4_000 } ?? false
        let made = isLong ? content.madeExample(in: api.document, for: .request) : nil
        return BodyExample(content, in: api, made)
    }

    /// nil where the document has no example and none can be made.
    ///
    /// - Parameter chosen: the value to take in place of the document's example.
    init?(_ content: Content, in api: API, _ chosen: ExampleValue? = nil) {
        let given = chosen ?? content.givenExample
        guard let value = given ?? content.madeExample(in: api.document, for: .request) else { return nil }
        switch content.coding {
        case .json: self = .json(value)
        case .form: self = .form(value)
        case .multipart: self = .multipart(value)
        case .xml:
            let typed = value.isScalar ? content.madeExample(in: api.document, for: .request) : value
            self = .xml(typed, text: value.isScalar ? value.plainText : api.xml.text(of: value, as: content.mediaType.schema) ?? "")
        case .text, .bytes:
            // How an object is written in a text, no schema says.
            guard value.isScalar else { return nil }
            self = .text(value.plainText)
        // An example that is a text is the stream as it travels.
        case .jsonLines: self = .text(given?.string ?? value.jsonLines)
        case .events, .jsonEvents: self = .text(given?.string ?? value.event)
        }
    }

    /// Whether tools write the media type themselves.
    var namesItsMediaType: Bool {
        switch self {
        case .form, .multipart: true
        case .json, .xml, .text: false
        }
    }
}

extension Content {
    /// The document's first example.
    var givenExample: ExampleValue? {
        mediaType.examples.first?.value.map { ExampleValue($0) }
    }

    /// A value made from the schema, of a stream from that of a piece; nil where none can be made.
    func madeExample(in document: OpenAPIDocument, for message: ExampleSynthesis.Message? = nil) -> ExampleValue? {
        let schema = isStream ? mediaType.itemSchema ?? mediaType.schema : mediaType.schema
        return schema.flatMap { ExampleSynthesis.value(for: $0, in: document, for: message) }
    }

    private var isStream: Bool {
        switch coding {
        case .jsonLines, .events, .jsonEvents: true
        case .json, .form, .multipart, .xml, .text, .bytes: false
        }
    }
}

extension ExampleValue {
    fileprivate var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// An object's members as a form's fields: one for each element of a list, and JSON for what has members of its own.
    var pairs: [(name: String, value: String)] {
        guard case .object(let members) = self else { return [] }
        return members.flatMap { member in
            let values = if case .array(let elements) = member.value { elements } else { [member.value] }
            return values.map { (member.name, $0.isScalar ? $0.plainText : $0.literal(.json)) }
        }
    }

    /// A line for each element; the document describes JSON Lines by a line or by an array of them.
    fileprivate var jsonLines: String {
        guard case .array(let elements) = self else { return literal(.json) + "\n" }
        return elements.map { $0.literal(.json) + "\n" }.joined()
    }

    /// An event with the value as its fields, where they are an event's, else as its data.
    fileprivate var event: String {
        guard case .object(let members) = self, members.contains(where: { $0.name == "data" }),
            members.allSatisfy({ ["data", "event", "id", "retry"].contains($0.name) })
        else { return field("data") + "\n" }
        return members.map { $0.value.field($0.name) }.joined() + "\n"
    }

    /// HTML, section 9.2.6: a value of several lines is a field for each.
    private func field(_ name: String) -> String {
        (string ?? literal(.json)).split(separator: "\n", omittingEmptySubsequences: false).map { "\(name): \($0)\n" }.joined()
    }
}
