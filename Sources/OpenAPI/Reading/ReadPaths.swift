import Diagnostics
import YAMLTree

/// The fields of a path item that apply to all of its operations.
struct PathItem {
    let path: String
    let position: Position
    /// Whether this is an item of `paths`, not a webhook or a callback.
    let isPath: Bool
    var summary: String?
    var description: String?
    var servers: [Server] = []
    var parameters: [Parameter] = []

    init(_ entry: YAMLEntry, isPath: Bool) {
        path = entry.name
        position = entry.key.position
        self.isPath = isPath
    }
}

extension DocumentReader {
    mutating func readPaths(_ node: YAMLNode?) {
        if let node, node.isNull { report(.expected("a mapping", for: "paths", found: node), choosing: "read as empty") }
        var seen: [String: Position] = [:]
        var sent: [String: Operation] = [:]
        for entry in entries(of: node, "paths") where !entry.name.hasPrefix("x-") {
            let template = PathTemplate(entry.name)
            if !entry.name.hasPrefix("/") { report(.pathWithoutSlash(entry), choosing: "read as '/\(entry.name)'") }
            if template.sentPath.contains("?") { report(.queryInPath(entry)) }
            if template.hasFragment, template.problem == nil { report(.fragmentInPath(entry)) }
            if let problem = template.problem { report(.badPath(entry, problem), choosing: "the path is ignored") }
            guard template.problem == nil else { continue }
            for operation in readPathItem(entry, isPath: true) {
                let request = operation.method.rawValue + " " + template.shape
                if let first = seen[request] {
                    report(.samePath(operation, first: first), choosing: "the first one is used")
                } else {
                    seen[request] = operation.position
                    document.operations.append(operation)
                    let request = operation.method.rawValue + " " + template.sentShape
                    if let first = sent[request] { report(.sameRequest(entry, operation, as: first)) }
                    sent[request] = sent[request] ?? operation
                }
            }
        }
    }

    mutating func readWebhooks(_ node: YAMLNode?) {
        for entry in entries(of: node, "webhooks") where !entry.name.hasPrefix("x-") {
            document.webhooks += readPathItem(entry, isPath: false)
        }
    }

    mutating func readPathItem(_ entry: YAMLEntry, isPath: Bool) -> [Operation] {
        guard entry.value.isMapping || entry.value.isNull else {
            report(.notAPathItem(entry), choosing: "it is ignored")
            return []
        }
        guard let node = references.resolved(entry.value, as: .pathItem), node.isMapping else { return [] }
        var fields = fields(of: node, in: "the path item object")
        var item = PathItem(entry, isPath: isPath)
        item.summary = prose(fields.take("summary"), "summary")
        item.description = prose(fields.take("description"), "description")
        item.servers = readList(fields.take("servers"), named: "servers") { $0.readServer($1) }
        let parameters = fields.take("parameters")
        item.parameters = document.version == .v2_0 ? [] : readParameters(parameters)
        var operations: [Operation] = []
        for field in node.entries where methods.contains(field.name) && keeps(field.value, of: item) {
            if let operation = readOperation(field, method: field.name.uppercased(), in: item, parameters) {
                operations.append(operation)
            }
        }
        for method in methods { _ = fields.take(method) }
        for entry in node.entries where document.version < .v3_2 && ["query", "additionalOperations"].contains(entry.name) {
            report(.newMethod(entry))
        }
        for field in entries(of: fields.take("additionalOperations"), "additionalOperations") where keeps(field.value, of: item) {
            if let operation = readAdditionalOperation(field, in: item) { operations.append(operation) }
        }
        warn(about: fields)
        return operations
    }

    private mutating func readAdditionalOperation(_ field: YAMLEntry, in item: PathItem) -> Operation? {
        guard field.name.isToken else {
            report(.noMethod(field), choosing: "it is ignored")
            return nil
        }
        guard !methods.contains(field.name.lowercased()) else {
            report(.fixedMethod(field), choosing: "read as '\(field.name.lowercased())'")
            return readOperation(field, method: field.name.uppercased(), in: item, nil)
        }
        return readOperation(field, method: field.name, in: item, nil)
    }
}

private let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]

extension Diagnostic {
    fileprivate static func pathWithoutSlash(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(.error, "path '\(entry.name)' must start with '/'", at: entry.key.position)
    }

    fileprivate static func badPath(_ entry: YAMLEntry, _ problem: String) -> Diagnostic {
        Diagnostic(.error, "path '\(entry.name)' \(problem)", at: entry.key.position)
    }

    fileprivate static func samePath(_ operation: Operation, first: Position) -> Diagnostic {
        Diagnostic(
            .error, "\(operation.method.rawValue) '\(operation.path)' matches the same requests as another operation",
            at: operation.position, notes: [.init("the other operation is here", at: first)])
    }

    fileprivate static func sameRequest(_ entry: YAMLEntry, _ operation: Operation, as first: Operation) -> Diagnostic {
        Diagnostic(
            .warning,
            "\(operation.method.rawValue) '\(entry.name)' matches the same requests as another operation; servers only call that one",
            at: operation.position, notes: [.init("the other operation is here", at: first.position)])
    }

    fileprivate static func notAPathItem(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(
            .error, "path item '\(entry.name)' must be a mapping, found \(entry.value.kindPhrase)", at: entry.value.position)
    }

    fileprivate static func queryInPath(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(.warning, "path '\(entry.name)' contains a query string; use query parameters instead", at: entry.key.position)
    }

    fileprivate static func fragmentInPath(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(
            .warning, "path '\(entry.name)' contains a fragment, which HTTP requests do not include; it is ignored",
            at: entry.key.position)
    }

    fileprivate static func fixedMethod(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(
            .error,
            "'additionalOperations' cannot contain '\(entry.name)'; use the field '\(entry.name.lowercased())' of the path item",
            at: entry.key.position)
    }

    fileprivate static func newMethod(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(.warning, "'\(entry.name)' needs OpenAPI 3.2, read as in 3.2", at: entry.key.position)
    }

    fileprivate static func noMethod(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(.error, "'\(entry.name)' is not an HTTP method", at: entry.key.position)
    }
}
