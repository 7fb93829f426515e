/// A Swift identifier, ready to be printed: never empty, and in backticks where it is a keyword.
///
/// A type's name starts with a capital letter and a member's with anything else, so that the two are never spelled alike,
/// in scripts without capitals neither.
package struct Identifier: Hashable, Sendable {
    /// The name itself, without backticks.
    package let name: String

    /// A type's name for any text: words joined in UpperCamelCase. `Type` stands before a name that has no capital to start with,
    /// such as `Type3deck` for `3deck`.
    package init(typeFrom text: String) {
        let name = joined(words(of: text), startsSmall: false)
        self.name = name.isEmpty ? "Empty" : startsWithCapital(name) ? name : "Type" + name
    }

    /// A property's, parameter's, function's or case's name for any text: words joined in lowerCamelCase.
    package init(memberFrom text: String) {
        let name = joined(words(of: text), startsSmall: true)
        self.name = name.isEmpty ? "empty" : startsWithIdentifierHead(name) && !startsWithCapital(name) ? name : "_" + name
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
        if part.isEmpty { return appending("Empty") }
        let isNumber = name.last?.isNumber == true && part.first?.isNumber == true
        return appending(isNumber ? "_" + part : part)
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
