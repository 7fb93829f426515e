/// A text that diagnostics refer to: a document, a configuration or a template.
package struct SourceFile: Sendable {
    /// The identifier of a source within a ``DiagnosticLog``.
    package struct ID: Hashable, Sendable {
        package let index: Int32
    }

    /// The path as the user gave it, for display only.
    package let path: String
    /// The text, which should be UTF-8.
    package let bytes: [UInt8]

    /// - Parameter bytes: The content of the file; a byte order mark is removed, and UTF-16 and UTF-32 are recognized by theirs.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = decodeByteOrderMark(bytes)
    }

    /// Returns the text of a line without its line break (LF, CR LF or CR), or `nil` if there is no such line.
    ///
    /// - Parameter number: The number of the line, starting at 1.
    package func line(_ number: Int) -> String? {
        bytes(ofLine: number).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    /// Returns the range of a line without its line break.
    func bytes(ofLine number: Int) -> Range<Int>? {
        bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return number == 1 ? 0..<0 : nil }
            var line = 1
            var start = 0
            // A loop over a pointer, because sources can have megabytes and generic calls are slow in debug builds.
            var index = 0
            while index < bytes.count {
                let byte = base[index]
                index &+= 1
                guard byte == 0x0A || byte == 0x0D else { continue }
                if line == number { return start..<index - 1 }
                if byte == 0x0D, index < bytes.count, base[index] == 0x0A { index &+= 1 }
                line &+= 1
                start = index
            }
            return line == number ? start..<bytes.count : nil
        }
    }
}
