package import Diagnostics
import Printing

/// Reports configurations of one target that would write Swift files of the same names, which the compiler refuses.
///
/// - Parameter paths: The configurations of the target.
package func checkFileNames(ofTargetWith paths: [String], log: inout DiagnosticLog) {
    var first: [String: (path: String, outputs: Set<Output>)] = [:]
    for path in paths {
        guard let source = openDocument(path, log: &log) else { continue }
        let configuration = readConfiguration(source, log: &log)
        let outputs = Set(configuration.emit ?? [.models, .client, .server]).subtracting([.docs, .site, .docc, .package])
        let prefix = configuration.filePrefix ?? ""
        guard let other = first[prefix] else {
            first[prefix] = (path, outputs)
            continue
        }
        guard !other.outputs.isDisjoint(with: outputs) else { continue }
        log.report(.sameFileNames(as: other.path, at: Position(file: source, line: 1, column: 1)))
    }
}

extension Diagnostic {
    fileprivate static func sameFileNames(as other: String, at position: Position) -> Diagnostic {
        Diagnostic(
            .error,
            "Swift files of this configuration and of '\(other)' have the same names, which one target must not have; "
                + "set a 'filePrefix' in one of them",
            at: position)
    }
}
