package import APIDiff
package import APIModel
package import Diagnostics
import Documentation
package import OpenAPI
package import Printing
import Resolution
import YAMLTree

/// What a document was made into.
package struct GeneratedDocument: Sendable {
    /// The folder of the document's own files, relative to the output folder.
    package let folder: String
    /// A line that distinguishes the document from others that would use the same folder: its file name and its title.
    package let origin: String
    package let files: [GeneratedFile]
    /// The folder of the site relative to the output folder; `nil` where none was made.
    package let siteFolder: String?
    /// The Swift names of the document's things where names are locked; empty elsewhere.
    package let lockedNames: [NameKey: String]
    /// The size of the code for each part of the document; `nil` unless it was asked for.
    package let statistics: Statistics?

    package init(
        folder: String, origin: String, files: [GeneratedFile], siteFolder: String? = nil, lockedNames: [NameKey: String] = [:],
        statistics: Statistics? = nil
    ) {
        self.folder = folder
        self.origin = origin
        self.files = files
        self.siteFolder = siteFolder
        self.lockedNames = lockedNames
        self.statistics = statistics
    }
}

package struct GenerationOptions: Sendable {
    /// What is printed, and where its files go.
    package var printing = PrintingOptions()
    package var isLenient = false
    /// Documents that change the document before it is read, in this order.
    package var overlays: [SourceFile.ID] = []
    /// Which part of the document is read.
    package var filter = DocumentFilter()
    /// Reads the files that the document refers to; without one, such references are errors.
    package var loader: DocumentLoader?
    /// The enum that everything of the document lives in; nil to name it after the document's file.
    package var namespace: String?
    /// Swift names in place of those made from the document's.
    package var names: [NameOverride] = []
    /// Whether each of ``names`` must be a name of the document.
    package var requiresNames = true
    /// Swift names that an earlier run gave; nil where none are kept.
    package var lockedNames: [NameKey: String]?
    /// What was chosen about the types of models.
    package var types = TypeOptions()
    /// Whether the client has a part for each tag.
    package var hasClientGroups = false
    /// Whether the functions of a server have the context of the request as their last parameter.
    package var passesContext = false
    /// How pages of operations are requested, in place of the document's descriptions.
    package var pagination: [PagesOverride] = []
    /// Whether the code is counted.
    package var countsCode = false
    /// Called when a stage begins.
    package var onStage: (@Sendable (Stage) -> Void)?

    package init() {}

    fileprivate func identifier(for path: String) -> Identifier {
        if let namespace { return Identifier(chosen: namespace) }
        let own = ApigenCommand.namespace(for: path)
        return types.names.contains(own.name) ? own.appending("API") : own
    }
}

/// The parts of a run that may take long.
package enum Stage: String, Sendable {
    case parsing, reading, naming, printing
}

/// A Swift name that takes the place of the one made from a name of the document.
package struct NameOverride: Sendable {
    package let documentName: String
    package let swiftName: String
    /// The position of the override; nil for one on the command line.
    package let position: Position?

    package init(documentName: String, swiftName: String, position: Position?) {
        self.documentName = documentName
        self.swiftName = swiftName
        self.position = position
    }
}

/// Everything between a document's bytes and the files made from it: the same bytes give the same files.
///
/// - Parameters:
///   - older: An older version of the document, whose differences from this one get a page of the documentation.
///   - baseline: An older version of the document, and what the changes since then that break something are.
/// - Returns: nil after mistakes in the document.
package func generate(
    _ source: SourceFile.ID, options: GenerationOptions, since older: Version? = nil, baseline: Baseline? = nil,
    with templates: Templates, log: inout DiagnosticLog
) -> GeneratedDocument? {
    guard let api = model(of: source, options: options, log: &log) else { return nil }
    if let baseline { report(breakingChangesOf: api, since: baseline, options: options, log: &log) }
    checkPackage(of: api, options: options.printing, log: &log)
    if options.printing.documents { checkDocumentation(of: api, log: &log) }
    guard !log.hasErrors else { return nil }
    options.onStage?(.printing)
    var printing = options.printing
    printing.changes = older.map { changesPage(from: $0, to: Version(api, log: log), options: options) }
    let files = printFiles(of: api, options: printing, with: templates, log: &log)
    let statistics =
        options.countsCode ? Statistics(of: api, options: options.printing, templates: templates, log: log) : nil
    return GeneratedDocument(
        folder: options.printing.folder(for: api), origin: options.printing.buildName == nil ? originLine(of: api.about) : "",
        files: files, siteFolder: options.printing.siteFolder(for: api), lockedNames: api.overrides.lock?.given ?? [:],
        statistics: statistics)
}

/// Everything between a document's bytes and its model.
///
/// - Returns: `nil` after errors in the document.
package func model(of source: SourceFile.ID, options: GenerationOptions, log: inout DiagnosticLog) -> API? {
    options.onStage?(.parsing)
    guard let tree = parse(source, options: options, log: &log), !log.hasErrors else { return nil }
    options.onStage?(.reading)
    let document = read(tree, options: options, log: &log)
    guard !log.hasErrors else { return nil }
    options.onStage?(.naming)
    let resolved = resolve(document, log: &log).describingPages(options.pagination, log: &log)
    guard !log.hasErrors else { return nil }
    let api = name(resolved, options: options, log: &log)
    return log.hasErrors ? nil : api
}

