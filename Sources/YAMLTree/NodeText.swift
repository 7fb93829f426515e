internal import Diagnostics

extension YAMLNode {
    /// The node's source text, from its first to its last character; later lines keep their indentation.
    package var sourceText: String {
        let record = record
        let own = tree.sources[Int(record.source)]
        let source = own.text.bytes
        let start = own.lines.offset(of: record.start, in: source)
        var end = min(max(start, own.lines.offset(of: record.end, in: source)), start + Limits.text)
        while end > start, [0x20, 0x0A, 0x0D, 0x09].contains(source[end - 1]) { end -= 1 }
        let text = source[start..<end]
        guard text.contains(0x0D) else { return String(decoding: text, as: UTF8.self) }
        return String(decoding: text.filter { $0 != 0x0D }, as: UTF8.self)
    }

    /// The number of characters before the node on its first line.
    package var sourceIndent: Int { Int(record.start.column) - 1 }
}
