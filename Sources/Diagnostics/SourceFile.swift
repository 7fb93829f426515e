/// A text that diagnostics can point into: a document, a configuration or a template.
package struct SourceFile: Sendable {
    /// Names one source within a ``DiagnosticLog``.
    package struct ID: Hashable, Sendable {
        package let index: Int32
    }

    /// The path as the user gave it; it is printed and never opened again.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The text of a line without its line break, or nil when the file has no such line.
    ///
    /// - Parameter number: 1 for the first line.
    package func line(_ number: Int) -> String? {
        var start = 0
        for _ in 1..<max(number, 1) {
            guard let lineBreak = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            start = lineBreak + 1
        }
        var end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
