/// The sources of a run and everything that its stages said about them.
package struct DiagnosticLog: Sendable {
    package private(set) var sources: [SourceFile] = []
    package private(set) var diagnostics: [Diagnostic] = []
    package private(set) var hasErrors = false
    /// Whether warnings are errors.
    package var isStrict = false

    private var pointers: [SourceFile.ID: @Sendable (Position) -> String?] = [:]

    package init() {}

    /// Makes a source known, so that positions can name it.
    package mutating func add(_ source: SourceFile) -> SourceFile.ID {
        sources.append(source)
        return SourceFile.ID(index: Int32(sources.count - 1))
    }

    package func source(_ id: SourceFile.ID) -> SourceFile {
        sources[Int(id.index)]
    }

    /// Tells how the JSON Pointer of a place in a source is found, once its tree is known.
    package mutating func setPointers(of id: SourceFile.ID, find: @escaping @Sendable (Position) -> String?) {
        pointers[id] = find
    }

    /// The JSON Pointer of what stands at a place, behind a `#`; nil for a document's root and what is no document.
    package func pointer(to position: Position) -> String? {
        pointers[position.file].flatMap { $0(position) }
    }

    package mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(isStrict ? diagnostic.asError : diagnostic)
        if isStrict || diagnostic.severity == .error { hasErrors = true }
    }
}
