package import APIModel
package import Diagnostics
package import OpenAPI
import Templating
import YAMLTree

/// A file that the generator made, at a path relative to the output folder.
package struct GeneratedFile: Sendable {
    /// Components are separated by slashes.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// What a document was made into.
package struct GeneratedDocument: Sendable {
    /// The folder that the document's own files stand in, relative to the output folder.
    package let folder: String
    /// What tells the document from others that would have the same folder, on one line: its file's name and its title.
    package let origin: String
    package let files: [GeneratedFile]

    package init(folder: String, origin: String, files: [GeneratedFile]) {
        self.folder = folder
        self.origin = origin
        self.files = files
    }
}

package struct GenerationOptions: Sendable {
    package var outputs = Output.usual
    package var swift = SwiftOptions()
    package var isLenient = false
    /// Documents that change the document before it is read, in this order.
    package var overlays: [SourceFile.ID] = []
    /// Which part of the document is read.
    package var filter = DocumentFilter()
    /// Reads the files that the document refers to; without one, such references are errors.
    package var loader: DocumentLoader?
    /// A folder below the output folder that everything goes to; empty for none.
    package var group = ""
    /// The enum that everything of the document lives in; nil to name it after the document's file.
    package var namespace: String?
    /// How many files the models are dealt out to; nil where their number decides.
    package var shards: Int?
    /// The address that the site is published at; nil where nobody has said.
    package var siteURL: String?
    /// Swift names in place of those made from the document's.
    package var names: [NameOverride] = []
    /// Swift types for values of formats, in place of the usual ones.
    package var formats = FormatTypes()
    /// What files are called when they are made for a build, which expects the same ones whatever the configuration
    /// leaves out; nil elsewhere.
    package var buildName: String?
    /// Called when a stage begins.
    package var onStage: (@Sendable (Stage) -> Void)?

    package init() {}

    fileprivate func identifier(for path: String) -> Identifier {
        namespace.map { Identifier(chosen: $0) } ?? Generator.namespace(for: path)
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
    /// Where the override was said; nil when on the command line.
    package let position: Position?

    package init(documentName: String, swiftName: String, position: Position?) {
        self.documentName = documentName
        self.swiftName = swiftName
        self.position = position
    }
}

/// Everything between a document's bytes and the files made from it: the same bytes give the same files.
///
/// - Returns: nil after mistakes in the document.
package func generate(
    _ source: SourceFile.ID, options: GenerationOptions, with templates: Templates, log: inout DiagnosticLog
) -> GeneratedDocument? {
    options.onStage?(.parsing)
    guard let tree = parse(source, options: options, log: &log), !log.hasErrors else { return nil }
    var reading = ReadingOptions()
    reading.isLenient = options.isLenient
    reading.filter = options.filter
    options.onStage?(.reading)
    let document = readOpenAPI(tree, loader: options.loader, options: reading, log: &log)
    guard !log.hasErrors else { return nil }
    options.onStage?(.naming)
    let namespace = options.identifier(for: log.source(source).path)
    if options.namespace != nil, namespace.isTakenInNamespace { log.report(.namespaceIsTaken(namespace, in: document)) }
    let api = makeAPI(from: document, namespace: namespace, overrides: NameOverrides(options.names), formats: options.formats, log: &log)
    checkOverrides(options.names, of: api, log: &log)
    guard !log.hasErrors else { return nil }
    if options.madeOutputs.contains(.docs) {
        checkLinks(api, log: &log)
        checkExamples(api, log: &log)
        guard !log.hasErrors else { return nil }
    }
    options.onStage?(.printing)
    var files = plan(api, options: options).map { GeneratedFile(path: $0.path, bytes: templates.render($0, log: &log)) }
    if options.outputs.contains(.site) {
        let path = options.layout(for: namespace.name).site + siteDocumentName(document)
        files.append(GeneratedFile(path: path, bytes: Array(log.source(source).bytes)))
    }
    if options.buildName != nil { files = withEmptyFiles(files, layout: options.layout(for: namespace.name)) }
    // A build makes several documents' files in one folder, and two of them may want the same namespace.
    let folder = (options.group.isEmpty ? "" : options.group + "/") + (options.buildName ?? namespace.name)
    let origin = options.buildName == nil ? originLine(of: document) : ""
    return GeneratedDocument(folder: folder, origin: origin, files: files)
}

private func originLine(of document: OpenAPIDocument) -> String {
    let title = document.info.title.split { $0.isNewline || $0.isWhitespace }.joined(separator: " ")
    return "\(document.fileName), '\(title)'"
}

/// The document as its overlays have changed it.
private func parse(_ source: SourceFile.ID, options: GenerationOptions, log: inout DiagnosticLog) -> YAMLTree? {
    let tree = parseYAML(source, isLenient: options.isLenient, log: &log)
    let overlays = options.overlays.map { parseYAML($0, isLenient: options.isLenient, log: &log) }
    guard let tree, !log.hasErrors else { return nil }
    return applyOverlays(overlays.compactMap { $0 }, to: tree, log: &log)
}

/// A build expects files before anybody has read what the configuration leaves out.
private func withEmptyFiles(_ files: [GeneratedFile], layout: Layout) -> [GeneratedFile] {
    let made = Set(files.map(\.path))
    let text = "// Generated by apigen, and empty because the configuration leaves it out. Do not edit.\n"
    return files + buildFiles(layout).filter { !made.contains($0) }.map { GeneratedFile(path: $0, bytes: Array(text.utf8)) }
}

extension NameOverrides {
    fileprivate init(_ overrides: [NameOverride]) {
        self.init(Dictionary(overrides.map { ($0.documentName, $0.swiftName) }, uniquingKeysWith: { $1 }))
    }
}

private func checkOverrides(_ overrides: [NameOverride], of api: API, log: inout DiagnosticLog) {
    let document = Position(file: api.document.position.file, line: 1, column: 1)
    for override in overrides where !api.overrides.used.contains(override.documentName) {
        log.report(.overridesNothing(override, among: api, at: override.position ?? document))
    }
}

extension Diagnostic {
    fileprivate static func namespaceIsTaken(_ namespace: Identifier, in document: OpenAPIDocument) -> Diagnostic {
        let position = Position(file: document.position.file, line: 1, column: 1)
        return Diagnostic(.error, "the namespace cannot be called '\(namespace.name)', as generated code has a type of that name", at: position)
    }

    fileprivate static func overridesNothing(_ override: NameOverride, among api: API, at position: Position) -> Diagnostic {
        let candidates = api.types.compactMap(\.componentName) + api.endpoints.compactMap { $0.operation.id?.value }
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
