import Diagnostics

/// The examples made so far, because checks and several pages ask for the same ones.
package final class ExampleCache: Sendable {
    private struct Key: Hashable {
        let schema: SchemaID
        let directions: Directions
    }

    private let examples = Locked<[Key: MadeExample]>([:])

    package init() {}

    /// Returns the example for a schema, which is made when it is asked for the first time.
    func example(for schema: SchemaID, _ directions: Directions, making make: () -> MadeExample) -> MadeExample {
        let key = Key(schema: schema, directions: directions)
        if let known = examples.withLock({ $0[key] }) { return known }
        let made = make()
        examples.withLock { $0[key] = made }
        return made
    }
}
