/// The names of one scope, each given once: the first who asks for a name gets it, later ones a number behind it.
struct NameScope {
    private var taken: Set<String>
    /// The number to try next for a wish, so that a thousand equal wishes stay linear.
    private var nextNumbers: [String: Int] = [:]

    /// - Parameter reserved: names that nobody gets as they are.
    init(reserved: Set<String> = []) {
        taken = reserved
    }

    /// The wished name, or the first free one that starts with it.
    ///
    /// - Parameter alternative: what to try before a number is put behind the name.
    mutating func claim(_ wish: Identifier, alternative: Identifier? = nil) -> Identifier {
        if taken.insert(wish.name).inserted { return wish }
        if let alternative, taken.insert(alternative.name).inserted { return alternative }
        let separator = wish.name.last?.isNumber == true ? "_" : ""
        var number = nextNumbers[wish.name] ?? 2
        while true {
            let candidate = wish.appending("\(separator)\(number)")
            number += 1
            if taken.insert(candidate.name).inserted {
                nextNumbers[wish.name] = number
                return candidate
            }
        }
    }

    func contains(_ identifier: Identifier) -> Bool {
        taken.contains(identifier.name)
    }
}
