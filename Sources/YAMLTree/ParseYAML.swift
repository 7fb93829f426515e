package import Diagnostics

/// Reads a YAML or JSON document, or returns `nil` after reporting errors.
///
/// - Parameter isLenient: Whether a duplicate key is a warning and its first value is used.
package func parseYAML(_ id: SourceFile.ID, isLenient: Bool = false, log: inout DiagnosticLog) -> YAMLTree? {
    let source = log.source(id)
    guard source.bytes.count <= Limits.bytes else {
        log.report(.tooLarge(source.bytes.count, at: Position(file: id, line: 1, column: 1)))
        return nil
    }
    return source.bytes.withUnsafeBufferPointer { bytes in
        guard startsLikeJSON(bytes) else { return parseEvents(of: source, bytes, id, isLenient, log: &log) }
        var builder = TreeBuilder(file: id, byteCount: bytes.count, merging: false, isLenient: isLenient)
        guard let problem = readJSON(bytes, into: &builder) else {
            return finish(builder, source, bytes, isJSON: true, log: &log)
        }
        return parseFlowYAML(of: source, bytes, id, notJSON: problem, isLenient, log: &log)
    }
}

/// Reads text that starts like JSON but is not valid JSON as YAML, whose flow collections look similar.
private func parseFlowYAML(
    of source: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>, _ id: SourceFile.ID, notJSON problem: Diagnostic,
    _ isLenient: Bool, log: inout DiagnosticLog
) -> YAMLTree? {
    var builder = TreeBuilder(file: id, byteCount: bytes.count, merging: true, isLenient: isLenient)
    let yamlProblem = readEvents(bytes, into: &builder)
    guard source.path.hasSuffix(".json") else {
        if let yamlProblem { builder.report(yamlProblem) }
        return finish(builder, source, bytes, log: &log)
    }
    guard yamlProblem == nil else {
        log.report(problem)
        return nil
    }
    log.report(.readAsYAML(problem))
    return finish(builder, source, bytes, log: &log)
}

private func parseEvents(
    of source: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>, _ id: SourceFile.ID, _ isLenient: Bool,
    log: inout DiagnosticLog
) -> YAMLTree? {
    var builder = TreeBuilder(file: id, byteCount: bytes.count, merging: true, isLenient: isLenient)
    if let problem = readEvents(bytes, into: &builder) { builder.report(problem) }
    return finish(builder, source, bytes, log: &log)
}

private func finish(
    _ builder: consuming TreeBuilder, _ source: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>, isJSON: Bool = false,
    log: inout DiagnosticLog
) -> YAMLTree? {
    for problem in builder.problems { log.report(problem) }
    guard !builder.problems.contains(where: { $0.severity == .error }), let root = builder.root else { return nil }
    let id = builder.file
    let own = TreeSource(file: id, text: source, lines: LineTable(bytes), isJSON: isJSON)
    let tree = YAMLTree(builder, root: root, sources: [own])
    log.setPointers(of: id) { tree.pointer(to: $0, namingElements: $1) }
    return tree
}

private func startsLikeJSON(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
}

extension Diagnostic {
    fileprivate static func tooLarge(_ count: Int, at position: Position) -> Diagnostic {
        Diagnostic(.error, "the document has \(count) bytes, more than \(Limits.bytes)", at: position)
    }

    fileprivate static func readAsYAML(_ problem: Diagnostic) -> Diagnostic {
        Diagnostic(.warning, "not valid JSON, read as YAML: \(problem.text)", at: problem.position)
    }
}
