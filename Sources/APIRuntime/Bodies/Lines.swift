/// Cuts chunks into lines. A line may end with LF, CR LF, or CR.
struct LineIterator {
    /// The greatest number of bytes of a line.
    static let limit = 1 << 24

    private var chunks: HTTPBody.Iterator
    private var chunk: [UInt8] = []
    private var position = 0
    private var line: [UInt8] = []
    private var isAfterReturn = false
    private let endsAtReturn: Bool

    init(_ body: HTTPBody, endsAtReturn: Bool) {
        chunks = body.makeAsyncIterator()
        self.endsAtReturn = endsAtReturn
    }

    /// The next line without its end; a last line without an end counts where it has bytes.
    mutating func next() async throws -> [UInt8]? {
        while true {
            if let line = takeLine() { return line }
            guard line.count < Self.limit else { throw HTTPBodyError.tooLarge(limit: Self.limit) }
            guard let more = try await chunks.next() else {
                defer { line = [] }
                return line.isEmpty ? nil : line
            }
            chunk = more
            position = 0
        }
    }

    private mutating func takeLine() -> [UInt8]? {
        if isAfterReturn, position < chunk.count {
            if chunk[position] == 10 { position += 1 }
            isAfterReturn = false
        }
        guard let end = chunk[position...].firstIndex(where: { $0 == 10 || (endsAtReturn && $0 == 13) }) else {
            line.append(contentsOf: chunk[position...])
            position = chunk.count
            return nil
        }
        line.append(contentsOf: chunk[position..<end])
        isAfterReturn = chunk[end] == 13
        position = end + 1
        defer { line = [] }
        return line
    }
}
