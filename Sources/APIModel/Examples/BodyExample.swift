/// The body of a sample: the document's first example, else a value made from the schema.
package enum BodyExample {
    case json(JSONValue)
    case form(JSONValue)
    case multipart(JSONValue)
    /// A value, `nil` where only its text is known.
    case xml(JSONValue?, text: String)
    /// What is sent as it is; of a stream, one item.
    case text(String)

    /// Returns the body that the samples of every language send.
    package static func sample(_ content: Content, in api: API) -> BodyExample? {
        // A sample with thousands of lines of data shows nothing, and one that is cut off does not compile.
        let isLong = content.givenExample.map { $0.literal(.json).utf8.count > 4_000 } ?? false
        let made = isLong ? content.madeExample(in: api, for: .requests) : nil
        return BodyExample(content, in: api, made)
    }

    /// Creates a body, or returns `nil` where the document has no example and none can be made.
    ///
    /// - Parameter chosen: The value to take in place of the document's example.
    package init?(_ content: Content, in api: API, _ chosen: JSONValue? = nil) {
        let given = chosen ?? content.givenExample
        guard let value = given ?? content.madeExample(in: api, for: .requests) else { return nil }
        switch content.coding {
        case .json: self = .json(value)
        case .form: self = .form(value)
        case .multipart: self = .multipart(value)
        case .xml:
            let isText = value.isScalar && !(content.representation.schema.map { api.schemas.form($0).isTypedScalar } ?? false)
            self = .xml(
                isText ? content.madeExample(in: api, for: .requests) : value,
                text: isText ? value.plainText : api.xml.text(of: value, as: content.representation.schema) ?? "")
        case .text, .bytes:
            // No schema defines how an object is written as text.
            guard value.isScalar else { return nil }
            self = .text(value.plainText)
        // An example that is a string is the stream itself.
        case .jsonLines: self = .text(given?.string ?? value.jsonLines)
        case .events, .jsonEvents, .typedEvents: self = .text(given?.string ?? value.event)
        }
    }

    /// Whether tools write the media type themselves.
    package var namesItsMediaType: Bool {
        switch self {
        case .form, .multipart: true
        case .json, .xml, .text: false
        }
    }
}

extension Content {
    /// The document's first example.
    package var givenExample: JSONValue? {
        representation.examples.first?.value?.value
    }

    /// Returns a value made from the schema, or from that of an item where the body is a stream; `nil` where none can be made.
    package func madeExample(in api: API, for directions: Directions = .both) -> JSONValue? {
        let schema = isStream ? representation.itemSchema ?? representation.schema : representation.schema
        return schema.flatMap { ExampleSynthesis.value(for: $0, in: api, for: directions) }
    }

    /// Whether the body is a sequence of values.
    package var isStream: Bool {
        switch coding {
        case .jsonLines, .events, .jsonEvents, .typedEvents: true
        case .json, .form, .multipart, .xml, .text, .bytes: false
        }
    }
}

extension JSONValue {
    /// A line for each element; documents describe JSON Lines by one line or by an array of them.
    fileprivate var jsonLines: String {
        guard case .array(let elements) = self else { return literal(.json) + "\n" }
        return elements.map { $0.literal(.json) + "\n" }.joined()
    }

    /// An event with the value as its fields, where they are those of an event, else as its data.
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
