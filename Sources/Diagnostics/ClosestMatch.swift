/// Returns the candidate closest to a misspelled name, or `nil` if none is close.
///
/// A candidate is close if at most a third of the name's characters are inserted, removed, replaced or swapped.
package func closestMatch(to name: String, in candidates: [String]) -> String? {
    let letters = Array(name.lowercased().unicodeScalars)
    // Longer names are not typed by hand, and the cost of the comparison is quadratic.
    guard letters.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates.prefix(5_000) {
        let limit = (best?.distance ?? max(1, letters.count / 3) + 1) - 1
        let other = Array(candidate.lowercased().unicodeScalars.prefix(100))
        guard candidate != name, abs(other.count - letters.count) <= limit else { continue }
        let distance = editDistance(letters, other)
        if distance <= limit { best = (candidate, distance) }
        if distance == 0 { break }
    }
    return best?.name
}

/// Returns the end of a message that proposes a name: `; did you mean 'name'?`, or nothing.
package func suggestion(_ guess: String?) -> String {
    guess.map { "; did you mean '\($0)'?" } ?? ""
}

/// Returns the end of a message about an unknown name that proposes the closest candidate, or nothing.
package func suggestion(for name: String, among candidates: [String]) -> String {
    suggestion(closestMatch(to: name, in: candidates))
}

private func editDistance(_ one: [UnicodeScalar], _ other: [UnicodeScalar]) -> Int {
    var beforePrevious = Array(repeating: 0, count: other.count + 1)
    var previous = Array(0...other.count)
    for (row, letter) in one.enumerated() {
        var current = [row + 1]
        for (column, otherLetter) in other.enumerated() {
            var distance = min(
                previous[column + 1] + 1, current[column] + 1, previous[column] + (letter == otherLetter ? 0 : 1))
            if row > 0, column > 0, letter == other[column - 1], one[row - 1] == otherLetter {
                distance = min(distance, beforePrevious[column - 1] + 1)
            }
            current.append(distance)
        }
        beforePrevious = previous
        previous = current
    }
    return previous[other.count]
}
