/// Builds a JSON text in lines that are no longer than needed.
package struct JSONLines {
    private static let width = 116

    private var bytes: [UInt8] = []
    /// Where each line starts.
    private var starts = [0]
    private var needsComma = false
    /// What is to stand on one line.
    private var piece: [UInt8] = []

    package init() {}

    /// The lines so far.
    package var lines: [String] {
        bytes.withUnsafeBufferPointer { bytes in
            starts.indices.map { index in
                let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
                return String(decoding: UnsafeBufferPointer(rebasing: bytes[starts[index]..<end]), as: UTF8.self)
            }
        }
    }

    package mutating func begin(_ bracket: String) {
        separate()
        append(bracket)
        finishPiece()
        needsComma = false
    }

    package mutating func end(_ bracket: String) {
        append(bracket)
        finishPiece()
        needsComma = true
    }

    package mutating func key(_ name: String) {
        separate()
        appendLiteral(name)
        append(":")
        finishPiece()
        needsComma = false
    }

    /// Appends a value that is JSON already.
    package mutating func raw(_ json: String) {
        separate()
        append(json)
        finishPiece()
        needsComma = true
    }

    package mutating func member(_ name: String, raw json: String) {
        separate()
        appendLiteral(name)
        append(":")
        append(json)
        finishPiece()
        needsComma = true
    }

    package mutating func member(_ name: String, _ text: String) {
        separate()
        appendLiteral(name)
        append(":")
        appendLiteral(text)
        finishPiece()
        needsComma = true
    }

    package mutating func member(_ name: String, number: Int) { member(name, raw: String(number)) }

    package mutating func member(_ name: String, list: [String]) {
        key(name)
        begin("[")
        for text in list {
            separate()
            appendLiteral(text)
            finishPiece()
            needsComma = true
        }
        end("]")
    }

    package mutating func member(_ name: String, raws: [String]) {
        key(name)
        begin("[")
        for text in raws { raw(text) }
        end("]")
    }

    package mutating func breakLine() {
        separate()
        needsComma = false
        starts.append(bytes.count)
    }

    private mutating func separate() {
        guard needsComma else { return }
        bytes.append(UInt8(ascii: ","))
        needsComma = false
    }

    private mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { piece.append(contentsOf: $0) }
    }

    private mutating func appendLiteral(_ text: String) {
        piece.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { bytes in
            guard bytes.contains(UInt8(ascii: "\""), or: UInt8(ascii: "\\"), or: UInt8(ascii: "\\")) else {
                return piece.append(contentsOf: bytes)
            }
            for byte in bytes {
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { piece.append(UInt8(ascii: "\\")) }
                piece.append(byte)
            }
        }
        piece.append(UInt8(ascii: "\""))
    }

    /// Puts the piece on the line, or on a new one where it does not fit.
    private mutating func finishPiece() {
        let isPlain = piece.withUnsafeBufferPointer { SwiftText.isPlain($0) }
        if !isPlain || piece.contains(UInt8(ascii: "\n")) {
            let text = String(decoding: piece, as: UTF8.self)
            fit(text.utf8.count)
            bytes += Self.escapingInvisible(text).utf8
        } else {
            fit(piece.count)
            bytes.append(contentsOf: piece)
        }
        piece.removeAll(keepingCapacity: true)
    }

    private mutating func fit(_ length: Int) {
        let used = bytes.count - starts[starts.count - 1]
        if used > 0, used + length > Self.width { starts.append(bytes.count) }
    }

    /// Invisible scalars occur only in strings, where JSON has escapes for them.
    private static func escapingInvisible(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if isInvisible(scalar) {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
