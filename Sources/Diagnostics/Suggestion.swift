/// The candidate that a misspelt name most likely means, or nil when none is close.
package func closestMatch(to name: String, in candidates: [String]) -> String? {
    let letters = Array(name.lowercased().unicodeScalars)
    guard letters.count <= 64 else { return nil }
    var best: (candidate: String, distance: Int)?
    let limit = max(1, letters.count / 3)
    for candidate in candidates where abs(candidate.unicodeScalars.count - letters.count) <= limit {
        let distance = editDistance(letters, Array(candidate.lowercased().unicodeScalars))
        if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.candidate
}

/// How many letters have to be put in, taken out or replaced to make one text from the other.
private func editDistance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var row = Array(0...other.count)
    for (i, letter) in one.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, otherLetter) in other.enumerated() {
            let above = row[j + 1]
            row[j + 1] = letter == otherLetter ? diagonal : min(diagonal, above, row[j]) + 1
            diagonal = above
        }
    }
    return row[other.count]
}
