/// Where a line of Swift has brackets, commas and operators that are in no brackets or literals themselves.
struct SwiftOutline {
    struct Operator {
        let place: Int
        let precedence: Int
    }

    /// From each opening bracket to its closing one.
    private(set) var groups: [Range<Int>] = []
    private(set) var commas: [Int] = []
    /// The first colon with a space or nothing behind it.
    private(set) var colon: Int?
    /// The `=` of an assignment or of a default value.
    private(set) var assignment: Int?
    private(set) var operators: [Operator] = []
    /// Where `async` and the arrow of a function's type stand.
    private(set) var effects: [Int] = []

    init(_ text: SwiftPart) {
        var open: [Int] = []
        var depth = 0
        var index = text.startIndex
        while index < text.endIndex {
            switch text[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "#"):
                index = Self.endOfLiteral(in: text, from: index)
                continue
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                open.append(index)
                depth &+= 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                if let start = open.popLast() {
                    depth &-= 1
                    if depth == 0 { groups.append(start..<index + 1) }
                }
            case _ where depth == 0:
                read(text, at: index)
            default: break
            }
            index &+= 1
        }
    }

    private mutating func read(_ text: SwiftPart, at index: Int) {
        let isAfterSpace = index > text.startIndex && text[index &- 1] == UInt8(ascii: " ")
        switch text[index] {
        case UInt8(ascii: ","):
            if index + 1 < text.endIndex { commas.append(index) }
        case UInt8(ascii: ":") where !isAfterSpace:
            if index + 1 == text.endIndex || text[index + 1] == UInt8(ascii: " ") { colon = colon ?? index }
        case UInt8(ascii: "=") where isAfterSpace && index + 2 < text.endIndex && text[index + 1] == UInt8(ascii: " "):
            assignment = assignment ?? index
        case UInt8(ascii: "a") where isAfterSpace, UInt8(ascii: "-") where isAfterSpace:
            if text.has("async ", at: index) || text.has("-> ", at: index) { effects.append(index) }
        case _ where isAfterSpace:
            if let precedence = Self.precedence(in: text, at: index) {
                operators.append(Operator(place: index, precedence: precedence))
            }
        default: break
        }
    }

    /// The precedence of an operator between spaces; a smaller number binds less.
    private static func precedence(in text: SwiftPart, at index: Int) -> Int? {
        switch text[index] {
        case UInt8(ascii: "?"): text.has("? ", at: index) ? 0 : text.has("?? ", at: index) ? 3 : nil
        case UInt8(ascii: ":"): text.has(": ", at: index) ? 0 : nil
        case UInt8(ascii: "|"): text.has("|| ", at: index) ? 1 : nil
        case UInt8(ascii: "&"): text.has("&& ", at: index) ? 2 : nil
        default: nil
        }
    }

    /// The place behind a string literal, or behind a number sign that begins none.
    private static func endOfLiteral(in text: SwiftPart, from start: Int) -> Int {
        var index = start
        while index < text.endIndex, text[index] == UInt8(ascii: "#") { index &+= 1 }
        let signs = index - start
        guard index < text.endIndex, text[index] == UInt8(ascii: "\"") else { return index }
        index += 1
        while index < text.endIndex {
            if text[index] == UInt8(ascii: "\\"), signs == 0 {
                index &+= 1
            } else if text[index] == UInt8(ascii: "\""), hasSigns(signs, in: text, from: index + 1) {
                return index + 1 + signs
            }
            index &+= 1
        }
        return text.endIndex
    }

    private static func hasSigns(_ count: Int, in text: SwiftPart, from start: Int) -> Bool {
        guard start + count <= text.endIndex else { return false }
        var index = start
        while index < start + count {
            if text[index] != UInt8(ascii: "#") { return false }
            index &+= 1
        }
        return true
    }

    /// The brackets whose elements are broken: the parameters of a function, else those that contain most.
    func bracketsToBreak(in text: SwiftPart) -> Range<Int>? {
        let candidates = groups.filter {
            $0.count > 2 && text[$0.lowerBound] != UInt8(ascii: "{") && $0.lowerBound > (assignment ?? -1)
        }
        if isVariable(text), assignment == nil { return nil }
        let isFunction = candidates.first.map { isDeclaration(text.part(text.startIndex, $0.lowerBound)) } ?? false
        return isFunction ? candidates.first : candidates.max { $0.count < $1.count }
    }

    func isFunctionWithoutParameters(in text: SwiftPart) -> Bool {
        guard let first = groups.first, first.count == 2, text[first.lowerBound] == UInt8(ascii: "(") else { return false }
        return isDeclaration(text.part(text.startIndex, first.lowerBound))
    }

    func isVariable(_ text: SwiftPart) -> Bool {
        text.hasWord(amongFirst: 4) { $0.count == 3 && ($0.hasPrefix("var") || $0.hasPrefix("let")) }
    }

    private func isDeclaration(_ head: SwiftPart) -> Bool {
        head.hasWord(amongFirst: .max) { $0.count == 4 && $0.hasPrefix("func") || $0.hasPrefix("init") }
    }
}

extension SwiftPart {
    /// Whether one of the first words between blanks is what is looked for.
    fileprivate func hasWord(amongFirst count: Int, where isFound: (SwiftPart) -> Bool) -> Bool {
        var words = 0
        var index = startIndex
        while index < endIndex, words < count {
            while index < endIndex, self[index] == UInt8(ascii: " ") { index &+= 1 }
            let start = index
            while index < endIndex, self[index] != UInt8(ascii: " ") { index &+= 1 }
            if start < index, isFound(part(start, index)) { return true }
            words &+= 1
        }
        return false
    }
}
