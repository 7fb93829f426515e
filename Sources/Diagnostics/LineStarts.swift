/// Where the lines of a text start, found when the first one is asked for, because a text can have thousands of diagnostics.
final class LineStarts: Sendable {
    private let starts = Locked<[Int]>([])

    /// Returns the offset of a line, or `nil` if there is no such line.
    ///
    /// - Parameter number: The number of the line, starting at 1.
    func start(ofLine number: Int, in bytes: [UInt8]) -> Int? {
        starts.withLock { starts in
            if starts.isEmpty { starts = lineStarts(of: bytes) }
            return starts.indices.contains(number - 1) ? starts[number - 1] : nil
        }
    }
}

/// The offsets at which lines start; LF, CR LF and CR end one.
private func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    bytes.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        // A loop over a pointer, because sources can have megabytes and generic calls are slow in debug builds.
        var index = 0
        while index < bytes.count {
            let byte = base[index]
            index &+= 1
            guard byte == 0x0A || byte == 0x0D else { continue }
            if byte == 0x0D, index < bytes.count, base[index] == 0x0A { index &+= 1 }
            starts.append(index)
        }
    }
    return starts
}
