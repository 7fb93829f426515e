extension StringProtocol where SubSequence == Substring {
    /// The pieces between the places where a byte of ASCII stands, empty ones among them.
    ///
    /// Bytes and not characters are compared: a mark that combines with a delimiter must not hide it.
    func pieces(between delimiter: UInt8) -> [Substring] {
        var pieces: [Substring] = []
        forEachPiece(between: delimiter) { pieces.append($0) }
        return pieces
    }

    /// Calls a function with each piece between the places where a byte of ASCII stands.
    func forEachPiece<Failure: Error>(
        between delimiter: UInt8, _ body: (Substring) throws(Failure) -> Void
    ) throws(Failure) {
        var start = startIndex
        while let index = utf8[start...].firstIndex(of: delimiter) {
            try body(self[start..<index])
            start = utf8.index(after: index)
        }
        try body(self[start...])
    }

    /// What stands before the first of these bytes of ASCII.
    func beforeFirst(_ first: UInt8, or second: UInt8) -> Substring {
        self[..<(utf8.firstIndex { $0 == first || $0 == second } ?? endIndex)]
    }
}
