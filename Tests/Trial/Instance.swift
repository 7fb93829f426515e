/// A JSON value that was made to fit a schema, or not to.
package indirect enum Instance {
    /// A value whose JSON text is known, such as one of an `enum`.
    case text(String)
    case string(String)
    case array([Instance])
    case object([(name: String, value: Instance)])

    package var json: String {
        switch self {
        case .text(let text): text
        case .string(let string): quoted(string)
        case .array(let elements): "[" + elements.map(\.json).joined(separator: ",") + "]"
        case .object(let members): "{" + members.map { quoted($0.name) + ":" + $0.value.json }.joined(separator: ",") + "}"
        }
    }
}

private func quoted(_ string: String) -> String {
    var json = "\""
    for scalar in string.unicodeScalars {
        switch scalar {
        case "\"": json += "\\\""
        case "\\": json += "\\\\"
        case "\u{0}"..<"\u{20}": json += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        default: json.unicodeScalars.append(scalar)
        }
    }
    return json + "\""
}

/// Numbers that are the same for the same seed, on every machine (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
