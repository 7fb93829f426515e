package import Diagnostics

/// Reads a file and adds it to the log. If the file cannot be read, an error is reported at its first line.
///
/// - Returns: The source, or `nil` after an error.
package func openDocument(_ path: String, log: inout DiagnosticLog) -> SourceFile.ID? {
    let problem: String
    switch kind(of: path) {
    case nil: problem = "no such file"
    case .folder?: problem = "this is a folder; a file is expected"
    case .other?: problem = "this is not a regular file"
    case .file?:
        if let bytes = readFile(path, limit: mostBytes) {
            return log.add(SourceFile(path: path, bytes: bytes))
        }
        problem = "the file cannot be read or is larger than \(mostBytes >> 20) MB"
    }
    let file = log.add(SourceFile(path: path, bytes: []))
    log.report(Diagnostic(.error, problem, at: Position(file: file, line: 1, column: 1)))
    return nil
}

private let mostBytes = 100 << 20
