/// Words that need backticks as a name: declarations', statements', expressions' and types' reserved words, and words that
/// Swift reads as part of an expression where a name stands behind them.
private let swiftKeywords: Set<String> = [
    "associatedtype", "class", "deinit", "enum", "extension", "fileprivate", "func", "import", "init", "inout",
    "internal", "let", "operator", "precedencegroup", "private", "protocol", "public", "rethrows", "static",
    "struct", "subscript", "typealias", "var", "break", "case", "catch", "continue", "default", "defer", "do", "else",
    "fallthrough", "for", "guard", "if", "in", "repeat", "return", "switch", "throw", "where", "while", "Any", "as",
    "await", "false", "is", "nil", "super", "throws", "true", "try", "Self", "async", "unsafe",
]

/// Whether a name needs backticks.
func isSwiftKeyword(_ name: String) -> Bool {
    // Most names have a capital inside or are longer than all keywords, which is seen without a hash of them.
    guard name.utf8.count <= 15 else { return false }
    var name = name
    let isCandidate = name.withUTF8 { bytes in
        var index = 1
        while index < bytes.count {
            guard bytes[index] &- 0x61 < 26 else { return false }
            index &+= 1
        }
        return index > 1
    }
    return isCandidate && swiftKeywords.contains(name)
}
