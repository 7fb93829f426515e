import HTTPTypes

/// The value that XML bytes hold.
func readXML<Value: JSONCodable>(
    _ type: Value.Type, from bytes: [UInt8], as shape: XMLShape, timestampsAreLenient: Bool = false
) throws(XMLError) -> Value {
    let tree = try readXMLTree(from: bytes, as: shape)
    do throws(ParameterError) {
        return try readText(type, from: tree, timestampsAreLenient: timestampsAreLenient)
    } catch {
        throw XMLError(error.description)
    }
}

/// The value that XML bytes hold, and what was sent if there is something in it that the type does not have.
func readSentXML<Value: JSONCodable>(
    _ type: Value.Type, from bytes: [UInt8], as shape: XMLShape
) throws(XMLError) -> (value: Value, sent: TextTree?) {
    let tree = try readXMLTree(from: bytes, as: shape)
    do throws(ParameterError) {
        return try readSentText(type, from: tree)
    } catch {
        throw XMLError(error.description)
    }
}

private func readXMLTree(from bytes: [UInt8], as shape: XMLShape) throws(XMLError) -> TextTree {
    if let text = plainText(of: bytes, as: shape) { return .text(text) }
    let root = try XMLParser.parse(bytes)
    if let element = shape.element, !element.matches(root.name) {
        throw XMLError("its element is '\(root.name.local)', not '\(element.local)'")
    }
    return try XMLReader.value(of: root, as: shape)
}

/// Returns the text of a scalar that was sent without an element around it, as some services do.
private func plainText(of bytes: [UInt8], as shape: XMLShape) -> String? {
    switch shape.content {
    case .text, .token: break
    case .object, .list, .any: return nil
    }
    guard let text = String(validUTF8: bytes)?.trimmingHTTPWhitespace, !text.isEmpty, !text.hasPrefix("<") else {
        return nil
    }
    return text
}

/// The bytes of a value as XML.
func writeXML(_ value: some JSONCodable, as shape: XMLShape) throws -> [UInt8] {
    try XMLWriter.write(try JSONValue(representing: value), as: shape)
}

extension ServerRequest {
    /// The body as XML.
    /// - Throws: 415, 413, or 400 where it is absent or cannot be read.
    public func xml<Value: JSONCodable>(_ type: Value.Type, _ shape: XMLShape) async throws(RequestFailure) -> Value {
        guard let value = try await xml(ifPresent: type, shape) else { throw .missingBody() }
        return value
    }

    /// The body as XML; `nil` where there is none.
    /// - Throws: 415, 413, or 400 where it cannot be read.
    public func xml<Value: JSONCodable>(ifPresent type: Value.Type, _ shape: XMLShape) async throws(RequestFailure) -> Value? {
        guard let bytes = try await collectedBody() else { return nil }
        let charset = message.head.headerFields[.contentType].flatMap { MediaType($0)?.parameter("charset") }
        guard charset.map({ readableCharsets.contains($0.lowercased()) }) ?? true else { throw .unreadableBody("it is not UTF-8") }
        let read: (value: Value, sent: TextTree?)
        do throws(XMLError) {
            read = try readSentXML(type, from: bytes, as: shape)
        } catch {
            throw .unreadableBody(error.description)
        }
        try validate(read.value, sentAs: read.sent)
        return read.value
    }
}

extension ServerResponse {
    /// A value as XML.
    public static func xml(
        _ status: Int, _ value: some JSONCodable, _ shape: XMLShape, as mediaType: String = "application/xml"
    ) -> ServerResponse {
        do {
            return bytes(status, HTTPBody(try writeXML(value, as: shape)), as: mediaType)
        } catch {
            return failed(error)
        }
    }
}

extension ClientResponse {
    /// The body as XML.
    public func xml<Value: JSONCodable>(_ type: Value.Type, _ shape: XMLShape) throws(CallError) -> Value {
        let value: Value
        do throws(XMLError) {
            value = try readXML(type, from: bytes, as: shape, timestampsAreLenient: !isValidated)
        } catch {
            throw undecodable("the body", error.description)
        }
        try validate(try? JSONValue(representing: value))
        return value
    }
}
