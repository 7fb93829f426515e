package import APIDiff
import APIModel
package import Diagnostics
import OpenAPI

/// One version of a document as the user names it: a file, or `git:REF:PATH`.
package struct VersionSource: Sendable {
    package let text: String
    private let revision: GitRevision?

    package init(_ text: String) {
        self.text = text
        revision = GitRevision(text)
    }

    /// The path of the document in the file system or the repository.
    package var path: String { revision?.path ?? text }

    /// Adds the document to the log, and returns a loader of the files that it refers to.
    fileprivate func open(allowingAbove isAboveAllowed: Bool, log: inout DiagnosticLog) -> (SourceFile.ID, DocumentLoader)? {
        guard let revision else {
            return openDocument(text, log: &log).map { ($0, linkedFiles(of: text, allowingAbove: isAboveAllowed)) }
        }
        switch revision.read() {
        case .success(let bytes):
            return (log.add(SourceFile(path: text, bytes: bytes)), DocumentLoader { revision.read($0) })
        case .failure(let failure):
            let file = log.add(SourceFile(path: text, bytes: []))
            log.report(.unreadableRevision(failure, at: Position(file: file, line: 1, column: 1)))
            return nil
        }
    }
}

/// Reads a version of a document and makes its model.
///
/// - Parameters:
///   - options: The options of the new version, which the old one is read with too, so that they change nothing.
///   - overlays: The paths of documents that change both versions.
///   - log: The log that gets the sources and the errors of this version.
/// - Returns: `nil` after errors.
package func loadVersion(
    _ source: VersionSource, options: GenerationOptions, overlays: [String], allowingAbove isAboveAllowed: Bool,
    log: inout DiagnosticLog
) -> Version? {
    guard let (file, loader) = source.open(allowingAbove: isAboveAllowed, log: &log) else { return nil }
    var options = options
    options.loader = loader
    options.overlays = overlays.compactMap { openDocument($0, log: &log) }
    guard !log.hasErrors, let api = model(of: file, options: options, log: &log) else { return nil }
    return Version(api, log: log)
}

extension Diagnostic {
    fileprivate static func unreadableRevision(_ failure: LoadFailure, at position: Position) -> Diagnostic {
        let reason =
            switch failure {
            case .missing: "git has no such file in this revision"
            case .outside: "the path must be relative to the current folder"
            case .unreadable(let reason): reason
            }
        return Diagnostic(.error, reason, at: position)
    }
}
