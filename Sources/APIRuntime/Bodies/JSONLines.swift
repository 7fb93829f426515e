/// A body in which each line is JSON (JSON Lines, `application/jsonl` and its relatives): as it comes in, or as it is produced.
///
/// Empty lines are skipped, and so is the record separator of RFC 7464.
public struct JSONLines<Value: JSONCodable>: AsyncSequence, Sendable {
    public typealias Element = Value

    private let makeBody: @Sendable (_ separatesRecords: Bool) -> HTTPBody
    private let check: SchemaCheck?
    private let isLenient: Bool

    /// Lines that come in.
    public init(_ body: HTTPBody) {
        self.init(body, check: nil)
    }

    /// - Parameter isLenient: whether timestamps are read that miss RFC 3339 by a little.
    init(_ body: HTTPBody, check: SchemaCheck?, isLenient: Bool = false) {
        makeBody = { _ in body }
        self.check = check
        self.isLenient = isLenient
    }

    /// Values to send, each when it comes.
    public init<Values: AsyncSequence & Sendable>(_ values: Values) where Values.Element == Value {
        makeBody = { separatesRecords in
            HTTPBody(EncodedElements(values) { (separatesRecords ? [0x1E] : []) + (try writeJSON($0)) + [10] })
        }
        check = nil
        isLenient = false
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(lines: LineIterator(makeBody(false), endsAtReturn: false), check: check, isLenient: isLenient)
    }

    /// The lines as bytes; a JSON text sequence has a record separator before each of them (RFC 7464).
    func body(as mediaType: String) -> HTTPBody {
        makeBody(MediaType(mediaType).map { $0.subtype.hasSuffix("json-seq") } ?? false)
    }

    /// Gives the values in their order.
    public struct Iterator: AsyncIteratorProtocol {
        var lines: LineIterator
        let check: SchemaCheck?
        let isLenient: Bool

        /// - Throws: `JSONError` where a line cannot be read; what the body throws; where lines are checked, a line that violates its schema.
        public mutating func next() async throws -> Value? {
            while let line = try await lines.next() {
                if let value = try Self.value(of: line, check, isLenient) { return value }
            }
            return nil
        }

        /// `nil` for a line that says nothing. Swift 6.3's optimizer crashes where this becomes a part of `next()`.
        @inline(never)
        private static func value(of line: [UInt8], _ check: SchemaCheck?, _ isLenient: Bool) throws -> Value? {
            let json = line.first == 0x1E ? Array(line.dropFirst()) : line
            if json.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
            try check?.validate(json: json)
            return try readJSON(Value.self, from: json, timestampsAreLenient: isLenient)
        }
    }
}

extension ServerResponse {
    /// Values as JSON, one a line, as they come.
    public static func lines<Value>(
        _ status: Int, _ lines: JSONLines<Value>, as mediaType: String = "application/jsonl"
    ) -> ServerResponse {
        .bytes(status, lines.body(as: mediaType), as: mediaType)
    }
}
