import Diagnostics
import YAMLTree

extension DocumentReader {
    mutating func readPaths(_ node: YAMLNode?) {
        var seen: [String: YAMLEntry] = [:]
        for entry in entries(of: node, "paths") where !entry.name.hasPrefix("x-") {
            guard entry.name.hasPrefix("/") else {
                log.report(.pathWithoutSlash(entry))
                continue
            }
            let shape = PathTemplate(entry.name).shape
            if let first = seen[shape] { log.report(.samePath(entry, firstAt: first)) }
            seen[shape] = seen[shape] ?? entry
            document.operations += readPathItem(entry)
        }
    }

    mutating func readWebhooks(_ node: YAMLNode?) {
        for entry in entries(of: node, "webhooks") { document.webhooks += readPathItem(entry, isPath: false) }
    }

    private mutating func readPathItem(_ entry: YAMLEntry, isPath: Bool = true) -> [Operation] {
        guard let node = resolved(entry.value, as: "path item") else { return [] }
        var fields = fields(of: node, in: "the path item object")
        _ = fields.take("$ref")
        let shared = PathItem(
            path: entry.name, position: entry.key.position, summary: text(fields.take("summary"), "summary"),
            description: text(fields.take("description"), "description"),
            servers: readList(fields.take("servers"), named: "servers") { $0.readServer($1) },
            parameters: readParameters(fields.take("parameters")), isPath: isPath)
        var operations: [Operation] = []
        for field in node.entries where methods.contains(field.name) {
            _ = fields.take(field.name)
            operations.append(readOperation(field, method: field.name.uppercased(), in: shared))
        }
        for field in entries(of: fields.take("additionalOperations"), "additionalOperations") {
            operations.append(readOperation(field, method: field.name, in: shared))
        }
        warn(about: fields)
        return operations
    }

    private mutating func readOperation(_ entry: YAMLEntry, method: String, in item: PathItem) -> Operation {
        var fields = fields(of: entry.value, in: "the operation object")
        var operation = Operation(method: HTTPMethod(rawValue: method), path: item.path, position: entry.key.position)
        let id = fields.take("operationId")
        operation.id = id.flatMap { node in text(node, "operationId").map { Located($0, at: node.position) } }
        operation.summary = text(fields.take("summary"), "summary")
        operation.description = text(fields.take("description"), "description")
        operation.pathSummary = item.summary
        operation.pathDescription = item.description
        operation.tags = texts(fields.take("tags"), "tags")
        operation.externalDocs = fields.take("externalDocs").flatMap { readExternalDocs($0) }
        operation.isDeprecated = bool(fields.take("deprecated"), "deprecated") ?? false
        operation.isInternal = bool(fields.take("x-internal"), "x-internal") ?? false
        operation.parameters = merged(item.parameters, with: readParameters(fields.take("parameters")))
        operation.requestBody = fields.take("requestBody").flatMap { readRequestBody($0) }
        operation.responses = entries(of: fields.take("responses"), "responses").compactMap { readResponse($0) }
        operation.security = readSecurity(fields.take("security"))
        let servers = readList(fields.take("servers"), named: "servers") { $0.readServer($1) }
        operation.servers = servers.isEmpty ? item.servers : servers
        operation.codeSamples = readCodeSamples(fields.take("x-codeSamples") ?? fields.take("x-code-samples"))
        if let callbacks = fields.take("callbacks") { log.report(.callbacksLeftOut(callbacks)) }
        warn(about: fields)
        if item.isPath { checkPathParameters(of: operation, item) }
        return operation
    }

    private func merged(_ shared: [Parameter], with own: [Parameter]) -> [Parameter] {
        shared.filter { parameter in
            !own.contains { $0.name == parameter.name && $0.location == parameter.location }
        } + own
    }

    private mutating func checkPathParameters(of operation: Operation, _ item: PathItem) {
        let names = PathTemplate(item.path).names
        let declared = operation.parameters.filter { $0.location == .path }
        for name in names where !declared.contains(where: { $0.name == name }) {
            log.report(.undeclared(name, of: operation, in: item))
        }
        for parameter in declared where !names.contains(parameter.name) {
            log.report(.notInPath(parameter, item.path))
        }
    }

    private mutating func readCodeSamples(_ node: YAMLNode?) -> [CodeSample] {
        readList(node, named: "x-codeSamples") { reader, node in
            var fields = reader.fields(of: node, in: "the code sample")
            let language = reader.text(fields.take("lang"), "lang") ?? ""
            let label = reader.text(fields.take("label"), "label")
            return reader.text(fields.take("source"), "source").map {
                CodeSample(language: language, label: label, source: $0)
            }
        }
    }
}

/// What a path item says for all of its operations.
struct PathItem {
    let path: String
    let position: Position
    let summary: String?
    let description: String?
    let servers: [Server]
    let parameters: [Parameter]
    let isPath: Bool
}

private let methods: Set<String> = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]

/// A path with the names that stand in braces in it; section 4.8.8.2.
package struct PathTemplate {
    package private(set) var names: [String] = []
    /// The path with every name left out: two paths of one shape cannot be told apart.
    package private(set) var shape = ""

    package init(_ path: String) {
        var name: String?
        for character in path {
            switch character {
            case "{" where name == nil: name = ""
            case "}" where name != nil:
                names.append(name ?? "")
                shape += "{}"
                name = nil
            default:
                if name == nil { shape.append(character) } else { name?.append(character) }
            }
        }
        if let name { shape += "{" + name }
    }
}

extension Diagnostic {
    fileprivate static func pathWithoutSlash(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(.error, "path '\(entry.name)' must start with a slash", at: entry.key.position)
    }

    fileprivate static func samePath(_ entry: YAMLEntry, firstAt first: YAMLEntry) -> Diagnostic {
        Diagnostic(
            .error, "path '\(entry.name)' matches the same requests as '\(first.name)'", at: entry.key.position,
            notes: [.init("first used here", at: first.key.position)])
    }

    fileprivate static func undeclared(_ name: String, of operation: Operation, in item: PathItem) -> Diagnostic {
        Diagnostic(
            .error, "path parameter '\(name)' of '\(item.path)' is not declared", at: operation.position)
    }

    fileprivate static func notInPath(_ parameter: Parameter, _ path: String) -> Diagnostic {
        Diagnostic(
            .error, "path parameter '\(parameter.name)' does not occur in '\(path)'", at: parameter.position)
    }

    fileprivate static func callbacksLeftOut(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "callbacks are left out", at: node.position)
    }
}
