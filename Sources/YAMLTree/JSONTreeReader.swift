internal import Diagnostics

/// Reads JSON (RFC 8259) and returns the syntax error that ended it, or `nil`; this costs a fraction of reading with libyaml.
func readJSON(_ bytes: UnsafeBufferPointer<UInt8>, into builder: inout TreeBuilder) -> Diagnostic? {
    guard let start = bytes.baseAddress else { return nil }
    var reader = JSONTreeReader(start: start, count: bytes.count)
    reader.readDocument(into: &builder)
    return reader.failure
}

struct JSONTreeReader: ~Copyable {
    let start: UnsafePointer<UInt8>
    let count: Int
    var offset = 0
    /// The text of a string with escape sequences.
    var unescaped = Table<UInt8>(capacity: 256)
    /// The syntax error; nothing is read after it.
    private(set) var failure: Diagnostic?
    private var line: Int32 = 1
    /// The offset of column 1 of the line, advanced by each UTF-8 continuation byte.
    var lineStart = 0

    init(start: UnsafePointer<UInt8>, count: Int) {
        self.start = start
        self.count = count
    }

    /// The current position.
    var mark: Mark { Mark(line: line, column: Int32(truncatingIfNeeded: offset &- lineStart &+ 1)) }

    /// The next byte, or NUL, which JSON does not allow, at the end.
    var next: UInt8 {
        @inline(always) get { offset < count ? start[offset] : 0 }
    }

    mutating func readDocument(into builder: inout TreeBuilder) {
        var state = State.valueFollows
        while failure == nil, !builder.isStopped {
            skipSpace()
            switch state {
            case .valueFollows: state = readValue(into: &builder)
            case .valueEnded: state = readSeparator(into: &builder)
            case .documentEnded: return
            }
        }
    }

    private enum State {
        case valueFollows, valueEnded, documentEnded
    }

    /// Reads a scalar or the start of a collection.
    private mutating func readValue(into builder: inout TreeBuilder) -> State {
        switch next {
        case UInt8(ascii: "\""):
            readString(into: &builder)
            return .valueEnded
        case UInt8(ascii: "{"):
            builder.begin(.mapping, at: mark)
            offset += 1
            skipSpace()
            if next == UInt8(ascii: "}") { return end(in: &builder) }
            readKey(into: &builder)
            return .valueFollows
        case UInt8(ascii: "["):
            builder.begin(.sequence, at: mark)
            offset += 1
            skipSpace()
            return next == UInt8(ascii: "]") ? end(in: &builder) : .valueFollows
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            readNumber(into: &builder)
            return .valueEnded
        default:
            readWord(into: &builder)
            return .valueEnded
        }
    }

    /// Reads the token after a value.
    private mutating func readSeparator(into builder: inout TreeBuilder) -> State {
        guard let kind = builder.openKind else {
            if offset < count { fail("unexpected text after the JSON value", builder) }
            return .documentEnded
        }
        let closing = kind == .mapping ? UInt8(ascii: "}") : UInt8(ascii: "]")
        if next == closing { return end(in: &builder) }
        if next == UInt8(ascii: ",") {
            offset += 1
            if kind == .mapping {
                skipSpace()
                readKey(into: &builder)
            }
            return .valueFollows
        }
        let expected = "expected ',' or '\(Character(UnicodeScalar(closing)))'"
        fail(offset < count ? expected : expected + " before the document ends", builder)
        return .documentEnded
    }

    private mutating func end(in builder: inout TreeBuilder) -> State {
        offset += 1
        builder.end(at: mark)
        return .valueEnded
    }

    private mutating func readKey(into builder: inout TreeBuilder) {
        guard next == UInt8(ascii: "\"") else { return fail("expected a key in double quotes", builder) }
        readString(into: &builder)
        guard failure == nil else { return }
        skipSpace()
        guard next == UInt8(ascii: ":") else { return fail("expected ':' after a key", builder) }
        offset += 1
    }

    private mutating func readNumber(into builder: inout TreeBuilder) {
        let first = offset
        let begin = mark
        if next == UInt8(ascii: "-") { offset += 1 }
        if next == UInt8(ascii: "0") {
            offset += 1
        } else {
            guard skipDigits() else { return fail("expected a digit", builder) }
        }
        if next == UInt8(ascii: ".") {
            offset += 1
            guard skipDigits() else { return fail("expected a digit after '.'", builder) }
        }
        if next | 0x20 == UInt8(ascii: "e") {
            offset += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
            guard skipDigits() else { return fail("expected a digit in the exponent", builder) }
        }
        builder.addScalar(start + first, count: offset - first, resolution: .plain, from: begin, to: mark)
    }

    private mutating func skipDigits() -> Bool {
        let first = offset
        while next &- 0x30 < 10 { offset += 1 }
        return offset > first
    }

    private mutating func readWord(into builder: inout TreeBuilder) {
        let words: [StaticString] = ["true", "false", "null"]
        let begin = mark
        for word in words where word.utf8Start[0] == next {
            let length = word.utf8CodeUnitCount
            guard count - offset >= length, (0..<length).allSatisfy({ start[offset + $0] == word.utf8Start[$0] })
            else { break }
            offset += length
            builder.addScalar(word.utf8Start, count: length, resolution: .plain, from: begin, to: mark)
            return
        }
        fail(offset < count ? "expected a JSON value" : "expected a value before the document ends", builder)
    }

    @inline(always)
    private mutating func skipSpace() {
        while offset < count {
            let byte = start[offset]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            offset &+= 1
            if byte == 0x0A || byte == 0x0D && next != 0x0A {
                line &+= 1
                lineStart = offset
            }
        }
    }

    mutating func fail(_ text: String, _ builder: borrowing TreeBuilder, at place: Mark? = nil) {
        let isBinary = offset < count && next == 0
        let text = isBinary ? "unexpected NUL byte; the file is not UTF-8 text" : text
        failure = Diagnostic(.error, text, at: builder.position(place ?? mark))
    }
}
