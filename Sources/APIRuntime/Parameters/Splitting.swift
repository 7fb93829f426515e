extension StringProtocol where SubSequence == Substring {
    /// The pieces between the places where a byte of ASCII stands, empty ones among them.
    ///
    /// Bytes and not characters are compared: a mark that combines with a delimiter must not hide it.
    func pieces(between delimiter: UInt8) -> [Substring] {
        var pieces: [Substring] = []
        var start = startIndex
        var index = start
        while index != endIndex {
            let next = utf8.index(after: index)
            if utf8[index] == delimiter {
                pieces.append(self[start..<index])
                start = next
            }
            index = next
        }
        pieces.append(self[start...])
        return pieces
    }

    /// What stands before the first of these bytes of ASCII.
    func beforeFirst(_ first: UInt8, or second: UInt8) -> Substring {
        self[..<(utf8.firstIndex { $0 == first || $0 == second } ?? endIndex)]
    }
}
