extension AsyncIteratorProtocol {
    /// Returns the next element without leaving the caller's actor, as `next(isolation:)` does on systems that have it.
    ///
    /// - Parameter actor: The actor of the caller.
    /// - Returns: The next element, or `nil` at the end.
    mutating func nextElement(isolation actor: isolated (any Actor)?) async throws -> Element? {
        if #available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *) {
            return try await next(isolation: actor)
        }
        // Nothing else can reach the iterator until the call returns, because the caller holds it for writing.
        nonisolated(unsafe) var iterator = self
        defer { self = iterator }
        nonisolated(unsafe) let element = try await iterator.next()
        return element
    }
}
