/// A body in which each line is JSON (JSON Lines, `application/jsonl` and its relatives): as it comes in, or as it is produced.
///
/// Empty lines are skipped, and so is the record separator of RFC 7464.
public struct JSONLines<Value: JSONCodable>: AsyncSequence, Sendable {
    public typealias Element = Value

    private let makeBody: @Sendable (_ separatesRecords: Bool) -> HTTPBody
    private let decoding: StreamedDecoding

    /// Lines that come in.
    public init(_ body: HTTPBody) {
        self.init(body, check: nil)
    }

    init(_ body: HTTPBody, check: SchemaCheck?, isLenient: Bool = false, isRequest: Bool = false) {
        makeBody = { _ in body }
        decoding = StreamedDecoding(check: check, isLenient: isLenient, isRequest: isRequest)
    }

    /// Values to send, each when it comes.
    public init<Values: AsyncSequence & Sendable>(_ values: Values) where Values.Element == Value {
        makeBody = { separatesRecords in
            HTTPBody(EncodedElements(values) { (separatesRecords ? [0x1E] : []) + (try writeJSON($0)) + [10] })
        }
        decoding = StreamedDecoding()
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(lines: LineIterator(makeBody(false), endsAtReturn: false), decoding: decoding)
    }

    /// The lines as bytes; a JSON text sequence has a record separator before each of them (RFC 7464).
    func body(as mediaType: String) -> HTTPBody {
        makeBody(MediaType(mediaType).map { $0.subtype.hasSuffix("json-seq") } ?? false)
    }

    /// Gives the values in their order.
    public struct Iterator: AsyncIteratorProtocol {
        var lines: LineIterator
        let decoding: StreamedDecoding
        var number = 0

        /// - Throws: `JSONError` where a line cannot be read, in a server ``RequestFailure`` instead; what the body throws; where lines
        ///   are checked, a line that violates its schema.
        public mutating func next() async throws -> Value? {
            while let line = try await lines.next() {
                number += 1
                if let value = try Self.value(of: line, decoding, number) { return value }
            }
            return nil
        }

        /// `nil` for a line that says nothing. Swift 6.3's optimizer crashes where this becomes a part of `next()`.
        @inline(never)
        private static func value(of line: [UInt8], _ decoding: StreamedDecoding, _ number: Int) throws -> Value? {
            let json = line.first == 0x1E ? Array(line.dropFirst()) : line
            if json.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
            return try decoding.value(Value.self, from: json, at: "line \(number)")
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
