/// A set of Unicode scalars, as a class of a regular expression describes it.
struct ScalarSet: Sendable {
    private(set) var ranges: [ClosedRange<UInt32>] = []
    private(set) var properties: [UnicodeProperty] = []
    var isNegated = false

    init() {}

    init(_ ranges: [ClosedRange<UInt32>], isNegated: Bool = false) {
        self.ranges = ranges
        self.isNegated = isNegated
    }

    init(_ property: UnicodeProperty) {
        properties = [property]
    }

    /// A single scalar.
    init(_ scalar: UInt32) {
        ranges = [scalar...scalar]
    }

    func contains(_ scalar: UInt32) -> Bool {
        for range in ranges where range.contains(scalar) { return !isNegated }
        for property in properties where property.contains(scalar) { return !isNegated }
        return isNegated
    }

    /// How many steps of a search a look at it counts for.
    var cost: Int { ranges.count / 4 + properties.count * 4 }

    /// The members among 64 scalars, one bit for each.
    func bits(from first: UInt32) -> UInt64 {
        (0..<64).reduce(0) { contains(first + $1) ? $0 | 1 << UInt64($1) : $0 }
    }

    mutating func insert(_ range: ClosedRange<UInt32>) {
        ranges.append(range)
    }

    /// Adds another set; a negated one by the ranges that it leaves out.
    mutating func formUnion(_ other: ScalarSet) {
        ranges += other.isNegated ? ScalarSet.complement(of: other.ranges) : other.ranges
        properties += other.isNegated ? other.properties.map(\.inverted) : other.properties
    }

    private static func complement(of ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
        var complement: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { complement.append(next...range.lowerBound - 1) }
            next = max(next, range.upperBound + 1)
        }
        if next <= 0x10FFFF { complement.append(next...0x10FFFF) }
        return complement
    }

    static let digits = ScalarSet([0x30...0x39])
    static let word = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    /// White space and line ends of ECMA-262.
    static let space = ScalarSet([
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F, 0x205F...0x205F,
        0x3000...0x3000, 0xFEFF...0xFEFF,
    ])
    /// The characters that `.` matches: all but line terminators.
    static let anyButLineEnd = ScalarSet([0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029], isNegated: true)
}

/// A property that `\p{…}` asks for.
struct UnicodeProperty: Sendable {
    private enum Test: Sendable {
        case categories(Set<Unicode.GeneralCategory>)
        case binary(@Sendable (Unicode.Scalar.Properties) -> Bool)
        case ascii, any
    }

    private let test: Test
    private var isInverted = false

    /// A property by its name in ECMA-262; nil for scripts, which the standard library does not know.
    init?(_ name: String) {
        let parts = name.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, parts[0] == "General_Category" || parts[0] == "gc", let categories = Self.categories[parts[1]] {
            test = .categories(categories)
        } else if parts.count == 1, let categories = Self.categories[name] {
            test = .categories(categories)
        } else if parts.count == 1, let binary = Self.binaries[name] {
            test = .binary(binary)
        } else if name == "ASCII" || name == "Any" {
            test = name == "Any" ? .any : .ascii
        } else {
            return nil
        }
    }

    var inverted: UnicodeProperty {
        var inverted = self
        inverted.isInverted.toggle()
        return inverted
    }

    func contains(_ scalar: UInt32) -> Bool {
        guard let scalar = Unicode.Scalar(scalar) else { return isInverted }
        let isMember =
            switch test {
            case .categories(let categories): categories.contains(scalar.properties.generalCategory)
            case .binary(let test): test(scalar.properties)
            case .ascii: scalar.isASCII
            case .any: true
            }
        return isMember != isInverted
    }

