/// Letters and digits of a text, cut where a person would see a new word.
func words(of text: String) -> [String] {
    PlainWords.read(text) { $0.words } ?? words(ofScalarsOf: text)
}

private func words(ofScalarsOf text: String) -> [String] {
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
    return joiningOwnSpellings(words)
}

/// A capital starts a word after a small letter, and before one after a digit or a run of capitals: `userID`, `OAuth2Client`,
/// `HTTPError`.
private func startsWord(_ scalar: Unicode.Scalar, at index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    guard index > 0, scalar.isUpper else { return false }
    if scalars[index - 1].isLower { return true }
    return index + 1 < scalars.count && (scalars[index - 1].isUpper || isDigit(scalars[index - 1])) && scalars[index + 1].isLower
        && !isPluralOfAcronym(at: index, of: scalars)
}

/// The `s` of `IDs` or `URLs` belongs to the acronym.
private func isPluralOfAcronym(at index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    guard scalars[index + 1] == "s" else { return false }
    return index + 2 >= scalars.count || !scalars[index + 2].isLower
}

/// The words of a text as identifiers write them: the first one small or capital, the others capital.
///
/// Known abbreviations are spelled alike in all names; see ``KnownWord``. A text of several words without a small letter says nothing
/// by its capitals: `TO_DO` is `toDo`; nor does one with a long word of capitals. In other texts a short word of capitals is an
/// abbreviation and keeps them: `SCIMUser`.
private func spelled(_ words: [String], startsSmall: Bool) -> [String] {
    let withLetters = words.drop { $0 == "X" }.filter(hasLetter)
    let shouts = withLetters.count > 1 && words.allSatisfy(isAllCapitals) || words.contains(where: isShouted)
    return words.enumerated().map { index, word in
        index == 0 && startsSmall ? uncapitalized(word) : capitalized(word, keepsAbbreviations: !shouts)
    }
}

/// The words of a text as one identifier writes them.
func joinedWords(of text: String, startsSmall: Bool) -> String {
    PlainWords.read(text) { $0.joined(startsSmall: startsSmall) }
        ?? spelled(words(ofScalarsOf: text), startsSmall: startsSmall).joined()
}

/// The words of a text as identifiers write them inside a name.
func spelledWords(of text: String) -> [String] {
    PlainWords.read(text) { $0.spelled } ?? spelled(words(ofScalarsOf: text), startsSmall: false)
}

private func capitalized(_ word: String, keepsAbbreviations: Bool) -> String {
    if let known = KnownWord(word) { return known.inside }
    guard let first = word.unicodeScalars.first else { return word }
    let rest = word.unicodeScalars.dropFirst()
    if isAllCapitals(word), !keepsAbbreviations || word.unicodeScalars.count > 4 {
        return String(first) + rest.map { $0.properties.lowercaseMapping }.joined()
    }
    return first.properties.titlecaseMapping.filter { $0.isLetter || $0.isNumber || $0 == "_" } + String(rest)
}

private func uncapitalized(_ word: String) -> String {
    if let known = KnownWord(word) { return known.atStart }
    let isPlural = word.unicodeScalars.count > 2 && word.hasSuffix("s") && isAllCapitals(String(word.dropLast()))
    if isPlural || isAllCapitals(word) { return word.unicodeScalars.map { $0.properties.lowercaseMapping }.joined() }
    guard let first = word.unicodeScalars.first else { return word }
    return first.properties.lowercaseMapping + String(word.unicodeScalars.dropFirst())
}

private func isAllCapitals(_ word: String) -> Bool {
    !word.unicodeScalars.contains { $0.isLower }
}

/// Whether a word in capitals is too long for an abbreviation.
private func isShouted(_ word: String) -> Bool {
    word.unicodeScalars.count > 4 && hasLetter(word) && isAllCapitals(word) && KnownWord(word) == nil
}

private func hasLetter(_ word: String) -> Bool {
    word.unicodeScalars.contains { $0.isUpper }
}

/// The word for a sign, where a name without it would be empty or equal to another: `+1` and `-1`, `>=`, `*`.
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

extension Unicode.Scalar {
    /// Whether the scalar is an uppercase letter; the library's table is not asked about ASCII.
    fileprivate var isUpper: Bool {
        value < 0x80 ? ("A"..."Z").contains(self) : properties.isUppercase
    }

    /// Whether the scalar is a lowercase letter.
    fileprivate var isLower: Bool {
        value < 0x80 ? ("a"..."z").contains(self) : properties.isLowercase
    }
}
