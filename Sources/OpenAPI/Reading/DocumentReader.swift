package import Diagnostics
package import YAMLTree

/// Reads a document and everything that its references lead to.
struct DocumentReader {
    let root: YAMLNode
    var document: OpenAPIDocument
    var log: DiagnosticLog
    /// The schema that each node became, so that a reference finds it and recursion ends.
    var schemaIDs: [YAMLNode: SchemaID] = [:]
    /// Nodes that wait to be read as schemas: a list instead of recursion, as documents nest deeply.
    var pendingSchemas: [(YAMLNode, SchemaID)] = []
}

/// The options that change how strictly a document is read.
package struct ReadingOptions: Sendable {
    /// Whether what is ambiguous is a warning that names the choice made.
    package var isLenient = false

    package init() {}
}

/// Reads a tree as an OpenAPI document; what is wrong with it goes to the log.
package func readOpenAPI(
    _ tree: YAMLTree, options: ReadingOptions = ReadingOptions(), log: inout DiagnosticLog
) -> OpenAPIDocument {
    let root = tree.root
    let path = log.source(root.position.file).path
    let document = OpenAPIDocument(
        version: .v3_1, fileName: String(path.split(separator: "/").last ?? ""), position: root.position, info: Info())
    var reader = DocumentReader(root: root, document: document, log: log)
    reader.readDocument()
    log = reader.log
    return reader.document
}

extension DocumentReader {
    fileprivate mutating func readDocument() {
        guard root.isMapping else { return log.report(.documentIsNoMapping(root)) }
        guard let version = readVersion() else { return }
        document.version = version
        var fields = fields(of: root, in: "the document")
        _ = fields.take("openapi")
        _ = fields.take("$self")
        document.info = readInfo(fields.take("info"))
        document.servers = readList(fields.take("servers"), named: "servers") { $0.readServer($1) }
        document.tags = readList(fields.take("tags"), named: "tags") { $0.readTag($1) }
        document.externalDocs = fields.take("externalDocs").flatMap { readExternalDocs($0) }
        _ = fields.take("jsonSchemaDialect")
        let components = fields.take("components")
        readComponentSchemas(components)
        document.securitySchemes = readSecuritySchemes(components?["securitySchemes"])
        document.security = readSecurity(fields.take("security")) ?? []
        readPaths(fields.take("paths"))
        readWebhooks(fields.take("webhooks"))
        warn(about: fields)
        readUnusedComponents(components)
        readPendingSchemas()
        checkOperationIDs()
    }

    private mutating func readVersion() -> SpecificationVersion? {
        if let swagger = root.entry("swagger") {
            log.report(.swagger(swagger.value))
            return nil
        }
        guard let field = root.entry("openapi") else {
            log.report(.missingVersion(root))
            return nil
        }
        let text = field.value.text ?? ""
        if text.hasPrefix("3.0") { return .v3_0 }
        if text.hasPrefix("3.1") { return .v3_1 }
        if text.hasPrefix("3.2") { return .v3_2 }
        log.report(.unknownVersion(text, at: field.value))
        return nil
    }

    private mutating func checkOperationIDs() {
        var seen: [String: Position] = [:]
        for operation in document.operations {
            guard let id = operation.id else { continue }
            if let first = seen[id.value] {
                log.report(.duplicateOperation(id, firstAt: first))
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

    fileprivate static func missingVersion(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "the document has no 'openapi' field that names the specification's version", at: node.position)
    }

    fileprivate static func unknownVersion(_ text: String, at node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "version '\(text)' is not known, expected 3.0, 3.1 or 3.2", at: node.position)
    }

    fileprivate static func swagger(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "Swagger \(node.text ?? "") is not supported, expected OpenAPI 3.0, 3.1 or 3.2", at: node.position)
    }

    fileprivate static func duplicateOperation(_ id: Located<String>, firstAt first: Position) -> Diagnostic {
        Diagnostic(
            .error, "operationId '\(id.value)' is already used", at: id.position,
            notes: [.init("first used here", at: first)])
    }
}
