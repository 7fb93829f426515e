/// Breaks lines of Swift that are too long, as `swift format` does with the settings of this package.
///
/// A line is broken at the first of these places that it has: after the pattern of a case, around the body in braces,
/// at `=` and operators, or else inside its widest pair of brackets, where each element gets its own line.
struct SwiftLine {
    /// One column less than the line length that `swift format` is given, as it breaks some lists that end in the last column; an
    /// opening brace may stand there.
    static let longest = 131
    /// The nesting depth up to which parts of a line are broken; deeper parts stay as they are.
    private static let deepest = 64

    private(set) var lines: [[UInt8]] = []

    /// - Parameter line: A line without its line break.
    init(_ line: ArraySlice<UInt8>) {
        let text = line.drop { $0 == UInt8(ascii: " ") }
        lay(text, indent: line.count - text.count, depth: 0)
    }

    private mutating func emit(_ text: some Collection<UInt8>, indent: Int) {
        lines.append([UInt8](repeating: UInt8(ascii: " "), count: indent) + text)
    }

    private func fits(_ text: ArraySlice<UInt8>, indent: Int) -> Bool {
        indent + text.columns <= Self.longest + (text.endsInBrace ? 1 : 0)
    }

    private mutating func lay(_ text: ArraySlice<UInt8>, indent: Int, depth: Int) {
        if fits(text, indent: indent) || depth > Self.deepest || text.starts(with: "//".utf8) {
            return emit(text, indent: indent)
        }
        let outline = SwiftOutline(text)
        let isBroken =
            breakCase(text, outline, indent, depth) || breakBlock(text, outline, indent, depth)
            || breakHead(text, outline, indent) || breakSignature(text, outline, indent)
            || breakOperators(text, outline, indent, depth) || breakBrackets(text, outline, indent, depth)
            || breakMember(text, indent) || breakType(text, outline, indent)
        if !isBroken { emit(text, indent: indent) }
    }

    /// Puts the statement of a case below its pattern.
    private mutating func breakCase(_ text: ArraySlice<UInt8>, _ outline: SwiftOutline, _ indent: Int, _ depth: Int) -> Bool {
        guard text.starts(with: "case ".utf8) || text.starts(with: "default:".utf8), let colon = outline.colon else { return false }
        if colon + 2 < text.endIndex {
            lay(text[...colon], indent: indent, depth: depth + 1)
            lay(text[(colon + 2)...], indent: indent + 4, depth: depth + 1)
        } else {
            guard !outline.commas.isEmpty else { return false }
            fill(text.split(behind: outline.commas), indent: indent, continuation: indent + 4)
        }
        return true
    }

    /// Puts what braces contain on lines of its own.
    private mutating func breakBlock(_ text: ArraySlice<UInt8>, _ outline: SwiftOutline, _ indent: Int, _ depth: Int) -> Bool {
        guard let block = outline.groups.last, text[block.lowerBound] == UInt8(ascii: "{"), block.count > 4,
            text[block.upperBound...].allSatisfy({ $0 == UInt8(ascii: ",") })
        else { return false }
        let head = text[...block.lowerBound]
        if text.starts(with: "guard ".utf8), !fits(head, indent: indent) {
            let conditions = text[..<block.lowerBound].dropLast(" else ".utf8.count)
            fill(conditions.split(behind: outline.commas), indent: indent, continuation: indent + 4)
            emit("else {".utf8, indent: indent)
        } else {
            lay(head, indent: indent, depth: depth + 1)
        }
        lay(text[block].dropFirst(2).dropLast(2), indent: indent + 4, depth: depth + 1)
        emit(text[(block.upperBound - 1)...], indent: indent)
        return true
    }

    /// Breaks a statement's conditions or a type's inheritance clause, and puts the opening brace on the next line.
    private mutating func breakHead(_ text: ArraySlice<UInt8>, _ outline: SwiftOutline, _ indent: Int) -> Bool {
        guard text.endsInBrace, !outline.commas.isEmpty else { return false }
        fill(text.dropLast(2).split(behind: outline.commas), indent: indent, continuation: indent + 4)
        emit("{".utf8, indent: indent)
        return true
    }

    /// Breaks before the arrow of a function's result, and also before `async` if the parts would still be too long.
    private mutating func breakSignature(_ text: ArraySlice<UInt8>, _ outline: SwiftOutline, _ indent: Int) -> Bool {
        guard !outline.effects.isEmpty, text.first == UInt8(ascii: ")") || outline.isFunctionWithoutParameters(in: text) else {
            return false
        }
        let signature = text.endsInBrace ? text.dropLast(2) : text
        let last = outline.effects.suffix(1).map { $0 - 1 }
        let isShort = signature.split(behind: last).allSatisfy { fits($0, indent: indent + 4) }
        let parts = signature.split(behind: isShort ? last : outline.effects.map { $0 - 1 })
        for (index, part) in parts.enumerated() { emit(part, indent: index == 0 ? indent : indent + 4) }
        if text.endsInBrace { emit("{".utf8, indent: indent) }
        return true
    }

