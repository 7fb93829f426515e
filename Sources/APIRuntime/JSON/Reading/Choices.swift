/// The results of decoding one value as several alternatives.
public struct JSONChoice {
    let place: Attempts.Attempt
    /// Where the value begins.
    let start: Int
    /// The alternative that an earlier reading of the same value ended with.
    var known: ObjectIdentifier?
    var best: ObjectIdentifier?
    /// Whether the value of the best alternative was returned.
    var isReturned = true
    var end: Int
    /// How much of the value the best alternative does not know.
    var fewestMisfits = Int.max
    var isWithinAnother: Bool
}

extension JSONReader {
    /// Starts to read the next value as the best of several alternatives: the first one that knows all of its members and
    /// words, or else the one that leaves the fewest aside.
    ///
    /// - Parameter type: the type that the alternatives belong to.
    public mutating func beginChoice(of type: Any.Type) -> JSONChoice {
        skipWhitespace()
        let place = Attempts.Attempt(offset: position, type: ObjectIdentifier(type))
        defer { openChoices += 1 }
        return JSONChoice(
            place: place, start: position, known: attempts.choices[place], end: position, isWithinAnother: openChoices > 0)
    }

    /// Reads the value as one of the alternatives.
    ///
    /// A large value is returned only once nothing can suit it better, so that values of two alternatives are not held at a time.
    ///
    /// - Returns: nil when it is not of that type, or another alternative suits it at least as well.
    public mutating func attempt<Value: JSONCodable>(_ type: Value.Type, in choice: inout JSONChoice) -> Value? {
        let identifier = ObjectIdentifier(type)
        guard choice.fewestMisfits > 0, choice.known.map({ $0 == identifier }) ?? true else { return nil }
        position = choice.start
        let outerMisfits = misfits
        misfits = 0
        defer { misfits = outerMisfits }
        guard let value = attempt(type) else { return nil }
        if choice.best != nil { attempts.spend(position - choice.start) }
        guard misfits < choice.fewestMisfits else { return nil }
        choice.fewestMisfits = misfits
        choice.best = identifier
        choice.end = position
        choice.isReturned = misfits == 0 || choice.known != nil || position - choice.start < Self.largeValue
        return choice.isReturned ? value : nil
    }

    /// The number of bytes from which a value counts as large.
    private static var largeValue: Int { 1 << 14 }

    /// Ends the choice, and steps behind the value when one of the alternatives suited it.
    ///
    /// - Returns: Whether the alternatives have to be read once more, because the value of the best one was not returned.
    public mutating func readsAgain(_ choice: inout JSONChoice) -> Bool {
        if let best = choice.best, !choice.isReturned {
            choice.known = best
            choice.best = nil
            choice.fewestMisfits = .max
            attempts.spend(choice.end - choice.start)
            return true
        }
        endChoice(choice)
        return false
    }

    private mutating func endChoice(_ choice: JSONChoice) {
        openChoices -= 1
        position = choice.end
        guard let best = choice.best else { return }
        misfits += choice.fewestMisfits
        // An outer choice reads the value again, which must not repeat the choice at each level. A scalar has no levels.
        if choice.isWithinAnother, isContainer(at: choice.start) { attempts.choices[choice.place] = best }
    }

    /// Reads a value that none of the alternatives suits.
    ///
    /// - Throws: when it is no JSON.
    public mutating func unknownAlternative() throws(JSONError) -> JSONValue {
        misfits += 1
        return try JSONValue(reading: &self)
    }
}