private func originLine(of about: About) -> String {
    let title = about.title.split { $0.isNewline || $0.isWhitespace }.joined(separator: " ")
    return "\(about.fileName), '\(title)'"
}

/// The document as its overlays have changed it.
private func parse(_ source: SourceFile.ID, options: GenerationOptions, log: inout DiagnosticLog) -> YAMLTree? {
    let tree = parseYAML(source, isLenient: options.isLenient, log: &log)
    let overlays = options.overlays.map { parseYAML($0, isLenient: options.isLenient, log: &log) }
    guard let tree, !log.hasErrors else { return nil }
    return applyOverlays(overlays.compactMap { $0 }, to: tree, log: &log)
}

private func read(_ tree: YAMLTree, options: GenerationOptions, log: inout DiagnosticLog) -> OpenAPIDocument {
    var reading = ReadingOptions()
    reading.isLenient = options.isLenient
    reading.filter = options.filter
    return readOpenAPI(tree, loader: options.loader, options: reading, log: &log)
}

private func name(_ document: ResolvedDocument, options: GenerationOptions, log: inout DiagnosticLog) -> API {
    let namespace = options.identifier(for: log.source(document.about.position.file).path)
    if options.namespace != nil, namespace.isTakenInNamespace || options.types.names.contains(namespace.name) {
        log.report(.namespaceIsTaken(namespace, in: document))
    }
    var overrides = NameOverrides(options.names)
    if let names = options.lockedNames {
        overrides.lock = NameLock(names) { [log] in place(of: $0, in: log, document: document.about.position.file) }
    }
    let api = makeAPI(
        from: document, namespace: namespace, overrides: overrides, typeOptions: options.types,
        hasClientGroups: options.hasClientGroups, passesContext: options.passesContext, log: &log)
    if options.requiresNames { checkOverrides(options.names, of: api, log: &log) }
    checkConformances(options.types.conformances, of: api, log: &log)
    return api
}

/// Returns the place of a schema: a JSON Pointer, behind the name of its file where that is not the document.
func place(of position: Position, in log: DiagnosticLog, document: SourceFile.ID) -> String {
    let file = position.file == document ? "" : log.source(position.file).path.split(separator: "/").last.map(String.init) ?? ""
    return file + (log.place(of: position) ?? "#")
}

extension NameOverrides {
    fileprivate init(_ overrides: [NameOverride]) {
        self.init(Dictionary(overrides.map { ($0.documentName, $0.swiftName) }, uniquingKeysWith: { $1 }))
    }
}

private func checkOverrides(_ overrides: [NameOverride], of api: API, log: inout DiagnosticLog) {
    let document = Position(file: api.about.position.file, line: 1, column: 1)
    for override in overrides where !api.overrides.used.contains(override.documentName) {
        log.report(.overridesNothing(override, among: api, at: override.position ?? document))
    }
}

private func checkConformances(_ conformances: [ChosenConformances], of api: API, log: inout DiagnosticLog) {
    let document = Position(file: api.about.position.file, line: 1, column: 1)
    for chosen in conformances where !api.types.contains(where: chosen.applies) {
        log.report(.conformsNothing(chosen, among: api, at: chosen.position ?? document))
    }
}

extension Diagnostic {
    fileprivate static func conformsNothing(_ chosen: ChosenConformances, among api: API, at position: Position) -> Diagnostic {
        let guess = suggestion(for: chosen.pattern, among: api.types.map(\.name.name))
        return Diagnostic(.error, "no struct or enum of the document matches '\(chosen.pattern)'\(guess)", at: position)
    }

    fileprivate static func namespaceIsTaken(_ namespace: Identifier, in document: ResolvedDocument) -> Diagnostic {
        let position = Position(file: document.about.position.file, line: 1, column: 1)
        return Diagnostic(
            .error, "the namespace cannot be called '\(namespace.name)', as generated code has a type of that name", at: position)
    }

    fileprivate static func overridesNothing(_ override: NameOverride, among api: API, at position: Position) -> Diagnostic {
        let candidates = api.types.compactMap(\.componentName) + api.endpoints.compactMap(\.operation.operationID)
        let suggestion = suggestion(for: override.documentName, among: candidates)
        let kinds = "schema, operation, property or parameter"
        return Diagnostic(.error, "no \(kinds) of the document is called '\(override.documentName)'\(suggestion)", at: position)
    }
}

/// The enum that a document's types live in, named after its file.
package func namespace(for path: String) -> Identifier {
    let file = path.split(separator: "/").last ?? "api"
    let name = file.split(separator: ".").first ?? "api"
    let identifier = Identifier(typeFrom: String(name))
    return identifier.isTakenInNamespace || identifier.isWidelyUsed ? identifier.appending("API") : identifier
}
