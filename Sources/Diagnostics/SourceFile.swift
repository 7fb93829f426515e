/// A text that diagnostics can point into: a document, a configuration or a template.
package struct SourceFile: Sendable {
    /// Names one source within a ``DiagnosticLog``.
    package struct ID: Hashable, Sendable {
        package let index: Int32
    }

    /// The path as the user gave it; it is printed and never opened again.
    package let path: String
    /// The text in UTF-8, or what should have been.
    package let bytes: [UInt8]

    /// - Parameter bytes: the file's content; a byte order mark is dropped, and UTF-16 and UTF-32 are told by theirs.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = decodeByteOrderMark(bytes)
    }

    /// The text of a line without its line break, which is LF, CR LF or CR, or nil when the file has no such line.
    ///
    /// - Parameter number: 1 for the first line.
    package func line(_ number: Int) -> String? {
        bytes(ofLine: number).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    /// Where a line lies, without its line break.
    func bytes(ofLine number: Int) -> Range<Int>? {
        bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return number == 1 ? 0..<0 : nil }
            var line = 1
            var start = 0
            // A loop over a pointer, because sources have megabytes and debug builds pay for every generic call.
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
