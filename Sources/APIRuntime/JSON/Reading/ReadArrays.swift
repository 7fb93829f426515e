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

    /// How many elements to make room for, the present one included: in a long array as many as the rest of the document would have.
    func expectedCount(of array: JSONArrayCursor) -> Int {
        guard array.count > 1024 else { return max(4, array.count * 2) }
        let bytesPerElement = max(1, (position - array.start) / array.count)
        return max(array.count * 3 / 2, array.count + (count - position) / bytesPerElement + 1)
    }

    /// The error for an element that the array must have.
    public func missingElement(in array: JSONArrayCursor) -> JSONError {
        JSONError(.missingElement(array.count), offset: array.start)
    }
}
