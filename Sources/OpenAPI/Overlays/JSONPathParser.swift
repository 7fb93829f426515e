import YAMLTree

extension JSONPath {
    /// Section 2.1.1.
    init(_ text: String) throws(JSONPathError) {
        var parser = JSONPathParser(rest: text.unicodeScalars[...])
        guard parser.take("$") else { throw JSONPathError(text: "does not begin with '$'") }
        self = try parser.segments()
        guard parser.rest.isEmpty else { throw parser.unexpected() }
    }
}

private struct JSONPathParser {
    var rest: Substring.UnicodeScalarView
    var depth = 0

    mutating func take(_ text: String) -> Bool {
        guard rest.starts(with: text.unicodeScalars) else { return false }
        rest = rest.dropFirst(text.unicodeScalars.count)
        return true
    }

    private mutating func skipBlanks() {
        rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
    }

    private mutating func expect(_ text: String) throws(JSONPathError) {
        skipBlanks()
        guard take(text) else { throw unexpected(insteadOf: text) }
    }

    func unexpected(insteadOf expected: String? = nil) -> JSONPathError {
        let found = rest.isEmpty ? "ends early" : "has a syntax error at '\(String(rest.prefix(20)))'"
        return JSONPathError(text: found + (expected.map { ", expected '\($0)'" } ?? ""))
    }

    mutating func segments() throws(JSONPathError) -> JSONPath {
        var segments: [JSONPath.Segment] = []
        while true {
            let before = rest
            skipBlanks()
            if take("..") {
                let selectors = take("[") ? try brackets() : [try shorthand()]
                segments.append(.init(isDescendant: true, selectors: selectors))
            } else if take(".") {
                segments.append(.init(isDescendant: false, selectors: [try shorthand()]))
            } else if take("[") {
                segments.append(.init(isDescendant: false, selectors: try brackets()))
            } else {
                rest = before
                return JSONPath(segments: segments)
            }
        }
    }

    private mutating func shorthand() throws(JSONPathError) -> JSONPath.Selector {
        if take("*") { return .wildcard }
        let name = rest.prefix { scalar in
            scalar == "_" || scalar.value >= 0x80 || scalar.properties.isAlphabetic
                || ("0"..."9").contains(scalar) || scalar == "-"
        }
        guard !name.isEmpty else { throw unexpected() }
        rest = rest.dropFirst(name.count)
        return .name(String(name))
    }

    private mutating func brackets() throws(JSONPathError) -> [JSONPath.Selector] {
        var selectors = [try selector()]
        skipBlanks()
        while take(",") {
            selectors.append(try selector())
            skipBlanks()
        }
        try expect("]")
        return selectors
    }

    private mutating func selector() throws(JSONPathError) -> JSONPath.Selector {
        skipBlanks()
        if take("*") { return .wildcard }
        if take("?") { return .filter(try condition()) }
        if rest.first == "'" || rest.first == "\"" { return .name(try string()) }
        let first = integer()
        skipBlanks()
        guard take(":") else {
            guard let first else { throw unexpected() }
            return .index(first)
        }
        skipBlanks()
        let end = integer()
        skipBlanks()
        let step = take(":") ? integer() : nil
        return .slice(start: first, end: end, step: step ?? 1)
    }

    private mutating func integer() -> Int? {
        skipBlanks()
        let sign = rest.first == "-" ? 1 : 0
        let digits = rest.dropFirst(sign).prefix { ("0"..."9").contains($0) }
        guard !digits.isEmpty, let value = Int(String(rest.prefix(sign + digits.count))) else { return nil }
        rest = rest.dropFirst(sign + digits.count)
        return value
    }

    /// Section 2.3.1.
    private mutating func string() throws(JSONPathError) -> String {
        let quote = rest.popFirst()
        var text = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            if scalar == quote { return String(text) }
            guard scalar == "\\" else {
                text.append(scalar)
                continue
            }
            switch rest.popFirst() {
            case "n"?: text.append("\n")
            case "t"?: text.append("\t")
            case "r"?: text.append("\r")
            case "b"?: text.append("\u{8}")
            case "f"?: text.append("\u{C}")
            case "u"?:
                let digits = String(rest.prefix(4))
                guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else { throw unexpected() }
                rest = rest.dropFirst(4)
                text.append(scalar)
            case let scalar?: text.append(scalar)
            case nil: throw unexpected()
            }
        }
        throw unexpected()
    }
}

// MARK: - Filters

extension JSONPathParser {
    private mutating func condition() throws(JSONPathError) -> JSONPath.Condition {
        depth += 1
        defer { depth -= 1 }
        guard depth < 50 else { throw JSONPathError(text: "has too many parentheses") }
        var alternatives = [try conjunction()]
        while takeOperator("||") { alternatives.append(try conjunction()) }
        return alternatives.count == 1 ? alternatives[0] : .or(alternatives)
    }

    private mutating func conjunction() throws(JSONPathError) -> JSONPath.Condition {
        var parts = [try basic()]
        while takeOperator("&&") { parts.append(try basic()) }
        return parts.count == 1 ? parts[0] : .and(parts)
    }

    private mutating func takeOperator(_ text: String) -> Bool {
        skipBlanks()
        return take(text)
    }

    private mutating func basic() throws(JSONPathError) -> JSONPath.Condition {
        skipBlanks()
        var isNegated = false
        while take("!") {
            isNegated.toggle()
            skipBlanks()
        }
        let condition: JSONPath.Condition
        if take("(") {
            condition = try self.condition()
            try expect(")")
        } else {
            condition = try comparison()
        }
        return isNegated ? .not(condition) : condition
    }

    private mutating func comparison() throws(JSONPathError) -> JSONPath.Condition {
        let left = try operand()
        skipBlanks()
        if let sign = JSONPath.Comparison.allCases.first(where: { take($0.rawValue) }) {
            return .compare(left, sign, try operand())
        }
        guard case .query(let query) = left else { throw unexpected() }
        return .exists(query)
    }

    private mutating func operand() throws(JSONPathError) -> JSONPath.Operand {
        skipBlanks()
        if let query = try query() { return .query(query) }
        if rest.first == "'" || rest.first == "\"" { return .literal(.string(try string())) }
        for (word, value) in [("true", YAMLScalar.bool(true)), ("false", .bool(false)), ("null", .null)] where take(word) {
            return .literal(value)
        }
        if take("length(") {
            let argument = try operand()
            try expect(")")
            return .length(argument)
        }
        if take("count(") {
            skipBlanks()
            guard let query = try query() else { throw unexpected() }
            try expect(")")
            return .count(query)
        }
        if take("value(") {
            let argument = try operand()
            try expect(")")
            return argument
        }
        return .literal(try number())
    }

    private mutating func query() throws(JSONPathError) -> JSONPath.Query? {
        if take("@") { return JSONPath.Query(isFromRoot: false, path: try segments()) }
        if take("$") { return JSONPath.Query(isFromRoot: true, path: try segments()) }
        return nil
    }

    private mutating func number() throws(JSONPathError) -> YAMLScalar {
        let text = String(rest.prefix { ("0"..."9").contains($0) || ["-", "+", ".", "e", "E"].contains($0) })
        guard let value = Double(text), value.isFinite else { throw unexpected() }
        rest = rest.dropFirst(text.unicodeScalars.count)
        return Int(text).map(YAMLScalar.int) ?? .number(text)
    }
}
