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
    private let lines = LineRanges()

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
        lines.range(ofLine: number, in: bytes)
    }
}
