import Diagnostics

/// The examples made so far, because checks and several pages need the same ones.
final class ExampleCache: Sendable {
    fileprivate struct Key: Hashable {
        let schema: SchemaID
        let directions: Directions
    }

    fileprivate struct State {
        var examples: [Key: MadeExample] = [:]
        /// How many more schemas may be looked at for all examples. Large real documents need fewer than 40,000.
        var stepsLeft = 1_000_000
    }

    fileprivate let state = Locked(State())

    /// Returns the example for a schema, which is made when it is asked for the first time.
    ///
    /// - Parameter make: A closure that makes it and subtracts what it uses from the remaining steps of the document.
    func example(for schema: SchemaID, _ directions: Directions, making make: (inout Int) -> MadeExample) -> MadeExample {
        let key = Key(schema: schema, directions: directions)
        if let known = state.withLock({ $0.examples[key] }) { return known }
        let stepsBefore = state.withLock { $0.stepsLeft }
        var stepsLeft = stepsBefore
        let made = make(&stepsLeft)
        state.withLock { state in
            state.examples[key] = made
            state.stepsLeft -= stepsBefore - stepsLeft
        }
        return made
    }
}

/// The examples that were made at a moment.
package struct MadeExamples: Sendable {
    fileprivate let state: ExampleCache.State
}

extension SchemaGraph {
    package var madeExamples: MadeExamples { MadeExamples(state: examples.state.withLock { $0 }) }

    /// Forgets the examples made since a moment, and what they took of the document's limit.
    package func resetExamples(to moment: MadeExamples) {
        examples.state.withLock { $0 = moment.state }
    }

    /// Whether the limit for all examples has shortened none.
    package var canMakeAnyExample: Bool { examples.state.withLock { $0.stepsLeft >= mostStepsOfExample } }
}
