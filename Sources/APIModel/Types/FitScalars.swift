extension StandardType {
    /// Returns a JSON value as a literal of the type; `nil` where it is none of the type's values.
    func fit(_ value: JSONValue) -> DefaultValue? {
        switch self {
        case .string: value.string.map { .string($0) }
        case .bool: value.bool.map { .bool($0) }
        case .double: value.numberText.flatMap { Double($0)?.isFinite == true ? .number($0) : nil }
        case .float: value.numberText.flatMap { Float($0)?.isFinite == true ? .number($0) : nil }
        default: value.int.flatMap { holds($0) ? .number(String($0)) : nil }
        }
    }

    private func holds(_ value: Int) -> Bool {
        switch self {
        case .int, .int64: true
        case .int8: Int8(exactly: value) != nil
        case .int16: Int16(exactly: value) != nil
        case .int32: Int32(exactly: value) != nil
        case .uint8: UInt8(exactly: value) != nil
        case .uint16: UInt16(exactly: value) != nil
        case .uint32: UInt32(exactly: value) != nil
        case .uint64: value >= 0
        case .string, .bool, .double, .float: false
        }
    }
}

extension RuntimeType {
    /// Returns a JSON value as an expression of the type; `nil` where it is none of the type's values.
    func fit(_ value: JSONValue) -> DefaultValue? {
        if self == .decimal {
            guard let text = value.numberText else { return nil }
            return value.isNumberLiteral ? .number(text) : .formatted(.decimal, text)
        }
        return sourceText(value).map { .formatted(self, $0) }
    }

    /// The text of a value, if generated code may have it as a literal.
    fileprivate func sourceText(_ value: JSONValue) -> String? {
        guard let text = value.string, text.utf8.count <= longestText, isSourceText(text) else { return nil }
        return text
    }

    /// Whether the runtime surely reads a text, so that generated code may have it as a literal.
    private func isSourceText(_ text: String) -> Bool {
        switch self {
        case .timestamp: formatAllows("date-time", text) && hasPlainSecond(text)
        case .fullTime: formatAllows("time", text) && hasPlainSecond(text)
        case .fullDate: formatAllows("date", text)
        case .duration: formatAllows("duration", text)
        case .uniqueID: formatAllows("uuid", text)
        case .base64: formatAllows("byte", text) && text.utf8.count.isMultiple(of: 4)
        case .base64URL: formatAllows("base64url", text) && text.utf8.count % 4 != 1 && !text.contains("=")
        case .decimalText: formatAllows("decimal", text) && !hasLeadingZero(text)
        case .jsonValue, .decimal, .body: false
        }
    }
}

extension FoundationType {
    /// Returns a JSON value as an expression of the type; `nil` where it is none of the type's values.
    func fit(_ value: JSONValue) -> DefaultValue? {
        let text: String? =
            switch self {
            case .date: RuntimeType.timestamp.sourceText(value)
            case .uuid: RuntimeType.uniqueID.sourceText(value)
            case .data: RuntimeType.base64.sourceText(value)
            case .url: value.string.flatMap { isPlainURL($0) ? $0 : nil }
            case .decimal: value.numberText.flatMap { isShortNumber($0) ? $0 : nil }
            }
        return text.map { .foundation(self, $0) }
    }
}

/// Whether Foundation surely reads a text as a URL and keeps it as it is: one with a host, no brackets and a plain port.
private func isPlainURL(_ text: String) -> Bool {
    guard text.utf8.count <= longestText, formatAllows("uri", text), let start = text.firstRange(of: "://")?.upperBound else {
        return false
    }
    let authority = text[start...].prefix { !"/?#".contains($0) }
    let port = authority.split(separator: ":", omittingEmptySubsequences: false).dropFirst()
    let hasPlainPort = port.count <= 1 && port.allSatisfy { 1...4 ~= $0.count && $0.allSatisfy(\.isNumber) }
    return !authority.isEmpty && hasPlainPort && !text.contains { "[]".contains($0) }
}

/// Whether a `Decimal` surely holds a number: one with few digits and no exponent.
private func isShortNumber(_ text: String) -> Bool {
    text.utf8.count <= 30 && text.allSatisfy { "-.0123456789".contains($0) }
}

/// Whether a time is not a leap second and has no finer fraction than nanoseconds.
private func hasPlainSecond(_ text: String) -> Bool {
    let fraction = text.split(separator: ".").dropFirst().first?.prefix { $0.isNumber }
    return !text.contains(":60") && fraction.map { $0.count <= 9 } ?? true
}

/// Whether a number starts as no JSON number does.
private func hasLeadingZero(_ text: String) -> Bool {
    let digits = text.drop { $0 == "-" }
    return digits.first == "0" && digits.dropFirst().first?.isNumber == true
}

private let longestText = 200

extension Enumeration {
    /// The case for a value that the document names.
    func `case`(for value: JSONValue) -> EnumerationCase? {
        cases.first { $0.holds(value) }
    }
}

extension EnumerationCase {
    fileprivate func holds(_ value: JSONValue) -> Bool {
        if isString { return value.isScalar && !value.isNull && rawValue == value.plainText }
        return rawValue == (value.bool?.description ?? value.int.map(String.init) ?? value.numberText)
    }
}
