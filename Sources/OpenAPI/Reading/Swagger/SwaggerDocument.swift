import Diagnostics
import YAMLTree

/// The defaults of a Swagger document for operations that do not override them.
struct SwaggerDefaults {
    var consumes: [YAMLNode] = []
    var produces: [YAMLNode] = []
    var host: String?
    var basePath = ""
}

/// Reads Swagger 2.0 as OpenAPI 3.
extension DocumentReader {
    /// Reads the root object; section "Swagger Object".
    mutating func readSwaggerDocument() {
        var fields = fields(of: root, in: "the document")
        _ = fields.take("swagger")
        document.info = readInfo(fields.take("info"))
        readServers(&fields)
        swagger.consumes = mediaTypeNames(fields.take("consumes"), "consumes")
        swagger.produces = mediaTypeNames(fields.take("produces"), "produces")
        readTags(fields.take("tags"))
        document.externalDocs = fields.take("externalDocs").flatMap { readExternalDocs($0) }
        noteSwaggerComponents(&fields)
        document.securitySchemes = readSecuritySchemes(fields.take("securityDefinitions"))
        document.security = readSecurity(fields.take("security")) ?? []
        let paths = fields.take("paths")
        if paths == nil { report(.missingPaths(root), choosing: "read as a document without operations") }
        readPaths(paths)
        filterSchemas()
        warn(about: fields)
        schemas.readPending()
        readUnusedSwaggerComponents()
    }

    private mutating func noteSwaggerComponents(_ fields: inout Fields) {
        schemas.noteComponents(checked(fields.take("definitions"), "definitions"))
        for section in ["parameters", "responses"] {
            for entry in entries(of: fields.take(section), section) { componentNames[entry.value] = entry.name }
        }
    }

    private mutating func checked(_ node: YAMLNode?, _ name: String) -> YAMLNode? {
        _ = entries(of: node, name)
        return node
    }

    private mutating func readUnusedSwaggerComponents() {
        diagnostics.isUnused = !document.operations.isEmpty
        schemas.readUntouched()
        for entry in entries(of: root["responses"], "responses") where !entry.name.hasPrefix("x-") {
            if let target = references.resolved(entry.value, as: .response), responses[target] == nil { _ = response(target) }
        }
        for entry in entries(of: root["parameters"], "parameters") where !entry.name.hasPrefix("x-") {
            guard let target = references.resolved(entry.value, as: .parameter), target.isMapping else { continue }
            if let nested = target["schema"] { _ = schemas.schema(nested) } else { _ = parameter(target) }
        }
        schemas.readPending()
        diagnostics.isUnused = false
    }

    /// Converts `host`, `basePath` and `schemes` to one server per scheme.
    private mutating func readServers(_ fields: inout Fields) {
        let hostNode = fields.take("host")
        let pathNode = fields.take("basePath")
        let host = text(hostNode, "host")
        let path = text(pathNode, "basePath").map { $0.hasPrefix("/") || $0.isEmpty ? $0 : "/" + $0 } ?? ""
        let schemes = texts(fields.take("schemes"), "schemes")
        swagger.host = host
        swagger.basePath = path
        document.servers = servers(schemes: schemes, at: hostNode?.position ?? pathNode?.position ?? root.position)
    }

    func servers(schemes: [String], at position: Position) -> [Server] {
        guard let host = swagger.host else {
            return swagger.basePath.isEmpty ? [] : [Server(url: swagger.basePath, position: position)]
        }
        return (schemes.isEmpty ? ["https"] : schemes).map {
            Server(url: "\($0)://\(host)\(swagger.basePath)", position: position)
        }
    }

    mutating func mediaTypeNames(_ node: YAMLNode?, _ name: String) -> [YAMLNode] {
        elements(of: node, name).filter { element in
            guard let mediaType = text(element, name) else { return false }
            checkMediaType(mediaType, at: element)
            return true
        }
    }
}
