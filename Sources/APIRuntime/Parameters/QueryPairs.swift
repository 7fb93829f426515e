/// The pairs of a query, a form or a cookie field, in their order and still escaped.
struct QueryPairs {
    let pairs: [Pair]
    private let escaping: TextEscaping

    struct Pair {
        /// The decoded name; `nil` where its escapes are not valid.
        let name: String?
        let value: Substring
    }

    init(query: Substring, separator: UInt8 = UInt8(ascii: "&"), plusIsSpace: Bool = true) {
        escaping = .percent(plusIsSpace: plusIsSpace)
        var pairs: [Pair] = []
        pairs.reserveCapacity(query.utf8.count { $0 == separator } + 1)
        Self.forEachPair(of: query, separator: separator, plusIsSpace: plusIsSpace) { pairs.append($0) }
        self.pairs = pairs
    }

    private static func forEachPair<Failure: Error>(
        of query: Substring, separator: UInt8, plusIsSpace: Bool, _ body: (Pair) throws(Failure) -> Void
    ) throws(Failure) {
        try query.forEachPiece(between: separator) { (piece) throws(Failure) in
            guard !piece.isEmpty else { return }
            let pair = StyleReader.pair(piece)
            let name = separator == UInt8(ascii: ";") ? pair.name.drop { $0 == " " || $0 == "\t" } : pair.name
            try body(Pair(name: PercentEncoding.decode(name, plusIsSpace: plusIsSpace), value: pair.value))
        }
    }

    /// The pairs for a parameter in a cookie: in style `form`, those of an exploded value are joined with `&` in one cookie.
    func splittingCookie(of parameter: Parameter, _ styling: ParameterStyling) -> QueryPairs {
        guard parameter.location == .cookie, styling.explode, styling.style == .form else { return self }
        guard parameter.shape == .array || parameter.shape == .object else { return self }
        return QueryPairs(
            escaping: escaping,
            pairs: pairs.flatMap { pair in
                let isFree = parameter.shape == .object && parameter.properties == nil
                guard isFree || pair.name.map(parameter.owns) == true else { return [pair] }
                let pieces = pair.value.pieces(between: UInt8(ascii: "&"))
                return [Pair(name: pair.name, value: pieces.first ?? "")]
                    + pieces.dropFirst().map { piece in
                        let (name, value) = StyleReader.pair(piece)
                        return Pair(name: PercentEncoding.decode(name), value: value)
                    }
            })
    }

    private init(escaping: TextEscaping, pairs: [Pair]) {
        self.escaping = escaping
        self.pairs = pairs
    }

    /// Creates pairs from the textual parts of a multipart form.
    init(parts: [(name: String, text: String)]) {
        escaping = .none
        pairs = parts.map { Pair(name: $0.name, value: Substring($0.text)) }
    }

    /// The value of a parameter; `nil` where it is absent.
    /// - Parameter others: whether a name belongs to another parameter, which an exploded object doesn't take.
    func read(_ parameter: Parameter, _ styling: ParameterStyling, others: (String) -> Bool) throws(ParameterError) -> TextTree? {
        if styling.style == .deepObject { return try readBrackets(prefix: parameter.name) }
        let isExploded = styling.explode
        if isExploded, parameter.shape == .object {
            return try readExplodedObject { parameter.properties?.contains($0) ?? !others($0) }
        }
        let values = pairs.filter { $0.name == parameter.name }
        guard let first = values.first else { return nil }
        if styling.allowEmptyValue, values.count == 1, first.value.isEmpty {
            return parameter.shape == .array ? .list([]) : nil
        }
        let isRepeated = isExploded || values.count > 1
        if isRepeated, parameter.shape == .array {
            var elements: [TextTree] = []
            for value in values { elements.append(.text(try decode(value.value, styling))) }
            return .list(elements)
        }
        guard values.count == 1 else {
            if parameter.shape != .any { throw ParameterError("it is given \(values.count) times") }
            var elements: [TextTree] = []
            for value in values { elements.append(.text(try decode(value.value, styling))) }
            return .list(elements)
        }
        let reader = StyleReader(name: parameter.name, styling: styling, shape: parameter.shape, escaping: valueEscaping(styling))
        return try reader.read(first.value)
    }

