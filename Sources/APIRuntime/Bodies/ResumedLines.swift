/// Values of JSON Lines that go on with another response when one breaks off.
public struct ResumedLines<Value: JSONCodable>: AsyncSequence, Sendable {
    public typealias Element = Value

    let first: JSONLines<Value>
    let limit: Int
    let pause: Duration
    let resume: @Sendable (_ last: Value?) async throws -> JSONLines<Value>

    public func makeAsyncIterator() -> Iterator {
        Iterator(sequence: self, lines: first.makeAsyncIterator())
    }

    /// Returns the values in their order.
    public struct Iterator: AsyncIteratorProtocol {
        let sequence: ResumedLines
        var lines: JSONLines<Value>.Iterator
        var last: Value?
        var attempts = 0

        /// - Throws: What the values throw, after the last attempt.
        public mutating func next() async throws -> Value? {
            while true {
                do {
                    let value = try await lines.next()
                    if let value { (last, attempts) = (value, 0) }
                    return value
                } catch {
                    try await reopen(after: error)
                }
            }
        }

        private mutating func reopen(after failure: any Error) async throws {
            var failure = failure
            while mayPass(failure), attempts < sequence.limit {
                attempts += 1
                try await Task.sleep(for: sequence.pause)
                do {
                    lines = try await sequence.resume(last).makeAsyncIterator()
                    return
                } catch {
                    failure = error
                }
            }
            throw failure
        }
    }
}

extension JSONLines {
    /// Returns the values, and after a connection that breaks off those of another response.
    ///
    ///     let lines = try await client.log().resuming(max: 10) { last in try await client.log(after: last?.id) }
    ///
    /// - Parameters:
    ///   - limit: The greatest number of attempts in a row without a value.
    ///   - pause: The time to wait before each attempt.
    ///   - resume: Returns the values that follow the last one that was received; `nil` if there was none.
    public func resuming(
        max limit: Int, pause: Duration = .seconds(1),
        _ resume: @escaping @Sendable (_ last: Value?) async throws -> JSONLines<Value>
    ) -> ResumedLines<Value> {
        ResumedLines(first: self, limit: limit, pause: pause, resume: resume)
    }
}
