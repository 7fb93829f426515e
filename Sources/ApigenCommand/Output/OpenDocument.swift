package import Diagnostics

/// Reads a document's file and makes it known to the log; what is wrong with the file is an error at its first place.
///
/// - Returns: nil after an error.
package func openDocument(_ path: String, log: inout DiagnosticLog) -> SourceFile.ID? {
    let problem: String
    switch kind(of: path) {
    case nil: problem = "no such file"
    case .folder?: problem = "this is a folder, expected an OpenAPI document"
    case .other?: problem = "this is no regular file"
    case .file?:
        if let bytes = readFile(path, limit: mostBytes) {
            return log.add(SourceFile(path: path, bytes: bytes))
        }
        problem = "the file cannot be read, or has more than \(mostBytes >> 20) MB"
    }
    let file = log.add(SourceFile(path: path, bytes: []))
    log.report(Diagnostic(.error, problem, at: Position(file: file, line: 1, column: 1)))
    return nil
}

private let mostBytes = 100 << 20
