/// The names of one scope, each given once: the first claim gets the name, later ones the name with a number.
package struct NameScope {
    /// The names that the scope reserves, apart from those taken, so that scopes share them.
    private let reserved: Set<String>
    private let others: Set<String>
    private var taken: Set<String>
    /// The names that are kept for things which have not claimed them yet.
    private var held: Set<String> = []
    /// The number to try next for a preferred name, so that a thousand equal names take linear time.
    private var nextNumbers: [String: Int] = [:]

    /// - Parameters:
    ///   - scope: The scope, which reserves some names.
    ///   - others: more such names.
    package init(_ scope: GeneratedScope, reserving others: Set<String> = []) {
        reserved = scope.reservedNames
        self.others = others
        taken = others
    }

    /// The names that were given out, without the reserved ones.
    package var claimed: Set<String> { taken.subtracting(others).subtracting(held) }

    /// Returns the preferred name, or the first free one that starts with it.
    ///
    /// - Parameter alternative: what to try before a number is put behind the name.
    package mutating func claim(_ preferred: Identifier, alternative: Identifier? = nil) -> Identifier {
        let name = firstFree(preferred, alternative)
        taken.insert(name.name)
        return name
    }

    /// Returns the first free candidate, or the first one with a number.
    mutating func claim(_ candidates: [TypeName.Candidate]) -> TypeName.Candidate {
        if let free = candidates.first(where: { isFree($0.name) }) {
            return TypeName.Candidate(name: claim(free.name), path: free.path)
        }
        let name = claim(candidates[0].name)
        return TypeName.Candidate(name: name, path: TypeName(name))
    }

    /// Keeps a name for ``claimHeld(_:)``, unless the scope reserves it or it was claimed.
    mutating func hold(_ name: Identifier) {
        if !reserved.contains(name.name), taken.insert(name.name).inserted { held.insert(name.name) }
    }

    func holds(_ name: Identifier) -> Bool { held.contains(name.name) }

    /// Claims a name that is held; nil where it is not, or no longer.
    mutating func claimHeld(_ name: Identifier) -> Identifier? {
        held.remove(name.name) == nil ? nil : name
    }

    /// Whether the name can be had as it is.
    package func isFree(_ preferred: Identifier) -> Bool {
        isFree(preferred.name)
    }

    private func isFree(_ name: String) -> Bool {
        !reserved.contains(name) && !taken.contains(name)
    }

    private mutating func firstFree(_ preferred: Identifier, _ alternative: Identifier?) -> Identifier {
        if isFree(preferred.name) { return preferred }
        if let alternative, isFree(alternative.name) { return alternative }
        let separator = preferred.name.last?.isNumber == true ? "_" : ""
        var number = nextNumbers[preferred.name] ?? 2
        while true {
            let candidate = preferred.appending("\(separator)\(number)")
            number += 1
            if isFree(candidate.name) {
                nextNumbers[preferred.name] = number
                return candidate
            }
        }
    }
}
