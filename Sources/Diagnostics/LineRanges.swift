/// The ranges of the lines of a text, found when the first one is requested, because a text can have thousands of diagnostics.
final class LineRanges: Sendable {
    private let ranges = Locked<[Range<Int>]>([])

    /// Returns the range of a line without its line break, or `nil` if there is no such line.
    ///
    /// - Parameter number: The number of the line, starting at 1.
    func range(ofLine number: Int, in bytes: [UInt8]) -> Range<Int>? {
        ranges.withLock { ranges in
            if ranges.isEmpty { ranges = lineRanges(of: bytes) }
            return ranges.indices.contains(number - 1) ? ranges[number - 1] : nil
        }
    }
}

/// The ranges of lines, which LF, CR LF and CR end.
private func lineRanges(of bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    bytes.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        // A loop over a pointer, because sources can have megabytes and generic calls are slow in debug builds.
        var index = 0
        while index < bytes.count {
            let byte = base[index]
            index &+= 1
            guard byte == 0x0A || byte == 0x0D else { continue }
            ranges.append(start..<index - 1)
            if byte == 0x0D, index < bytes.count, base[index] == 0x0A { index &+= 1 }
            start = index
        }
    }
    ranges.append(start..<bytes.count)
    return ranges
}
