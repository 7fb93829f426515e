extension JSONReader {
    /// Skips the next value of any type and checks that it is JSON; nesting costs no stack.
    public mutating func skipValue() throws(JSONError) {
        let outerDepth = depth
        let start = position
        // A large part that is left aside weighs more than a word.
        defer { misfits &+= 1 + position - start }
        var nesting = NestingBits()
        repeat {
            skipWhitespace()
            switch byte {
            case UInt8(ascii: "{"): if try open(UInt8(ascii: "}"), isObject: true, &nesting) { continue }
            case UInt8(ascii: "["): if try open(UInt8(ascii: "]"), isObject: false, &nesting) { continue }
            default: try skipScalar()
            }
            try closeFinished(until: outerDepth, &nesting)
        } while depth > outerDepth
    }

    /// Steps into an array or object; false when it was empty, and is left already.
    private mutating func open(_ close: UInt8, isObject: Bool, _ nesting: inout NestingBits) throws(JSONError) -> Bool {
        guard depth < options.maximumDepth else { throw error(.tooDeep) }
        position += 1
        skipWhitespace()
        if byte == close {
            position += 1
            return false
        }
        depth += 1
        nesting.push(isObject)
        if isObject { try skipKey() }
        return true
    }

    /// Leaves what ends here, up to the first array or object that goes on.
    private mutating func closeFinished(until outerDepth: Int, _ nesting: inout NestingBits) throws(JSONError) {
        while depth > outerDepth {
            skipWhitespace()
            switch byte {
            case UInt8(ascii: ","):
                position += 1
                skipWhitespace()
                if nesting.top { try skipKey() }
                return
            case nesting.top ? UInt8(ascii: "}") : UInt8(ascii: "]"):
                position += 1
                depth -= 1
                nesting.pop()
            default: throw syntaxError(nesting.top ? "',' or '}'" : "',' or ']'")
            }
        }
    }

    private mutating func skipKey() throws(JSONError) {
        guard byte == UInt8(ascii: "\"") else { throw syntaxError("a member's name") }
        _ = try scanString()
        skipWhitespace()
        guard byte == UInt8(ascii: ":") else { throw syntaxError("':'") }
        position += 1
    }

    private mutating func skipScalar() throws(JSONError) {
        switch byte {
        case UInt8(ascii: "\""): _ = try scanString()
        case UInt8(ascii: "t"): _ = try literal("true")
        case UInt8(ascii: "f"): _ = try literal("false")
        case UInt8(ascii: "n"): _ = try literal("null")
        default: _ = try scanNumber("a value")
        }
    }
}

/// For each level that is open, whether it is an object.
private struct NestingBits {
    private var count = 0
    /// The innermost levels; the other words are only made for deep nesting.
    private var word: UInt64 = 0
    private var outer: [UInt64] = []

    var top: Bool { word & 1 == 1 }

    mutating func push(_ isObject: Bool) {
        if count > 0, count & 63 == 0 { outer.append(word) }
        word = word << 1 | (isObject ? 1 : 0)
        count += 1
    }

    mutating func pop() {
        count -= 1
        word >>= 1
        if count > 0, count & 63 == 0, let saved = outer.popLast() { word = saved }
    }
}
