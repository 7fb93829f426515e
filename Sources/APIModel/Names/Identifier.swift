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
        let name = joined(words(of: text), startsSmall: false)
        self.name = name.isEmpty ? "Empty" : startsWithCapital(name) ? name : kind + name
    }

    /// A property's, parameter's or function's name for any text: words joined in lowerCamelCase.
    ///
    /// - Parameter kind: What stands before a name that starts with a digit, such as `query2fa` for the parameter `2fa`.
    package init(memberFrom text: String, kind: String = "value") {
        let name = joined(words(of: text), startsSmall: true)
        if name.isEmpty {
            self.name = "empty"
        } else if let first = name.unicodeScalars.first, first.properties.numericType != nil, !startsWithIdentifierHead(name) {
            self.name = kind + (kind.last?.isNumber == true ? "_" : "") + name
        } else {
            self.name = startsWithIdentifierHead(name) && !startsWithCapital(name) ? name : "_" + name
        }
    }

    /// A property's name for any text, such as `price24h` for `24h` of a type `MarketPrice`.
    package init(memberFrom text: String, of type: Identifier) {
        self.init(memberFrom: text, kind: type.lastWord)
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
        return joined([word], startsSmall: true)
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
        let part = joined(words(of: text), startsSmall: false)
        return appending(part: part.isEmpty ? "Empty" : part)
    }

    /// The name with a part behind it, and with a sign where two numbers would meet.
    func appending(part: String) -> Identifier {
        let isNumber = name.last?.isNumber == true && part.first?.isNumber == true
        return appending(isNumber ? "_" + part : part)
    }

    /// How Swift source spells the name.
    package var spelling: String {
        swiftKeywords.contains(name) ? "`\(name)`" : name
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

private func startsWithIdentifierHead(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return false }
    return first == "_" || first.properties.isXIDStart
}

private func startsWithCapital(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return false }
    return startsWithIdentifierHead(name) && (first.properties.isUppercase || first.properties.generalCategory == .titlecaseLetter)
}
