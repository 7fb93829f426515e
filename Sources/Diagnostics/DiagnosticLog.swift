/// The sources of a run and the diagnostics about them.
package struct DiagnosticLog: Sendable {
    package private(set) var sources: [SourceFile] = []
    package private(set) var diagnostics: [Diagnostic] = []
    package private(set) var hasErrors = false
    /// Whether warnings are errors.
    package var isStrict = false

    private var pointers: [SourceFile.ID: @Sendable (Position, _ namesElements: Bool) -> String?] = [:]

    package init() {}

    /// Adds a source, so that positions can refer to it.
    package mutating func add(_ source: SourceFile) -> SourceFile.ID {
        sources.append(source)
        return SourceFile.ID(index: Int32(sources.count - 1))
    }

    package func source(_ id: SourceFile.ID) -> SourceFile {
        sources[Int(id.index)]
    }

    /// Sets the function that returns the JSON Pointer of a position in a source, with names of elements for their indices on demand.
    package mutating func setPointers(of id: SourceFile.ID, find: @escaping @Sendable (Position, Bool) -> String?) {
        pointers[id] = find
    }

    /// Returns the JSON Pointer of the value at a position, after a `#`; `nil` for the root and for sources that are not documents.
    package func pointer(to position: Position) -> String? {
        pointers[position.file].flatMap { $0(position, false) }
    }

    /// Returns the place of the value at a position, which stays when the document is reordered: a JSON Pointer in which parameters
    /// are named instead of counted.
    package func place(of position: Position) -> String? {
        pointers[position.file].flatMap { $0(position, true) }
    }

    /// The log without its warnings.
    package var withoutWarnings: DiagnosticLog {
        var log = self
        log.diagnostics = diagnostics.filter { $0.severity == .error }
        return log
    }

    package mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(isStrict ? diagnostic.asError : diagnostic)
        if isStrict || diagnostic.severity == .error { hasErrors = true }
    }
}
