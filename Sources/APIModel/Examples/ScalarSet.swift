/// The characters that one position of a regular expression matches.
struct ScalarSet: Hashable, Sendable {
    enum Item: Hashable, Sendable {
        case range(ClosedRange<UInt32>)
        case categories(Set<Unicode.GeneralCategory>)
        /// What none of the items matches.
        case others([Item])
    }

    var items: [Item] = []
    var isNegated = false

    init(_ items: [Item] = [], isNegated: Bool = false) {
        self.items = items
        self.isNegated = isNegated
    }

    init(_ scalar: Unicode.Scalar) {
        items = [.range(scalar.value...scalar.value)]
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        items.contains { $0.contains(scalar) } != isNegated
    }

    /// The set as part of another one.
    var item: [Item] { isNegated ? [.others(items)] : items }

    var inverted: ScalarSet { ScalarSet(items, isNegated: !isNegated) }

    static let digits = ScalarSet([.range(0x30...0x39)])
    static let word = ScalarSet([.range(0x30...0x39), .range(0x41...0x5A), .range(0x5F...0x5F), .range(0x61...0x7A)])
    static let space = ScalarSet([
        .range(0x09...0x0D), .range(0x20...0x20), .range(0xA0...0xA0), .range(0x1680...0x1680), .range(0x2000...0x200A),
        .range(0x2028...0x2029), .range(0x202F...0x202F), .range(0x205F...0x205F), .range(0x3000...0x3000), .range(0xFEFF...0xFEFF),
    ])
    /// What `.` matches: everything but the end of a line.
    static let anyButLineEnd = ScalarSet([.range(0x0A...0x0A), .range(0x0D...0x0D), .range(0x2028...0x2029)], isNegated: true)
}

extension ScalarSet.Item {
    fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .range(let range): range.contains(scalar.value)
        case .categories(let categories): categories.contains(scalar.properties.generalCategory)
        case .others(let items): !items.contains { $0.contains(scalar) }
        }
    }
}

extension ScalarSet {
    /// A general category by its short name or that of its group, such as `Lu`, `L` or `Letter`; `nil` for other properties.
    init?(property name: String) {
        let name = generalCategoryNames[name] ?? name
        let categories = generalCategories.filter { $0.name == name || String($0.name.prefix(1)) == name }.map(\.category)
        guard !categories.isEmpty else { return nil }
        items = [.categories(Set(categories))]
    }

    /// The character that a sample shows for the set: a letter or digit where one matches.
    ///
    /// - Parameter choice: Different numbers give different characters, where the set has several.
    func sample(_ choice: Int) -> Unicode.Scalar? {
        let common = sampleScalars.filter { contains($0) }
        if !common.isEmpty { return common[choice % common.count] }
        for case .range(let range) in items where !isNegated {
            if let scalar = Unicode.Scalar(range.lowerBound) { return scalar }
        }
        return (0x20...0x2FFF).lazy.compactMap { Unicode.Scalar($0 as UInt32) }.first { contains($0) }
    }
}

/// In the order in which samples use them.
private let sampleScalars = Array("abcdefghijklmnopqrstuvwxyz1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ-_.".unicodeScalars)

private let generalCategoryNames = [
    "Letter": "L", "Mark": "M", "Number": "N", "Punctuation": "P", "Symbol": "S", "Separator": "Z", "Other": "C",
    "Uppercase_Letter": "Lu", "Lowercase_Letter": "Ll", "Decimal_Number": "Nd", "digit": "Nd",
    "Space_Separator": "Zs",
]

private let generalCategories: [(name: String, category: Unicode.GeneralCategory)] = [
    ("Lu", .uppercaseLetter), ("Ll", .lowercaseLetter), ("Lt", .titlecaseLetter), ("Lm", .modifierLetter), ("Lo", .otherLetter),
    ("Mn", .nonspacingMark), ("Mc", .spacingMark), ("Me", .enclosingMark), ("Nd", .decimalNumber), ("Nl", .letterNumber),
    ("No", .otherNumber), ("Pc", .connectorPunctuation), ("Pd", .dashPunctuation), ("Ps", .openPunctuation),
    ("Pe", .closePunctuation), ("Pi", .initialPunctuation), ("Pf", .finalPunctuation), ("Po", .otherPunctuation),
    ("Sm", .mathSymbol), ("Sc", .currencySymbol), ("Sk", .modifierSymbol), ("So", .otherSymbol), ("Zs", .spaceSeparator),
    ("Zl", .lineSeparator), ("Zp", .paragraphSeparator), ("Cc", .control), ("Cf", .format),
]
