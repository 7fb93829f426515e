/// The sources of a run and everything that its stages said about them.
package struct DiagnosticLog: Sendable {
    package private(set) var sources: [SourceFile] = []
    package private(set) var diagnostics: [Diagnostic] = []
    package private(set) var hasErrors = false

    package init() {}

    /// Makes a source known, so that positions can name it.
    package mutating func add(_ source: SourceFile) -> SourceFile.ID {
        sources.append(source)
        return SourceFile.ID(index: Int32(sources.count - 1))
    }

    package func source(_ id: SourceFile.ID) -> SourceFile {
        sources[Int(id.index)]
    }

    package mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
        if diagnostic.severity == .error { hasErrors = true }
    }
}
