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

    /// The lines that one line has become, with line feeds between them.
    private(set) var text: [UInt8] = []
    private var isFirst = true

    /// Lays out a line.
    ///
    /// - Parameter line: A line without its line break.
    mutating func lay(_ line: UnsafeBufferPointer<UInt8>) {
        text.removeAll(keepingCapacity: true)
        isFirst = true
        guard let base = line.baseAddress else { return }
        let whole = SwiftPart(base, 0, line.count)
        var start = 0
        while start < line.count, whole[start] == UInt8(ascii: " ") { start += 1 }
        lay(whole.part(start, line.count), indent: start, depth: 0)
    }

    private mutating func emit(_ line: SwiftPart, indent: Int) {
        beginLine(indent: indent)
        text.append(contentsOf: line.bytes)
    }

    private mutating func beginLine(indent: Int) {
        if !isFirst { text.append(UInt8(ascii: "\n")) }
        isFirst = false
        for _ in 0..<indent { text.append(UInt8(ascii: " ")) }
    }

    private func fits(_ text: SwiftPart, indent: Int) -> Bool {
        let longest = Self.longest + (text.endsInBrace ? 1 : 0)
        // Characters are counted only where the bytes do not fit.
        return indent + text.count <= longest || indent + text.columns <= longest
    }

    private mutating func lay(_ text: SwiftPart, indent: Int, depth: Int) {
        if fits(text, indent: indent) || depth > Self.deepest || text.hasPrefix("//") {
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
    private mutating func breakCase(_ text: SwiftPart, _ outline: SwiftOutline, _ indent: Int, _ depth: Int) -> Bool {
        guard text.hasPrefix("case ") || text.hasPrefix("default:"), let colon = outline.colon else { return false }
        if colon + 2 < text.endIndex {
            lay(text.part(text.startIndex, colon + 1), indent: indent, depth: depth + 1)
            lay(text.part(colon + 2, text.endIndex), indent: indent + 4, depth: depth + 1)
        } else {
            guard !outline.commas.isEmpty else { return false }
            fill(text.split(behind: outline.commas), indent: indent, continuation: indent + 4)
        }
        return true
    }

    /// Puts what braces contain on lines of its own.
    private mutating func breakBlock(_ text: SwiftPart, _ outline: SwiftOutline, _ indent: Int, _ depth: Int) -> Bool {
        guard let block = outline.groups.last, text[block.lowerBound] == UInt8(ascii: "{"), block.count > 4,
            text.hasOnlyCommas(from: block.upperBound)
        else { return false }
        let head = text.part(text.startIndex, block.lowerBound + 1)
        if text.hasPrefix("guard "), !fits(head, indent: indent) {
            let conditions = text.part(text.startIndex, max(text.startIndex, block.lowerBound - " else ".utf8.count))
            fill(conditions.split(behind: outline.commas), indent: indent, continuation: indent + 4)
            emit("else {", indent: indent)
        } else {
            lay(head, indent: indent, depth: depth + 1)
        }
        lay(text.part(block.lowerBound + 2, block.upperBound - 2), indent: indent + 4, depth: depth + 1)
        emit(text.part(block.upperBound - 1, text.endIndex), indent: indent)
        return true
    }

    private mutating func emit(_ word: StaticString, indent: Int) {
        emit(SwiftPart(word.utf8Start, 0, word.utf8CodeUnitCount), indent: indent)
    }

    /// Breaks a statement's conditions or a type's inheritance clause, and puts the opening brace on the next line.
    private mutating func breakHead(_ text: SwiftPart, _ outline: SwiftOutline, _ indent: Int) -> Bool {
        guard text.endsInBrace, !outline.commas.isEmpty else { return false }
        fill(text.part(text.startIndex, text.endIndex - 2).split(behind: outline.commas), indent: indent, continuation: indent + 4)
        emit("{", indent: indent)
        return true
    }

    /// Breaks before the arrow of a function's result, and also before `async` if the parts would still be too long.
    private mutating func breakSignature(_ text: SwiftPart, _ outline: SwiftOutline, _ indent: Int) -> Bool {
        guard !outline.effects.isEmpty, text.first == UInt8(ascii: ")") || outline.isFunctionWithoutParameters(in: text) else {
            return false
        }
        let signature = text.endsInBrace ? text.part(text.startIndex, text.endIndex - 2) : text
        let last = outline.effects.suffix(1).map { $0 - 1 }
        let isShort = signature.split(behind: last).allSatisfy { fits($0, indent: indent + 4) }
        let parts = signature.split(behind: isShort ? last : outline.effects.map { $0 - 1 })
        for (index, part) in parts.enumerated() { emit(part, indent: index == 0 ? indent : indent + 4) }
        if text.endsInBrace { emit("{", indent: indent) }
        return true
    }

    /// Breaks after `=` if the value does not end in brackets that can be broken, and before operators.
    ///
    /// - Parameter isAligned: Whether the operators stand below the value's beginning, which has a line of its own.
    private mutating func breakOperators(
        _ text: SwiftPart, _ outline: SwiftOutline, _ indent: Int, _ depth: Int, isAligned: Bool = false
    ) -> Bool {
        if let assignment = outline.assignment {
            let endsInBrackets = outline.groups.last.map { $0.lowerBound > assignment && $0.upperBound == text.endIndex } ?? false
            guard !endsInBrackets || !outline.operators.isEmpty, !text.endsInBrace, assignment + 3 < text.endIndex else {
                return false
            }
            emit(text.part(text.startIndex, assignment + 1), indent: indent)
            let value = text.part(assignment + 2, text.endIndex)
            let isWhole =
                fits(value, indent: indent + 4)
                || !breakOperators(value, SwiftOutline(value), indent + 4, depth + 1, isAligned: true)
            if isWhole { lay(value, indent: indent + 4, depth: depth + 1) }
            return true
        }
        guard let loosest = outline.operators.map(\.precedence).min() else { return false }
        let places = outline.operators.filter { $0.precedence == loosest }.map { $0.place - 1 }
        for (index, part) in text.split(behind: places).enumerated() {
            lay(part, indent: index == 0 || isAligned ? indent : indent + 4, depth: depth + 1)
        }
        return true
    }

    /// Puts each element of a pair of brackets on its own line; arrays of simple elements are filled instead.
    private mutating func breakBrackets(_ text: SwiftPart, _ outline: SwiftOutline, _ indent: Int, _ depth: Int) -> Bool {
        guard let group = outline.bracketsToBreak(in: text) else { return false }
        lay(text.part(text.startIndex, group.lowerBound + 1), indent: indent, depth: depth + 1)
        let content = text.part(group.lowerBound + 1, group.upperBound - 1)
        let inner = SwiftOutline(content)
        let isArray = text[group.lowerBound] == UInt8(ascii: "[")
        if !isArray, inner.groups.first == content.startIndex..<content.endIndex, content.first == UInt8(ascii: "["),
            content.contains(UInt8(ascii: ","))
        {
            // An array that is the only argument stands in the parentheses' line.
            self.text.append(UInt8(ascii: "["))
            let array = content.part(content.startIndex + 1, content.endIndex - 1)
            layElements(array, SwiftOutline(array), isArray: true, indent + 4, depth)
            lay(text.part(group.upperBound - 2, text.endIndex), indent: indent, depth: depth + 1)
        } else {
            layElements(content, inner, isArray: isArray, indent + 4, depth)
            lay(text.part(group.upperBound - 1, text.endIndex), indent: indent, depth: depth + 1)
        }
        return true
    }

    private mutating func layElements(
        _ content: SwiftPart, _ outline: SwiftOutline, isArray: Bool, _ indent: Int, _ depth: Int
    ) {
        let elements = content.split(behind: outline.commas)
        guard isArray, elements.count > 1, let last = elements.last else {
            return layElements(elements, isFilled: isArray && outline.groups.isEmpty, indent, depth)
        }
        // The last one gets a comma, too.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: last.count + 1) { buffer in
            guard let base = buffer.baseAddress else { return }
            base.update(from: last.bytes.baseAddress ?? UnsafePointer(base), count: last.count)
            base[last.count] = UInt8(ascii: ",")
            let ending = [SwiftPart(base, 0, last.count + 1)]
            layElements(elements.dropLast() + ending, isFilled: outline.groups.isEmpty, indent, depth)
        }
    }

    private mutating func layElements(_ elements: [SwiftPart], isFilled: Bool, _ indent: Int, _ depth: Int) {
        if isFilled { return fill(elements, indent: indent, continuation: indent) }
        for element in elements { lay(element, indent: indent, depth: depth + 1) }
    }

    /// Puts as many parts on each line as fit.
    private mutating func fill(_ parts: [SwiftPart], indent: Int, continuation: Int) {
        beginLine(indent: indent)
        var columns = 0
        var margin = indent
        for part in parts {
            let width = part.columns
            if columns > 0, margin + columns + 1 + width > Self.longest {
                beginLine(indent: continuation)
                columns = 0
                margin = continuation
            }
            if columns > 0 { text.append(UInt8(ascii: " ")) }
            text.append(contentsOf: part.bytes)
            columns += columns > 0 ? width + 1 : width
        }
    }

    /// Puts the type of a variable below its name.
    private mutating func breakType(_ text: SwiftPart, _ outline: SwiftOutline, _ indent: Int) -> Bool {
        guard let colon = outline.colon, colon + 2 < text.endIndex, outline.isVariable(text) else { return false }
        emit(text.part(text.startIndex, colon + 1), indent: indent)
        emit(text.part(colon + 2, text.endIndex), indent: indent + 4)
        return true
    }

    /// Puts the property of a string literal below it.
    private mutating func breakMember(_ text: SwiftPart, _ indent: Int) -> Bool {
        guard text.first == UInt8(ascii: "\""), let end = text.lastIndex(of: UInt8(ascii: "\"")), end + 1 < text.endIndex,
            text[end + 1] == UInt8(ascii: ".")
        else { return false }
        emit(text.part(text.startIndex, end + 1), indent: indent)
        emit(text.part(end + 1, text.endIndex), indent: indent + 4)
        return true
    }
}

extension SwiftPart {
    fileprivate func hasOnlyCommas(from start: Int) -> Bool {
        var index = start
        while index < endIndex {
            if self[index] != UInt8(ascii: ",") { return false }
            index &+= 1
        }
        return true
    }
}
