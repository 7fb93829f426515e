/// The values of a body in which each line is JSON (JSON Lines, `application/jsonl` and its relatives).
///
/// Empty lines are skipped, and so is the record separator of RFC 7464.
public struct JSONLines<Value: JSONCodable>: AsyncSequence, Sendable {
    public typealias Element = Value

    private let body: HTTPBody

    public init(_ body: HTTPBody) {
        self.body = body
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(lines: LineIterator(body, endsAtReturn: false))
    }

    /// Gives the values in their order.
    public struct Iterator: AsyncIteratorProtocol {
        var lines: LineIterator

        /// - Throws: `JSONError` where a line cannot be read; what the body throws.
        public mutating func next() async throws -> Value? {
            while let line = try await lines.next() {
                if let value = try Self.value(of: line) { return value }
            }
            return nil
        }

        /// `nil` for a line that says nothing. Swift 6.3's optimizer crashes where this becomes a part of `next()`.
        @inline(never)
        private static func value(of line: [UInt8]) throws -> Value? {
            let json = line.first == 0x1E ? Array(line.dropFirst()) : line
            if json.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
            return try readJSON(Value.self, from: json)
        }
    }
}

/// Writes each value as a line.
struct JSONLinesWriter<Values: AsyncSequence & Sendable>: AsyncSequence, Sendable where Values.Element: JSONCodable {
    typealias Element = [UInt8]

    let values: Values

    init(_ values: Values) {
        self.values = values
    }

    func makeAsyncIterator() -> Iterator {
        Iterator(values: values.makeAsyncIterator())
    }

    struct Iterator: AsyncIteratorProtocol {
        var values: Values.AsyncIterator

        mutating func next() async throws -> [UInt8]? {
            try await next(isolation: nil)
        }

        mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> [UInt8]? {
            guard let value = try await values.next(isolation: actor) else { return nil }
            return try writeJSON(value) + [10]
        }
    }
}

extension ServerResponse {
    /// Values as JSON, one a line, as they come.
    public static func lines<Values: AsyncSequence & Sendable>(
        _ status: Int, _ values: Values, as mediaType: String = "application/jsonl"
    ) -> ServerResponse where Values.Element: JSONCodable {
        .bytes(status, HTTPBody(JSONLinesWriter(values)), as: mediaType)
    }
}
