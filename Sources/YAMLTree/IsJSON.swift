internal import Diagnostics

extension YAMLNode {
    /// Whether the author wrote the value as JSON (RFC 8259), which a YAML document may contain too.
    package var isJSON: Bool {
        guard isMapping || isSequence else { return false }
        // All of a document in JSON is JSON.
        if tree.sources[Int(record.source)].isJSON { return true }
        let text = Array(sourceText.utf8)
        guard text.first == UInt8(ascii: "{") || text.first == UInt8(ascii: "[") else { return false }
        var builder = TreeBuilder(file: position.file, byteCount: text.count, merging: false, isLenient: true)
        return text.withUnsafeBufferPointer { readJSON($0, into: &builder) } == nil
    }
}