    /// All members that were sent of an exploded object, also those that its type does not have; `nil` for all other parameters.
    func readExploded(_ parameter: Parameter, _ styling: ParameterStyling, others: (String) -> Bool) throws(ParameterError)
        -> TextTree?
    {
        guard styling.explode, styling.style != .deepObject, parameter.shape == .object, parameter.properties != nil else {
            return nil
        }
        return try readExplodedObject { !others($0) }
    }

    /// Whether a name is there once, and without a value.
    func isFlag(_ name: String) -> Bool {
        let values = pairs.filter { $0.name == name }
        return values.count == 1 && values[0].value.isEmpty
    }

    /// The value of a parameter that is written as a media type, unescaped.
    func readContent(_ name: String) throws(ParameterError) -> String? {
        guard let pair = pairs.first(where: { $0.name == name }) else { return nil }
        return try escaping.decode(pair.value)
    }

    /// Returns the text of the first pair with a name, or `nil` if there is none or its escapes are invalid.
    func text(of name: String) -> String? {
        pairs.first { $0.name == name }.flatMap { try? escaping.decode($0.value) }
    }

    /// The values of a property that has one pair for each item, as a list; `nil` where it is absent.
    func readContents(_ name: String, _ mediaType: String) throws(ParameterError) -> TextTree? {
        var items: [TextTree] = []
        for pair in pairs where pair.name == name {
            items.append(TextTree(try APIRuntime.readContent(JSONValue.self, try decode(pair.value, nil), mediaType).value))
        }
        return items.isEmpty ? nil : .list(items)
    }

    /// Reads all pairs of a form as one nested value. A form may be large, so that the pairs are not kept.
    static func readAll(_ form: Substring) throws(ParameterError) -> TextTree {
        let separator = UInt8(ascii: "&")
        var tree = BracketTree(expecting: form.utf8.count { $0 == separator } + 1)
        try forEachPair(of: form, separator: separator, plusIsSpace: true) { (pair) throws(ParameterError) in
            guard let name = pair.name else { throw ParameterError("the percent-encoding of a name is not valid") }
            try tree.add(name: name, text: try TextEscaping.percent(plusIsSpace: true).decode(pair.value))
        }
        return tree.tree
    }

    private func readBrackets(prefix: String) throws(ParameterError) -> TextTree? {
        var form = BracketTree()
        for pair in pairs {
            guard let name = pair.name, name.hasPrefix(prefix), name.dropFirst(prefix.count).first == "[" else { continue }
            try form.add(path: Array((BracketTree.path(of: name) ?? []).dropFirst()), text: try decode(pair.value, nil))
        }
        return form.isEmpty ? nil : form.tree
    }

    private func readExplodedObject(taking isProperty: (String) -> Bool) throws(ParameterError) -> TextTree? {
        var form = BracketTree()
        for pair in pairs {
            guard let name = pair.name, isProperty(name) else { continue }
            form.add(step: name, text: try decode(pair.value, nil))
        }
        return form.isEmpty ? nil : form.tree
    }

    private func decode(_ text: Substring, _ styling: ParameterStyling?) throws(ParameterError) -> String {
        if styling?.style == .cookie { return String(text) }
        return try valueEscaping(styling).decode(text)
    }

    /// If reserved characters are allowed in a value, `+` is one of them and not a space.
    private func valueEscaping(_ styling: ParameterStyling?) -> TextEscaping {
        if styling?.style == .cookie { return .headerField }
        guard case .percent(let plusIsSpace) = escaping else { return escaping }
        return .percent(plusIsSpace: plusIsSpace && !(styling?.allowReserved ?? false))
    }
}
