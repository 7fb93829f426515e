/// A Swift identifier, ready to be printed: never empty, and in backticks where it is a keyword.
///
/// A type's name starts with a capital letter and a member's with anything else, so that the two are never spelled alike,
/// in scripts without capitals neither.
package struct Identifier: Hashable, Sendable {
    /// The name itself, without backticks.
    package let name: String

    /// A type's name for any text: words joined in UpperCamelCase.
    ///
    /// - Parameter kind: What stands before a name that has no capital to start with, such as `Type3deck` for `3deck`.
    package init(typeFrom text: String, kind: String = "Type") {
        let name = joinedWords(of: text, startsSmall: false)
        self.name = name.isEmpty ? "Empty" : startsWithCapital(name) ? name : kind + name
    }

    /// A property's, parameter's or function's name for any text: words joined in lowerCamelCase.
    ///
    /// - Parameter kind: What stands before a name that starts with a digit, such as `query2fa` for the parameter `2fa`.
    package init(memberFrom text: String, kind: String = "value") {
        let name = joinedWords(of: text, startsSmall: true)
        self.name = startsWithNumber(name) ? numbered(name, kind) : memberName(name)
    }

    /// A property's name for any text, such as `price24h` for `24h` of a type `MarketPrice`.
    package init(memberFrom text: String, of type: Identifier) {
        let name = joinedWords(of: text, startsSmall: true)
        self.name = startsWithNumber(name) ? numbered(name, type.lastWord) : memberName(name)
    }

    /// A case's name for any text, such as `status404` for `404` of a type `TaskStatus`.
    ///
    /// `none` and `some` would be read as the cases of an optional, so they are `noneValue` and `someValue`.
    package init(caseFrom text: String, of type: Identifier) {
        let member = Identifier(memberFrom: text, of: type)
        self = ["none", "some"].contains(member.name) ? member.appending("Value") : member
    }

    /// The last word, as it starts a member's name.
    private var lastWord: String {
        guard let word = words(of: name).last, startsWithIdentifierHead(word) else { return "value" }
        return joinedWords(of: word, startsSmall: true)
    }

    /// A name that is an identifier already, such as one composed of others.
    package init(verbatim name: String) {
        self.name = name
    }

    /// The same name with text behind it that keeps it an identifier.
    package func appending(_ suffix: String) -> Identifier {
        Identifier(verbatim: name + suffix)
    }

    /// The name of something inside what has this name, such as `OwnerAddress` for `address` of an `Owner`.
    package func appending(wordsOf text: String) -> Identifier {
        let part = joinedWords(of: text, startsSmall: false)
        return appending(part: part.isEmpty ? "Empty" : part)
    }

    /// The name with a part behind it, and with a sign where two numbers would meet.
    func appending(part: String) -> Identifier {
        let isNumber = part.startsWithNumber && name.endsInNumber
        return appending(isNumber ? "_" + part : part)
    }

    /// How Swift source spells the name.
    package var spelling: String {
        isSwiftKeyword(name) ? "`\(name)`" : name
    }

    /// How Swift source spells the name behind a dot, where all keywords but one stand as they are.
    package var member: String {
        name == "init" ? spelling : name
    }

    /// How Swift source spells the name as the label of an argument, where all keywords but one stand as they are.
    package var label: String {
        name == "inout" ? spelling : name
    }
}

/// A member's name for words that are not empty and start with no number.
private func memberName(_ name: String) -> String {
    if name.isEmpty { return "empty" }
    return startsWithIdentifierHead(name) && !startsWithCapital(name) ? name : "_" + name
}

/// A member's name for words that start with a number.
private func numbered(_ name: String, _ kind: String) -> String {
    kind + (kind.last?.isNumber == true ? "_" : "") + name
}

/// Whether a name starts with a number, which no identifier can start with.
private func startsWithNumber(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return false }
    if first.isASCII { return first.isDigit }
    return first.properties.numericType != nil && !startsWithIdentifierHead(name)
}

private func startsWithIdentifierHead(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return false }
    if first.isASCII { return first == "_" || first.isLetter }
    return first.properties.isXIDStart
}

private func startsWithCapital(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return false }
    if first.isASCII { return first.isLetter && first.value & 0x20 == 0 }
    return startsWithIdentifierHead(name) && (first.properties.isUppercase || first.properties.generalCategory == .titlecaseLetter)
}

// The library's tables are not asked about ASCII, which nearly all names consist of.

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { value &- 0x30 < 10 }
    fileprivate var isLetter: Bool { (value | 0x20) &- 0x61 < 26 }
}

extension String {
    /// Whether the first character is a number.
    fileprivate var startsWithNumber: Bool {
        guard let first = unicodeScalars.first else { return false }
        return first.isASCII ? first.isDigit : self.first?.isNumber == true
    }

    /// Whether the last character is a number.
    fileprivate var endsInNumber: Bool {
        let ending = utf8.suffix(2)
        guard let last = ending.last, ending.allSatisfy({ $0 < 0x80 }) else { return self.last?.isNumber == true }
        return last &- 0x30 < 10
    }
}
