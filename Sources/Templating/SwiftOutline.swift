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

    /// Operators between spaces; a smaller number binds less.
    private static let precedences: [(spelling: [UInt8], precedence: Int)] = [
        (Array("? ".utf8), 0), (Array(": ".utf8), 0), (Array("|| ".utf8), 1), (Array("&& ".utf8), 2), (Array("?? ".utf8), 3),
    ]

    init(_ text: ArraySlice<UInt8>) {
        var open: [Int] = []
        var index = text.startIndex
        while index < text.endIndex {
            switch text[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "#"):
                index = Self.endOfLiteral(in: text, from: index)
                continue
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                open.append(index)
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                if let start = open.popLast(), open.isEmpty { groups.append(start..<index + 1) }
            case _ where open.isEmpty:
                read(text, at: index)
            default: break
            }
            index += 1
        }
    }

    private mutating func read(_ text: ArraySlice<UInt8>, at index: Int) {
        let isAfterSpace = index > text.startIndex && text[index - 1] == UInt8(ascii: " ")
        switch text[index] {
        case UInt8(ascii: ","):
            if index + 1 < text.endIndex { commas.append(index) }
        case UInt8(ascii: ":") where !isAfterSpace:
            if index + 1 == text.endIndex || text[index + 1] == UInt8(ascii: " ") { colon = colon ?? index }
        case UInt8(ascii: "=") where isAfterSpace && index + 2 < text.endIndex && text[index + 1] == UInt8(ascii: " "):
            assignment = assignment ?? index
        case _ where isAfterSpace:
            if ["async ", "-> "].contains(where: { text[index...].starts(with: $0.utf8) }) { effects.append(index) }
            guard let found = Self.precedences.first(where: { text[index...].starts(with: $0.spelling) }) else { return }
            operators.append(Operator(place: index, precedence: found.precedence))
        default: break
        }
    }

    /// The place behind a string literal, or behind a number sign that begins none.
    private static func endOfLiteral(in text: ArraySlice<UInt8>, from start: Int) -> Int {
        let signs = text[start...].prefix { $0 == UInt8(ascii: "#") }.count
        var index = start + signs
        guard index < text.endIndex, text[index] == UInt8(ascii: "\"") else { return index }
        index += 1
        while index < text.endIndex {
            if text[index] == UInt8(ascii: "\\"), signs == 0 {
                index += 1
            } else if text[index] == UInt8(ascii: "\""),
                text[(index + 1)...].prefix(signs).count(where: { $0 == UInt8(ascii: "#") }) == signs
            {
                return index + 1 + signs
            }
            index += 1
        }
        return text.endIndex
    }

    /// The brackets whose elements are broken: the parameters of a function, else those that contain most.
    func bracketsToBreak(in text: ArraySlice<UInt8>) -> Range<Int>? {
        let candidates = groups.filter {
            $0.count > 2 && text[$0.lowerBound] != UInt8(ascii: "{") && $0.lowerBound > (assignment ?? -1)
        }
        if isVariable(text), assignment == nil { return nil }
        let isFunction = candidates.first.map { isDeclaration(text[..<$0.lowerBound]) } ?? false
        return isFunction ? candidates.first : candidates.max { $0.count < $1.count }
    }

    func isFunctionWithoutParameters(in text: ArraySlice<UInt8>) -> Bool {
        guard let first = groups.first, first.count == 2, text[first.lowerBound] == UInt8(ascii: "(") else { return false }
        return isDeclaration(text[..<first.lowerBound])
    }

    func isVariable(_ text: ArraySlice<UInt8>) -> Bool {
        text.split(separator: UInt8(ascii: " ")).prefix(4).contains { $0.elementsEqual("var".utf8) || $0.elementsEqual("let".utf8) }
    }

    private func isDeclaration(_ head: ArraySlice<UInt8>) -> Bool {
        let words = head.split(separator: UInt8(ascii: " "))
        return words.contains { $0.elementsEqual("func".utf8) || $0.starts(with: "init".utf8) }
    }
}
