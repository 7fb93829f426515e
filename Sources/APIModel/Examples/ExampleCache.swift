import Diagnostics

/// The examples made so far, because checks and several pages need the same ones.
final class ExampleCache: Sendable {
    private struct Key: Hashable {
        let schema: SchemaID
        let directions: Directions
    }

    private struct State {
        var examples: [Key: MadeExample] = [:]
        /// How many more schemas may be looked at for all examples. Large real documents need fewer than 40,000.
        var stepsLeft = 1_000_000
    }

    private let state = Locked(State())

    /// Returns the example for a schema, which is made when it is asked for the first time.
    ///
    /// - Parameter make: A closure that makes it and subtracts what it uses from the remaining steps of the document.
    func example(for schema: SchemaID, _ directions: Directions, making make: (inout Int) -> MadeExample) -> MadeExample {
        let key = Key(schema: schema, directions: directions)
        if let known = state.withLock({ $0.examples[key] }) { return known }
        var stepsLeft = state.withLock { $0.stepsLeft }
        let made = make(&stepsLeft)
        state.withLock { state in
            state.examples[key] = made
            state.stepsLeft = stepsLeft
        }
        return made
    }
}
