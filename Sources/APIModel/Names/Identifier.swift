/// A Swift identifier, ready to be printed: never empty, and in backticks where it is a keyword.
package struct Identifier: Hashable, Sendable {
    /// The name itself, without backticks.
    package let name: String

    /// A type's name for any text: words joined in UpperCamelCase.
    package init(typeFrom text: String) {
        let words = words(of: text)
        let name = words.map { capitalized($0) }.joined()
        self.name = Self.startingWithLetter(name, fallback: "Empty")
    }

    /// A property's, parameter's, function's or case's name for any text: words joined in lowerCamelCase.
    package init(memberFrom text: String) {
        let words = words(of: text)
        let name = words.enumerated().map { $0.offset == 0 ? uncapitalized($0.element) : capitalized($0.element) }.joined()
        self.name = Self.startingWithLetter(name, fallback: "empty")
    }

    /// A name that is an identifier already, such as one composed of others.
    init(verbatim name: String) {
        self.name = name
    }

    /// The same name with text behind it that keeps it an identifier.
    package func appending(_ suffix: String) -> Identifier {
        Identifier(verbatim: name + suffix)
    }

    /// A name for one of many: `Orders` holds things called `Order`.
    package var singular: Identifier {
        if name.hasSuffix("ies"), name.count > 4 { return Identifier(verbatim: name.dropLast(3) + "y") }
        for ending in ["ss", "us", "is", "as", "os"] where name.hasSuffix(ending) { return appending("Item") }
        return name.hasSuffix("s") && name.count > 3 ? Identifier(verbatim: String(name.dropLast())) : appending("Item")
    }

    /// How Swift source spells the name.
    package var spelling: String {
        swiftKeywords.contains(name) ? "`\(name)`" : name
    }

    /// How Swift source spells the name as the label of an argument, where most keywords stand as they are.
    package var label: String {
        ["inout", "var", "let"].contains(name) ? spelling : name
    }

    private static func startingWithLetter(_ name: String, fallback: String) -> String {
        guard let first = name.unicodeScalars.first else { return fallback }
        return first.properties.numericType != nil || !isIdentifierHead(first) ? "_" + name : name
    }
}

/// Letters and digits of a text, cut where a person would see a new word.
private func words(of text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func flush() {
        if !word.isEmpty { words.append(String(word)) }
        word = String.UnicodeScalarView()
    }
    let scalars = Array(text.unicodeScalars)
    let hasLetters = scalars.contains { isWordScalar($0) }
    for (index, scalar) in scalars.enumerated() {
        if isWordScalar(scalar) {
            if startsWord(scalar, at: index, of: scalars) { flush() }
            word.append(scalar)
        } else {
            flush()
            if let spoken = spokenName(of: scalar, at: index, of: scalars, hasLetters: hasLetters) {
                words.append(spoken)
            }
        }
    }
    flush()
    return words
}

/// A capital starts a word after a small letter, and as the last capital of a run before one: `userID`, `HTTPError`.
private func startsWord(_ scalar: Unicode.Scalar, at index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    guard index > 0, scalar.properties.isUppercase else { return false }
    if scalars[index - 1].properties.isLowercase { return true }
    return index + 1 < scalars.count && scalars[index - 1].properties.isUppercase && scalars[index + 1].properties.isLowercase
        && !isPluralOfAcronym(at: index, of: scalars)
}

/// The `s` of `IDs` or `URLs` belongs to the acronym.
private func isPluralOfAcronym(at index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    guard scalars[index + 1] == "s" else { return false }
    return index + 2 >= scalars.count || !scalars[index + 2].properties.isLowercase
}

private func capitalized(_ word: String) -> String {
    guard let first = word.unicodeScalars.first else { return word }
    if isAllCapitals(word), word.unicodeScalars.count > 4 {
        return String(first) + word.unicodeScalars.dropFirst().map { $0.properties.lowercaseMapping }.joined()
    }
    return first.properties.titlecaseMapping.filter { $0.isLetter || $0.isNumber || $0 == "_" } + String(word.unicodeScalars.dropFirst())
}

private func uncapitalized(_ word: String) -> String {
    if isAllCapitals(word) { return word.unicodeScalars.map { $0.properties.lowercaseMapping }.joined() }
    guard let first = word.unicodeScalars.first else { return word }
    return first.properties.lowercaseMapping + String(word.unicodeScalars.dropFirst())
}

private func isAllCapitals(_ word: String) -> Bool {
    !word.unicodeScalars.contains { $0.properties.isLowercase }
}

/// What a sign says, where a name without it would be empty or equal to another: `+1` and `-1`, `>=`, `*`.
private func spokenName(
    of scalar: Unicode.Scalar, at index: Int, of scalars: [Unicode.Scalar], hasLetters: Bool
) -> String? {
    let startsNumber = index == 0 && scalars.count > 1 && isDigit(scalars[1])
    let isSign = scalar == "+" || scalar == "-"
    guard !hasLetters || (startsNumber && isSign) || scalar.value > 0x7F && scalar.properties.isEmojiPresentation else {
        return nil
    }
    if let name = signNames[scalar] { return name }
    if scalar.properties.isWhitespace { return hasLetters ? nil : "space" }
    return "u" + String(scalar.value, radix: 16, uppercase: true)
}

private let signNames: [Unicode.Scalar: String] = [
    "+": "plus", "-": "minus", "*": "asterisk", "/": "slash", "%": "percent", "=": "equals", "<": "less",
    ">": "greater", "!": "exclamation", "?": "question", ".": "dot", ",": "comma", ":": "colon", ";": "semicolon",
    "&": "and", "|": "or", "^": "caret", "~": "tilde", "#": "hash", "@": "at", "$": "dollar", "_": "underscore",
    "(": "open", ")": "close", "[": "openBracket", "]": "closeBracket", "{": "openBrace", "}": "closeBrace",
    "\"": "quote", "'": "apostrophe", "`": "backtick", "\\": "backslash",
]

private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
}

private func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
        return isDigit(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }
    return scalar.properties.isXIDContinue && scalar.properties.isAlphabetic
}

private func isIdentifierHead(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isXIDStart
}
