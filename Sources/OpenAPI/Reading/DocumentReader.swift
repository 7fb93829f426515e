package import Diagnostics
package import YAMLTree

/// Reads a document and everything it refers to.
struct DocumentReader: NodeReading {
    let root: YAMLNode
    let filter: DocumentFilter
    var document: OpenAPIDocument
    let diagnostics: DiagnosticReporter
    let references: ReferenceResolver
    var schemas: SchemaReader
    /// The number of callbacks and headers around the current object.
    var depth = 0
    /// The callbacks around the current object, as a callback can contain itself.
    var openCallbacks: Set<YAMLNode> = []
    /// The objects read so far, so that references share them and each error is reported once.
    var parameters: [YAMLNode: Parameter?] = [:]
    var headers: [YAMLNode: Header?] = [:]
    var requestBodies: [YAMLNode: RequestBody?] = [:]
    var responses: [YAMLNode: Response?] = [:]
    var componentNames: [YAMLNode: String] = [:]
    var filterUse = FilterUse()
    /// The defaults that a Swagger document declares for all operations.
    var swagger = SwaggerDefaults()
    /// The media types that the current operation produces; Swagger only.
    var producing: [YAMLNode] = []
}

/// The options for reading a document.
package struct ReadingOptions: Sendable {
    /// Whether an ambiguity is a warning that includes the choice made.
    package var isLenient = false
    /// The part of the document to read.
    package var filter = DocumentFilter()

    package init() {}
}

/// Reads a tree as an OpenAPI document and reports its errors to the log.
///
/// - Parameter loader: Loads the other files that the document refers to; without it, such references are errors.
package func readOpenAPI(
    _ tree: YAMLTree, loader: DocumentLoader? = nil, options: ReadingOptions = ReadingOptions(),
    log: inout DiagnosticLog
) -> OpenAPIDocument {
    let root = tree.root
    let path = log.source(root.position.file).path
    let document = OpenAPIDocument(
        version: .v3_1, fileName: String(path.split(separator: "/").last ?? ""), position: root.position, info: Info())
    let diagnostics = DiagnosticReporter(log, isLenient: options.isLenient)
    let files = FileSet(entry: root, named: document.fileName, path: path, loader: loader, diagnostics: diagnostics)
    let references = ReferenceResolver(files: files, diagnostics: diagnostics)
    var reader = DocumentReader(
        root: root, filter: options.filter, document: document, diagnostics: diagnostics, references: references,
        schemas: SchemaReader(references: references))
    // Keeps the reader's copy unique, so that appending does not copy it.
    log = DiagnosticLog()
    reader.readDocument()
    log = diagnostics.log
    return reader.document
}

extension DocumentReader {
    fileprivate mutating func readDocument() {
        guard root.isMapping else { return report(.documentIsNoMapping(root)) }
        guard let version = readVersion() else { return }
        document.version = version
        references.version = version
        if version == .v2_0 { readSwaggerDocument() } else { readOpenAPIDocument() }
        // The remaining definitions are in unused components.
        diagnostics.isUnused = !document.operations.isEmpty
        schemas.readUntouched()
        diagnostics.isUnused = false
        schemas.breakRings()
        schemas.breakAllOfCycles()
        document.schemas = schemas.schemas
        document.componentSchemas = schemas.components
        checkOperationIDs()
    }

    private mutating func readOpenAPIDocument() {
        var fields = fields(of: root, in: "the document")
        for known in ["openapi", "$self", "jsonSchemaDialect"] { _ = fields.take(known) }
        document.info = readInfo(fields.take("info"))
        document.servers = readList(fields.take("servers"), named: "servers") { $0.readServer($1) }
        document.retries = readRetries(&fields)
        readTags(fields.take("tags"))
        document.externalDocs = fields.take("externalDocs").flatMap { readExternalDocs($0) }
        let components = fields.take("components")
        noteComponents(components)
        schemas.noteComponents(components?["schemas"])
        document.securitySchemes = readSecuritySchemes(components?["securitySchemes"])
        document.security = readSecurity(fields.take("security")) ?? []
        let paths = fields.take("paths")
        let webhooks = fields.take("webhooks")
        checkContent(paths: paths, webhooks: webhooks, components: components)
        readPaths(paths)
        filterSchemas()
        schemas.readPending()
        warn(about: fields)
        // A document without operations is a library, whose components other documents use.
        diagnostics.isUnused = !document.operations.isEmpty
        schemas.readUntouched()
        readComponents(components)
        schemas.readPending()
        // Errors in webhooks must not prevent the generation of clients and servers.
        diagnostics.isUnused = true
        readWebhooks(webhooks)
        schemas.readPending()
        diagnostics.isUnused = false
    }

    /// Checks that the document has content: OpenAPI 3.0 requires `paths`, 3.1 accepts `components` or `webhooks` instead.
    private mutating func checkContent(paths: YAMLNode?, webhooks: YAMLNode?, components: YAMLNode?) {
        guard paths == nil else { return }
        if document.version == .v3_0 {
            report(.missingPaths(root), choosing: "read as a document without operations")
        } else if webhooks == nil, components == nil {
            report(.missingContent(root), choosing: "read as a document without operations")
        }
    }
}

extension Diagnostic {
    fileprivate static func documentIsNoMapping(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "an OpenAPI document must be a mapping, found \(node.kindPhrase)", at: node.position)
    }

    static func missingPaths(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "the document has no 'paths' field", at: node.position)
    }

    fileprivate static func missingContent(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "the document has none of the fields 'paths', 'webhooks' and 'components'", at: node.position)
    }
}
