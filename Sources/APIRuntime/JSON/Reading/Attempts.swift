/// What reading has tried in vain, so that alternatives nested in alternatives take no exponential time.
struct Attempts {
    struct Attempt: Hashable {
        let offset: Int
        let type: ObjectIdentifier
    }

    private var failed: Set<Attempt> = []
    /// The alternative that was chosen for a value within another choice.
    var choices: [Attempt: ObjectIdentifier] = [:]
    /// How many bytes may still be read in vain.
    private var budget: Int
    private(set) var areExhausted = false

    init(documentLength: Int) {
        budget = (1 << 22) + min(documentLength, Int.max >> 8) * 64
    }

    func hasFailed(_ type: Any.Type, at offset: Int) -> Bool {
        areExhausted || (!failed.isEmpty && failed.contains(Attempt(offset: offset, type: ObjectIdentifier(type))))
    }

    /// - Parameter isNested: Whether the value is an array or object. To try a scalar once more takes no longer than to look it up.
    mutating func fail(_ type: Any.Type, at offset: Int, having read: Int, isNested: Bool) {
        if isNested { failed.insert(Attempt(offset: offset, type: ObjectIdentifier(type))) }
        spend(read + 64)
    }

    /// Counts bytes that were looked at and will be read again.
    mutating func spend(_ bytes: Int) {
        budget -= bytes
        if budget < 0 { areExhausted = true }
    }
}