    private static let binaries: [String: @Sendable (Unicode.Scalar.Properties) -> Bool] = [
        "Alphabetic": { $0.isAlphabetic }, "Alpha": { $0.isAlphabetic }, "Lowercase": { $0.isLowercase },
        "Lower": { $0.isLowercase },
        "Uppercase": { $0.isUppercase }, "Upper": { $0.isUppercase }, "White_Space": { $0.isWhitespace },
        "space": { $0.isWhitespace },
        "Emoji": { $0.isEmoji }, "Emoji_Presentation": { $0.isEmojiPresentation }, "Emoji_Modifier": { $0.isEmojiModifier },
        "Hex_Digit": { $0.isHexDigit }, "ASCII_Hex_Digit": { $0.isASCIIHexDigit }, "AHex": { $0.isASCIIHexDigit },
        "ID_Start": { $0.isIDStart }, "ID_Continue": { $0.isIDContinue }, "XID_Start": { $0.isXIDStart },
        "XID_Continue": { $0.isXIDContinue }, "Ideographic": { $0.isIdeographic }, "Math": { $0.isMath }, "Dash": { $0.isDash },
        "Diacritic": { $0.isDiacritic }, "Noncharacter_Code_Point": { $0.isNoncharacterCodePoint },
        "Default_Ignorable_Code_Point": { $0.isDefaultIgnorableCodePoint }, "Variation_Selector": { $0.isVariationSelector },
    ]

    private static let categories: [String: Set<Unicode.GeneralCategory>] = {
        let single: [(String, String, Unicode.GeneralCategory)] = [
            ("Lu", "Uppercase_Letter", .uppercaseLetter), ("Ll", "Lowercase_Letter", .lowercaseLetter),
            ("Lt", "Titlecase_Letter", .titlecaseLetter), ("Lm", "Modifier_Letter", .modifierLetter),
            ("Lo", "Other_Letter", .otherLetter),
            ("Mn", "Nonspacing_Mark", .nonspacingMark), ("Mc", "Spacing_Mark", .spacingMark),
            ("Me", "Enclosing_Mark", .enclosingMark),
            ("Nd", "Decimal_Number", .decimalNumber), ("Nl", "Letter_Number", .letterNumber), ("No", "Other_Number", .otherNumber),
            ("Pc", "Connector_Punctuation", .connectorPunctuation), ("Pd", "Dash_Punctuation", .dashPunctuation),
            ("Ps", "Open_Punctuation", .openPunctuation), ("Pe", "Close_Punctuation", .closePunctuation),
            ("Pi", "Initial_Punctuation", .initialPunctuation), ("Pf", "Final_Punctuation", .finalPunctuation),
            ("Po", "Other_Punctuation", .otherPunctuation), ("Sm", "Math_Symbol", .mathSymbol),
            ("Sc", "Currency_Symbol", .currencySymbol),
            ("Sk", "Modifier_Symbol", .modifierSymbol), ("So", "Other_Symbol", .otherSymbol),
            ("Zs", "Space_Separator", .spaceSeparator),
            ("Zl", "Line_Separator", .lineSeparator), ("Zp", "Paragraph_Separator", .paragraphSeparator),
            ("Cc", "Control", .control),
            ("Cf", "Format", .format), ("Cs", "Surrogate", .surrogate), ("Co", "Private_Use", .privateUse),
            ("Cn", "Unassigned", .unassigned),
        ]
        let groups = [
            "L": "Letter", "M": "Mark", "N": "Number", "P": "Punctuation", "S": "Symbol", "Z": "Separator", "C": "Other",
        ]
        var categories: [String: Set<Unicode.GeneralCategory>] = [:]
        for (short, long, category) in single {
            categories[short] = [category]
            categories[long] = [category]
            let group = String(short.prefix(1))
            categories[group, default: []].insert(category)
            if let name = groups[group] { categories[name, default: []].insert(category) }
        }
        categories["LC"] = [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter]
        categories["Cased_Letter"] = categories["LC"]
        categories["digit"] = [.decimalNumber]
        categories["punct"] = categories["P"]
        categories["cntrl"] = [.control]
        return categories
    }()
}