    /// Breaks after `=` if the value does not end in brackets that can be broken, and before operators.
    ///
    /// - Parameter isAligned: Whether the operators stand below the value's beginning, which has a line of its own.
    private mutating func breakOperators(
        _ text: ArraySlice<UInt8>, _ outline: SwiftOutline, _ indent: Int, _ depth: Int, isAligned: Bool = false
    ) -> Bool {
        if let assignment = outline.assignment {
            let endsInBrackets = outline.groups.last.map { $0.lowerBound > assignment && $0.upperBound == text.endIndex } ?? false
            guard !endsInBrackets || !outline.operators.isEmpty, !text.endsInBrace, assignment + 3 < text.endIndex else {
                return false
            }
            emit(text[...assignment], indent: indent)
            let value = text[(assignment + 2)...]
            let isWhole =
                fits(value, indent: indent + 4)
                || !breakOperators(value, SwiftOutline(value), indent + 4, depth + 1, isAligned: true)
            if isWhole { lay(value, indent: indent + 4, depth: depth + 1) }
            return true
        }
        guard let loosest = outline.operators.map(\.precedence).min() else { return false }
        let places = outline.operators.filter { $0.precedence == loosest }.map(\.place)
        for (index, part) in text.split(behind: places.map { $0 - 1 }).enumerated() {
            lay(part, indent: index == 0 || isAligned ? indent : indent + 4, depth: depth + 1)
        }
        return true
    }

    /// Puts each element of a pair of brackets on its own line; arrays of simple elements are filled instead.
    private mutating func breakBrackets(
        _ text: ArraySlice<UInt8>, _ outline: SwiftOutline, _ indent: Int, _ depth: Int
    ) -> Bool {
        guard let group = outline.bracketsToBreak(in: text) else { return false }
        lay(text[...group.lowerBound], indent: indent, depth: depth + 1)
        let content = text[group].dropFirst().dropLast()
        let inner = SwiftOutline(content)
        let isArray = text[group.lowerBound] == UInt8(ascii: "[")
        if !isArray, inner.groups.first == content.indices, content.first == UInt8(ascii: "["), content.contains(UInt8(ascii: ","))
        {
            // An array that is the only argument stands in the parentheses' line.
            let line = lines.count - 1
            let array = content.dropFirst().dropLast()
            lines[line].append(UInt8(ascii: "["))
            layElements(array, SwiftOutline(array), isArray: true, indent + 4, depth)
            lay(text[(group.upperBound - 2)...], indent: indent, depth: depth + 1)
        } else {
            layElements(content, inner, isArray: isArray, indent + 4, depth)
            lay(text[(group.upperBound - 1)...], indent: indent, depth: depth + 1)
        }
        return true
    }

    private mutating func layElements(
        _ content: ArraySlice<UInt8>, _ outline: SwiftOutline, isArray: Bool, _ indent: Int, _ depth: Int
    ) {
        var elements = content.split(behind: outline.commas)
        if isArray, elements.count > 1, let last = elements.popLast() { elements.append((last + ",".utf8)[...]) }
        if isArray, outline.groups.isEmpty { return fill(elements, indent: indent, continuation: indent) }
        for element in elements { lay(element, indent: indent, depth: depth + 1) }
    }

    /// Puts as many parts on each line as fit.
    private mutating func fill(_ parts: [ArraySlice<UInt8>], indent: Int, continuation: Int) {
        var line: ArraySlice<UInt8> = []
        var margin = indent
        for part in parts {
            if !line.isEmpty, margin + line.columns + 1 + part.columns > Self.longest {
                emit(line, indent: margin)
                line = []
                margin = continuation
            }
            if !line.isEmpty { line.append(UInt8(ascii: " ")) }
            line += part
        }
        emit(line, indent: margin)
    }

    /// Puts the type of a variable below its name.
    private mutating func breakType(_ text: ArraySlice<UInt8>, _ outline: SwiftOutline, _ indent: Int) -> Bool {
        guard let colon = outline.colon, colon + 2 < text.endIndex, outline.isVariable(text) else { return false }
        emit(text[...colon], indent: indent)
        emit(text[(colon + 2)...], indent: indent + 4)
        return true
    }

    /// Puts the property of a string literal below it.
    private mutating func breakMember(_ text: ArraySlice<UInt8>, _ indent: Int) -> Bool {
        guard text.first == UInt8(ascii: "\""), let end = text.lastIndex(of: UInt8(ascii: "\"")), end + 1 < text.endIndex,
            text[end + 1] == UInt8(ascii: ".")
        else { return false }
        emit(text[...end], indent: indent)
        emit(text[(end + 1)...], indent: indent + 4)
        return true
    }
}

extension ArraySlice<UInt8> {
    fileprivate var endsInBrace: Bool { suffix(2).elementsEqual(" {".utf8) }

    /// The number of characters.
    fileprivate var columns: Int { count { $0 & 0xC0 != 0x80 } }

    /// The parts that end at some places, without the blanks between them.
    fileprivate func split(behind places: [Int]) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var start = startIndex
        for place in places {
            parts.append(self[start...place].trimmed)
            start = place + 1
        }
        parts.append(self[start...].trimmed)
        return parts.filter { !$0.isEmpty }
    }

    private var trimmed: ArraySlice<UInt8> {
        var text = drop { $0 == UInt8(ascii: " ") }
        while text.last == UInt8(ascii: " ") { text.removeLast() }
        return text
    }
}
