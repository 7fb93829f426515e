/// Builds a JSON text in lines that are no longer than needed.
package struct JSONLines {
    private static let width = 116

    package private(set) var lines: [String] = [""]
    private var needsComma = false

    package init() {}

    package mutating func begin(_ bracket: String) {
        separate()
        append(bracket)
        needsComma = false
    }

    package mutating func end(_ bracket: String) {
        append(bracket)
        needsComma = true
    }

    package mutating func key(_ name: String) {
        separate()
        append(Self.literal(name) + ":")
        needsComma = false
    }

    /// Appends a value that is JSON already.
    package mutating func raw(_ json: String) {
        separate()
        append(json)
        needsComma = true
    }

    package mutating func member(_ name: String, raw json: String) {
        separate()
        append(Self.literal(name) + ":" + json)
        needsComma = true
    }

    package mutating func member(_ name: String, _ text: String) { member(name, raw: Self.literal(text)) }

    package mutating func member(_ name: String, number: Int) { member(name, raw: String(number)) }

    package mutating func member(_ name: String, list: [String]) { member(name, raws: list.map(Self.literal)) }

    package mutating func member(_ name: String, raws: [String]) {
        key(name)
        begin("[")
        for text in raws { raw(text) }
        end("]")
    }

    package mutating func breakLine() {
        separate()
        needsComma = false
        lines.append("")
    }

    private mutating func separate() {
        guard needsComma else { return }
        lines[lines.count - 1] += ","
        needsComma = false
    }

    private mutating func append(_ text: String) {
        let length = lines[lines.count - 1].utf8.count
        if length > 0, length + text.utf8.count > Self.width { lines.append("") }
        lines[lines.count - 1] += text.unicodeScalars.contains(where: isInvisible) ? Self.escapingInvisible(text) : text
    }

    private static func literal(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { literal += "\\" }
            literal.unicodeScalars.append(scalar)
        }
        return literal + "\""
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
