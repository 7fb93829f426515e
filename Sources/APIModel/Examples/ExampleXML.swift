extension XMLShapes {
    /// Returns the value of a body as XML with a line for each element; `nil` where no body with the schema is XML.
    package func text(of value: JSONValue, as schema: SchemaID?) -> String? {
        guard let declaration = schema.flatMap({ declaration(of: $0) }) else { return nil }
        return text(of: value, as: declaration.shape, in: declaration.element ?? XMLName("root"))
    }

    /// Returns a value that no schema describes as XML.
    package func text(ofUndescribed value: JSONValue) -> String {
        text(of: value, as: .any, in: XMLName("root"))
    }

    private func text(of value: JSONValue, as shape: XMLShape, in name: XMLName) -> String {
        var text = ""
        append(value, as: shape, in: name, indent: "", to: &text)
        return text.last == "\n" ? String(text.dropLast()) : text
    }

    /// Returns the document's example as XML; `nil` where the body is not XML, or the example is its text already.
    package func text(of example: JSONValue, in representation: Representation) -> String? {
        guard representation.mediaType.coding == .xml, !example.isScalar else { return nil }
        return text(of: example, as: representation.schema)
    }

    private func append(_ value: JSONValue, as shape: XMLShape, in name: XMLName, indent: String, to text: inout String) {
        let shape = resolved(shape)
        var tag = name.qualified + name.declaration
        var inside = ""
        switch (value, shape) {
        case (.null, _): return
        case (.object(let members), .object(let described, let others)):
            for member in members {
                guard let place = described.first(where: { $0.property == member.name }) else {
                    append(member.value, as: others ?? .any, in: XMLName(member.name), indent: indent + "  ", to: &inside)
                    continue
                }
                if case .attribute = place.place {
                    tag +=
                        place.name.declaration + " " + place.name.qualified + "=\"" + XMLText.escaped(member.value.plainText) + "\""
                } else {
                    append(member.value, at: place, indent: indent + "  ", to: &inside)
                }
            }
        case (.object(let members), _):
            for member in members { append(member.value, as: .any, in: XMLName(member.name), indent: indent + "  ", to: &inside) }
        case (.array(let elements), .list(let item, let shape)):
            for element in elements { append(element, as: shape, in: item, indent: indent + "  ", to: &inside) }
        case (.array(let elements), _):
            for element in elements { append(element, as: .any, in: XMLName("item"), indent: indent + "  ", to: &inside) }
        default: inside = XMLText.escaped(value.plainText)
        }
        text +=
            indent + "<" + tag + ">" + (inside.hasSuffix(">\n") ? "\n" + inside + indent : inside) + "</" + name.qualified + ">\n"
    }

    private func append(_ value: JSONValue, at member: XMLMember, indent: String, to text: inout String) {
        switch (member.place, value) {
        case (.items(let shape, _), .array(let elements)):
            for element in elements { append(element, as: shape, in: member.name, indent: indent, to: &text) }
        case (.items(let shape, _), _), (.element(let shape), _):
            append(value, as: shape, in: member.name, indent: indent, to: &text)
        case (.text, _), (.attribute, _): text += XMLText.escaped(value.plainText)
        }
    }

    private func resolved(_ shape: XMLShape) -> XMLShape {
        guard case .named(let name) = shape else { return shape }
        return declarations.first { $0.name.name == name.name }?.shape ?? .any
    }
}

/// Text made safe for XML.
private enum XMLText {
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}

extension XMLName {
    fileprivate var qualified: String {
        [namespace == nil ? nil : prefix, local].compactMap(\.self).joined(separator: ":")
    }

    fileprivate var declaration: String {
        namespace.map { " xmlns" + (prefix.map { ":" + $0 } ?? "") + "=\"" + XMLText.escaped($0) + "\"" } ?? ""
    }
}
