extension JSONError {
    /// The error with the JSON Pointer (RFC 6901) of the value at its offset, which is found by looking at the document once more.
    func located(in document: UnsafeBufferPointer<UInt8>) -> JSONError {
        JSONError(kind, offset: offset, pointer: PointerFinder(document: document, offset: min(offset, document.count)).pointer())
    }
}

/// Finds the arrays and objects that contain a byte, in a document that may be truncated or malformed there.
private struct PointerFinder {
    private enum Level {
        case array(index: Int)
        /// An object, and the bytes of the last member's name.
        case object(key: Range<Int>?, isInValue: Bool)
    }

    let document: UnsafeBufferPointer<UInt8>
    let offset: Int
    private var levels: [Level] = []

    init(document: UnsafeBufferPointer<UInt8>, offset: Int) {
        self.document = document
        self.offset = offset
    }

    consuming func pointer() -> String {
        var index = 0
        while index < offset {
            index = step(from: index)
        }
        return levels.map(text).joined()
    }

    private mutating func step(from index: Int) -> Int {
        switch document[index] {
        case UInt8(ascii: "["): levels.append(.array(index: 0))
        case UInt8(ascii: "{"): levels.append(.object(key: nil, isInValue: false))
        case UInt8(ascii: "]"), UInt8(ascii: "}"): _ = levels.popLast()
        case UInt8(ascii: ","): comma()
        case UInt8(ascii: ":"): colon()
        case UInt8(ascii: "\""): return string(from: index + 1)
        default: break
        }
        return index + 1
    }

    private mutating func comma() {
        switch levels.popLast() {
        case .array(let index): levels.append(.array(index: index + 1))
        case .object: levels.append(.object(key: nil, isInValue: false))
        case nil: break
        }
    }

    private mutating func colon() {
        guard case .object(let key, _) = levels.last else { return }
        levels[levels.count - 1] = .object(key: key, isInValue: true)
    }

    /// Where the string's last quote ends.
    private mutating func string(from start: Int) -> Int {
        var index = start
        while index < document.count, document[index] != UInt8(ascii: "\"") {
            index += document[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        let end = min(index, document.count)
        if case .object(_, false) = levels.last { levels[levels.count - 1] = .object(key: start..<end, isInValue: false) }
        return end + 1
    }

    private func text(_ level: Level) -> String {
        switch level {
        case .array(let index): return "/\(index)"
        case .object(let key?, _): return "/" + name(key).map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
        case .object(nil, _): return ""
        }
    }

    /// The member's name, with its escapes resolved where they can be.
    private func name(_ range: Range<Int>) -> String {
        let quoted = [UInt8(ascii: "\"")] + document[range] + [UInt8(ascii: "\"")]
        do throws(JSONError) {
            return try String(json: quoted)
        } catch {
            return String(decoding: document[range], as: UTF8.self)
        }
    }
}
