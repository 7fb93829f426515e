import Diagnostics
import YAMLTree

extension DocumentReader {
    /// - Parameter shared: The parameters of the path item, which Swagger merges differently.
    mutating func readOperation(
        _ entry: YAMLEntry, method: String, in item: PathItem, _ shared: YAMLNode?
    ) -> Operation? {
        guard entry.value.isMapping else {
            report(.notAnOperation(entry), choosing: "it is ignored")
            return nil
        }
        var fields = fields(of: entry.value, in: "the operation object")
        let template = PathTemplate(item.isPath && !item.path.hasPrefix("/") ? "/" + item.path : item.path)
        var operation = Operation(
            method: HTTPMethod(rawValue: method), path: item.isPath ? template.sentPath : item.path, position: entry.key.position)
        readDescription(of: &operation, &fields)
        operation.pathSummary = item.summary
        operation.pathDescription = item.description
        if document.version == .v2_0 {
            readSwaggerOperation(&operation, &fields, shared)
        } else {
            operation.parameters = merged(item.parameters, with: readParameters(fields.take("parameters")))
            operation.requestBody = fields.take("requestBody").flatMap { readRequestBody($0) }
            let servers = readList(fields.take("servers"), named: "servers") { $0.readServer($1) }
            operation.servers = servers.isEmpty ? item.servers : servers
            operation.callbacks = readCallbacks(fields.take("callbacks"))
        }
        operation.retries = readRetries(&fields)
        operation.responses = readResponses(fields.take("responses"), of: entry.value)
        operation.security = readSecurity(fields.take("security"))
        warn(about: fields)
        if item.isPath { checkPathParameters(of: &operation, in: template) }
        return operation
    }

    private mutating func readDescription(of operation: inout Operation, _ fields: inout Fields) {
        let id = fields.take("operationId")
        operation.id = id.flatMap { node in text(node, "operationId").map { Located($0, at: node.position) } }
        if let id, operation.id?.value.isEmpty == true {
            report(.emptyID(id))
            operation.id = nil
        }
        operation.summary = prose(fields.take("summary"), "summary")
        operation.description = prose(fields.take("description"), "description")
        operation.tags = readTagNames(fields.take("tags"))
        operation.externalDocs = fields.take("externalDocs").flatMap { readExternalDocs($0) }
        operation.isDeprecated = bool(fields.take("deprecated"), "deprecated") ?? false
        operation.sunset = fields.take("x-sunset")?.text
        operation.isInternal = fields.take("x-internal")?.bool ?? false
        operation.pagination = readPagination(&fields)
        operation.codeSamples = readCodeSamples(fields.take("x-codeSamples") ?? fields.take("x-code-samples"))
    }

    /// Reads the names of tags; errors are warnings, as tags do not affect code.
    private mutating func readTagNames(_ node: YAMLNode?) -> [String] {
        guard let node, !node.isNull else { return [] }
        guard !node.isSequence else { return node.elements.compactMap { prose($0, "tags") } }
        report(.tagsAreNoList(node))
        return node.text.map { [$0] } ?? []
    }

    private mutating func checkPathParameters(of operation: inout Operation, in template: PathTemplate) {
        let names = template.names
        let declared = operation.parameters.filter { $0.location == .path }
        for name in names where !declared.contains(where: { $0.name == name }) {
            let close = closestMatch(to: name, in: declared.map(\.name))
            report(.undeclared(name, of: operation, guess: close), choosing: "read as a string")
            operation.parameters.append(
                Parameter(
                    name: name, location: .path, isRequired: true, style: .simple, explode: false,
                    position: operation.position))
        }
        for parameter in declared where !names.contains(parameter.name) && !template.fragmentNames.contains(parameter.name) {
            report(.notInPath(parameter, operation), choosing: "it is ignored")
        }
        operation.parameters.removeAll { $0.location == .path && !names.contains($0.name) }
    }

    private mutating func readCallbacks(_ node: YAMLNode?) -> [Callback] {
        guard let node else { return [] }
        var callbacks: [Callback] = []
        for entry in entries(of: node, "callbacks") where !entry.name.hasPrefix("x-") {
            guard let target = references.resolved(entry.value, as: .callback) else { continue }
            callbacks += readCallback(target, named: entry)
        }
        return callbacks
    }

    mutating func readCallback(_ node: YAMLNode, named entry: YAMLEntry) -> [Callback] {
        // The operations of a callback can refer to the callback itself.
        guard enter(node) else { return [] }
        defer { depth -= 1 }
        return entries(of: node, "callback").compactMap { expression in
            guard !expression.name.hasPrefix("x-") else { return nil }
            guard openCallbacks.insert(expression.value).inserted else { return nil }
            defer { openCallbacks.remove(expression.value) }
            return Callback(
                name: entry.name, expression: expression.name, operations: readPathItem(expression, isPath: false),
                position: entry.key.position)
        }
    }

    private mutating func readCodeSamples(_ node: YAMLNode?) -> [CodeSample] {
        guard let node, node.isSequence else { return [] }
        return node.elements.compactMap { sample in
            guard let source = sample["source"]?.text else { return nil }
            return CodeSample(language: sample["lang"]?.text ?? "", label: sample["label"]?.text, source: source)
        }
    }
}

// Not a method, as evaluating its arguments would then copy the reader's tables.
private func merged(_ shared: [Parameter], with own: [Parameter]) -> [Parameter] {
    guard !shared.isEmpty else { return own }
    let replaced = Set(own.map(\.key))
    return shared.filter { !replaced.contains($0.key) } + own
}

extension Diagnostic {
    fileprivate static func notAnOperation(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(.error, "operation '\(entry.name)' must be a mapping, found \(entry.value.kindPhrase)", at: entry.value.position)
    }

    fileprivate static func emptyID(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "'operationId' is empty; the operation is named after its path", at: node.position)
    }

    fileprivate static func tagsAreNoList(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "'tags' must be a list, found \(node.kindPhrase)", at: node.position)
    }

    fileprivate static func undeclared(_ name: String, of operation: Operation, guess: String?) -> Diagnostic {
        return Diagnostic(
            .error, "path parameter '\(name)' of '\(operation.path)' is not declared\(suggestion(guess))", at: operation.position)
    }

    fileprivate static func notInPath(_ parameter: Parameter, _ operation: Operation) -> Diagnostic {
        Diagnostic(
            .error, "path parameter '\(parameter.name)' does not appear in '\(operation.path)'", at: parameter.position)
    }
}
