/// Returns whether a text matches a pattern, in which `*` matches any characters but slashes and `**` any characters.
///
/// It backtracks to the last star only, so the cost is bounded by the product of both lengths.
package func matchesGlob(_ text: [UInt8], _ pattern: [UInt8]) -> Bool {
    let star = UInt8(ascii: "*")
    var (textIndex, patternIndex) = (0, 0)
    // The position after the last star and how far it matches: one that stops at slashes and one that does not.
    var single: (pattern: Int, text: Int)?
    var double: (pattern: Int, text: Int)?
    while true {
        if patternIndex < pattern.count, pattern[patternIndex] == star {
            if patternIndex + 1 < pattern.count, pattern[patternIndex + 1] == star {
                patternIndex += 2
                (double, single) = ((patternIndex, textIndex), nil)
            } else {
                patternIndex += 1
                single = (patternIndex, textIndex)
            }
        } else if textIndex < text.count, patternIndex < pattern.count, pattern[patternIndex] == text[textIndex] {
            patternIndex += 1
            textIndex += 1
        } else if textIndex == text.count, patternIndex == pattern.count {
            return true
        } else if let last = single, last.text < text.count, text[last.text] != UInt8(ascii: "/") {
            single = (last.pattern, last.text + 1)
            (patternIndex, textIndex) = (last.pattern, last.text + 1)
        } else if let last = double, last.text < text.count {
            (double, single) = ((last.pattern, last.text + 1), nil)
            (patternIndex, textIndex) = (last.pattern, last.text + 1)
        } else {
            return false
        }
    }
}
