/// The bytes of a value as JSON.
func writeJSON(_ value: some JSONCodable) throws(JSONError) -> [UInt8] {
    try JSONWriter.write(value)
}

/// The value that JSON bytes hold.
///
/// - Parameters:
///   - isStrict: whether a null is refused where the document has none, although it could count as an absent member.
///   - timestampsAreLenient: whether timestamps are read that miss RFC 3339 by a little.
func readJSON<Value: JSONCodable>(
    _ type: Value.Type, from bytes: [UInt8], isStrict: Bool = false, timestampsAreLenient: Bool = false
) throws(JSONError) -> Value {
    try JSONReader.read(
        type, from: bytes, options: JSONReadingOptions(nullsAreAbsent: !isStrict, timestampsAreLenient: timestampsAreLenient))
}

/// A value as parameters and forms carry it.
func textTree<Value: JSONCodable>(of value: Value) throws(ParameterError) -> TextTree {
    if let text = value as? String { return .text(text) }
    if let number = value as? Int { return .text(String(number)) }
    do {
        return TextTree(try JSONValue(representing: value))
    } catch {
        throw ParameterError(error.description)
    }
}

/// The text of a value that is the whole of a body.
func scalarText(of value: some JSONCodable) throws(ParameterError) -> String {
    guard let text = try textTree(of: value).scalar else { throw ParameterError("only a scalar can be written as text") }
    return text
}

/// Decodes a value from text, in which numbers, booleans and null are recognized if the type has them.
func readText<Value: JSONCodable>(
    _ type: Value.Type, from tree: TextTree, timestampsAreLenient: Bool = false
) throws(ParameterError) -> Value {
    try decode(type, tree, timestampsAreLenient).value
}

/// Decodes a value from text, like `readText`.
///
/// - Returns: The value, and the text if there is something in it that the value does not have.
func readSentText<Value: JSONCodable>(
    _ type: Value.Type, from tree: consuming TextTree, timestampsAreLenient: Bool = false
) throws(ParameterError) -> (value: Value, sent: TextTree?) {
    let (value, json, misfits) = try decode(type, tree, timestampsAreLenient)
    // Types that are written by hand may leave members out without counting them.
    guard misfits > 0 || memberCount(of: json) != (try? JSONWriter.write(value)).map(memberCount) else { return (value, nil) }
    do {
        return (value, TextTree(try JSONValue(json: json)))
    } catch {
        throw ParameterError(error.description)
    }
}

/// Decodes a value from text. The JSON that it is read from is empty for a text that needs none.
private func decode<Value: JSONCodable>(
    _ type: Value.Type, _ tree: consuming TextTree, _ timestampsAreLenient: Bool
) throws(ParameterError) -> (value: Value, json: [UInt8], misfits: Int) {
    if case .text(let text) = tree, let value = readPlain(type, text) { return (value, [], 0) }
    // The tree of a large form takes several times the memory of its JSON, and is rarely needed again.
    let json = writtenJSON(of: consume tree)
    do {
        let (value, misfits) = try JSONReader.readCounting(
            type, from: json, options: JSONReadingOptions(scalarsAreText: true, timestampsAreLenient: timestampsAreLenient))
        return (value, json, misfits)
    } catch {
        throw ParameterError(error.description)
    }
}

/// The number of members of all objects in valid JSON.
private func memberCount(of json: [UInt8]) -> Int {
    var count = 0
    var isInString = false
    var isEscaped = false
    for byte in json {
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\"") {
            isInString.toggle()
        } else if isInString {
            isEscaped = byte == UInt8(ascii: "\\")
        } else if byte == UInt8(ascii: ":") {
            count += 1
        }
    }
    return count
}

private func writtenJSON(of tree: consuming TextTree) -> [UInt8] {
    var json: [UInt8] = []
    tree.appendJSON(to: &json)
    return json
}

/// The two types that most parameters have, without the way over JSON.
private func readPlain<Value>(_ type: Value.Type, _ text: String) -> Value? {
    if type == String.self { return text as? Value }
    guard type == Int.self, text.utf8.count < 18, text.utf8.first != UInt8(ascii: "0"),
        text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
    else { return nil }
    return Int(text) as? Value
}

extension TextTree {
    init(_ value: JSONValue) {
        switch value {
        case .null: self = .undefined
        case .bool(let value): self = .text(value ? "true" : "false")
        case .number(let number): self = .text(number.text)
        case .string(let text): self = .text(text)
        case .array(let elements): self = .list(elements.map { TextTree($0) })
        case .object(let object): self = .members(object.members.map { TextMember(name: $0.name, value: TextTree($0.value)) })
        }
    }
}
