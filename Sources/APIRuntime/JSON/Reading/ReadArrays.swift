/// The position of a reader in an array.
public struct JSONArrayCursor {
    /// Where the array begins.
    let start: Int
    /// How many elements were stepped to.
    var count = 0
    var isAtEnd = false
    /// Whether the array is written as its only element, as in a form: `tags=a`.
    var isOnlyElement = false
}

extension JSONReader {
    /// Steps into an array.
    ///
    /// - Throws: when the next value is no array.
    public mutating func beginArray() throws(JSONError) -> JSONArrayCursor {
        skipWhitespace()
        if options.scalarsAreText, byte == UInt8(ascii: "\"") { return JSONArrayCursor(start: position, isOnlyElement: true) }
        guard byte == UInt8(ascii: "[") else { throw mismatch("an array") }
        let start = position
        try enter()
        return JSONArrayCursor(start: start)
    }

    /// Steps to the next element.
    ///
    /// - Returns: false at the array's end, also when asked again there.
    public mutating func nextElement(in array: inout JSONArrayCursor) throws(JSONError) -> Bool {
        if array.isAtEnd { return false }
        if array.isOnlyElement {
            array.isAtEnd = array.count > 0
            array.count += 1
            return !array.isAtEnd
        }
        skipWhitespace()
        if byte == UInt8(ascii: "]") {
            position += 1
            depth -= 1
            array.isAtEnd = true
            return false
        }
        if array.count > 0 {
            guard byte == UInt8(ascii: ",") else { throw syntaxError("',' or ']'") }
            position += 1
            skipWhitespace()
            guard byte != UInt8(ascii: "]") else { throw syntaxError("a value") }
        }
        array.count += 1
        return true
    }

    /// Returns how many elements to make room for in an array whose room is used up.
    @usableFromInline
    mutating func room(in array: JSONArrayCursor, stride: Int) -> Int {
        room(after: array.count - 1, from: array.start, stride: stride)
    }

    /// Returns how many members to make room for in an object whose room is used up.
    @usableFromInline
    mutating func room(in object: JSONObjectCursor, after count: Int, stride: Int) -> Int {
        room(after: count, from: object.start, stride: stride)
    }

    /// Returns how many elements to make room for where the room for some is used up.
    ///
    /// Many elements get as much room as the rest of the document needs if it has more of the same. Growing by doubling would hold them
    /// twice at its last step. Such a guess may be too high, so that all guesses together are limited.
    ///
    /// - Parameters:
    ///   - count: The number of elements that were read.
    ///   - start: Where the array or object begins.
    ///   - stride: The number of bytes of an element in memory.
    private mutating func room(after count: Int, from start: Int, stride: Int) -> Int {
        // The first steps of growing would cost more than reading small elements does.
        guard count > 0 else { return stride <= 128 ? 4 : 1 }
        guard count >= 1024 else { return count * 2 }
        let bytesPerElement = max(1, (position - start) / count)
        let expected = max(count * 3 / 2, count + (self.count - position) / bytesPerElement + 1)
        guard expected > count * 2 else { return expected }
        let (guessed, isTooMuch) = (expected - count * 2).multipliedReportingOverflow(by: stride)
        guard !isTooMuch, guessed <= guessedRoom else { return count * 2 }
        guessedRoom -= guessed
        return expected
    }

    /// The error for an element that the array must have.
    public func missingElement(in array: JSONArrayCursor) -> JSONError {
        JSONError(.missingElement(array.count), offset: array.start)
    }
}
