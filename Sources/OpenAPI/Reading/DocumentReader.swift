package import Diagnostics
package import YAMLTree

/// Reads a document and everything that its references lead to.
struct DocumentReader {
    let root: YAMLNode
    let options: ReadingOptions
    var document: OpenAPIDocument
    var log: DiagnosticLog
    var files: FileSet
    /// What was said already, because a node that two places refer to is read for both.
    var said: Set<SaidDiagnostic> = []
    /// Whether what is read now is used by nothing, so that its mistakes hurt nobody.
    var isUnused = false
    /// How many callbacks and headers lie around what is read now.
    var depth = 0
    /// The callbacks around what is read now, so that one which contains itself ends.
    var openCallbacks: Set<YAMLNode> = []

    /// The schema that each node became, so that a reference finds it and recursion ends.
    var schemaIDs: [YAMLNode: SchemaID] = [:]
    /// Nodes that wait to be read as schemas: a list instead of recursion, as documents nest deeply.
    var pendingSchemas: [PendingSchema] = []
    /// Component schemas that nothing has referred to so far.
    var untouched: Set<SchemaID> = []
    /// All component schemas, in document order.
    var untouchedSchemas: [PendingSchema] = []
    /// The booleans of draft 3 that the objects around them have taken into account.
    var requiredFlags: Set<YAMLNode> = []
    /// Objects that were read already: references share them, and each mistake is reported once.
    var parameters: [YAMLNode: Parameter?] = [:]
    var headers: [YAMLNode: Header?] = [:]
    var requestBodies: [YAMLNode: RequestBody?] = [:]
    var responses: [YAMLNode: Response?] = [:]
    var componentNames: [YAMLNode: String] = [:]
    var filterUse = FilterUse()
    /// What Swagger says once for all operations.
    var swagger = SwaggerDefaults()
    /// The media types that the operation which is read now produces; Swagger only.
    var producing: [YAMLNode] = []
}

/// The options that change how strictly a document is read.
package struct ReadingOptions: Sendable {
    /// Whether what is ambiguous is a warning that names the choice made.
    package var isLenient = false
    /// Which part of the document is read.
    package var filter = DocumentFilter()

    package init() {}
}

/// Reads a tree as an OpenAPI document; what is wrong with it goes to the log.
///
/// - Parameter loader: reads the other files that the document refers to; without one, such references are errors.
package func readOpenAPI(
    _ tree: YAMLTree, loader: DocumentLoader? = nil, options: ReadingOptions = ReadingOptions(),
    log: inout DiagnosticLog
) -> OpenAPIDocument {
    let root = tree.root
    let path = log.source(root.position.file).path
    let document = OpenAPIDocument(
        version: .v3_1, fileName: String(path.split(separator: "/").last ?? ""), position: root.position, info: Info())
    let files = FileSet(
        entry: root, named: document.fileName, path: path, loader: loader, isLenient: options.isLenient)
    var reader = DocumentReader(root: root, options: options, document: document, log: log, files: files)
    // The reader's copy is the only one while it appends.
    log = DiagnosticLog()
    reader.readDocument()
    log = reader.log
    return reader.document
}

extension DocumentReader {
    fileprivate mutating func readDocument() {
        guard root.isMapping else { return report(.documentIsNoMapping(root)) }
        guard let version = readVersion() else { return }
        document.version = version
        if version == .v2_0 { readSwaggerDocument() } else { readOpenAPIDocument() }
        readPendingSchemas()
        breakRings()
        checkOperationIDs()
    }

    private mutating func readOpenAPIDocument() {
        var fields = fields(of: root, in: "the document")
        for known in ["openapi", "$self", "jsonSchemaDialect"] { _ = fields.take(known) }
        document.info = readInfo(fields.take("info"))
        document.servers = readList(fields.take("servers"), named: "servers") { $0.readServer($1) }
        readTags(fields.take("tags"))
        document.externalDocs = fields.take("externalDocs").flatMap { readExternalDocs($0) }
        let components = fields.take("components")
        noteComponents(components)
        noteComponentSchemas(components?["schemas"])
        document.securitySchemes = readSecuritySchemes(components?["securitySchemes"])
        document.security = readSecurity(fields.take("security")) ?? []
        let paths = fields.take("paths")
        let webhooks = fields.take("webhooks")
        checkContent(paths: paths, webhooks: webhooks, components: components)
        readPaths(paths)
        filterSchemas()
        readPendingSchemas()
        warn(about: fields)
        // A document without operations is a library: whatever it has is used by others.
        isUnused = !document.operations.isEmpty
        readUntouchedSchemas()
        readComponents(components)
        readPendingSchemas()
        // No code comes from these, so that their mistakes stop nobody.
        isUnused = true
        readWebhooks(webhooks)
        readPendingSchemas()
        isUnused = false
    }

    /// OpenAPI 3.0 needs `paths`; since 3.1 a document may consist of components or webhooks.
    private mutating func checkContent(paths: YAMLNode?, webhooks: YAMLNode?, components: YAMLNode?) {
        guard paths == nil else { return }
        if document.version == .v3_0 {
            report(.missingPaths(root), choosing: "it is read as one without operations")
        } else if webhooks == nil, components == nil {
            report(.missingContent(root), choosing: "it is read as one without operations")
        }
    }

    private mutating func checkOperationIDs() {
        var seen: [String: Position] = [:]
        for index in document.operations.indices {
            guard let id = document.operations[index].id else { continue }
            if let first = seen[id.value] {
                report(.duplicateOperation(id, firstAt: first), choosing: "this one is named for its path")
                document.operations[index].id = nil
            } else {
                seen[id.value] = id.position
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func documentIsNoMapping(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "an OpenAPI document is a mapping, found a \(node.kindName)", at: node.position)
    }

    fileprivate static func missingPaths(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "the document has no 'paths' field", at: node.position)
    }

    fileprivate static func missingContent(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "the document has none of the fields 'paths', 'webhooks' and 'components'", at: node.position)
    }

    fileprivate static func duplicateOperation(_ id: Located<String>, firstAt first: Position) -> Diagnostic {
        Diagnostic(
            .error, "operationId '\(id.value)' is already used", at: id.position,
            notes: [.init("first used here", at: first)])
    }
}
