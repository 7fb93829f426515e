import Diagnostics
import YAMLTree

extension DocumentReader {
    mutating func readResponses(_ node: YAMLNode?, of operation: YAMLNode) -> [Response] {
        if node == nil, document.version <= .v3_0, operation.isMapping { report(.noResponses(operation)) }
        var responses: [Response] = []
        var seen: [StatusPattern: Position] = [:]
        for entry in entries(of: node, "responses") where !entry.name.hasPrefix("x-") {
            guard let response = readResponse(entry) else { continue }
            if let first = seen[response.status] {
                report(.duplicateStatus(entry, first: first), choosing: "the first one is used")
            } else {
                seen[response.status] = response.position
                responses.append(response)
            }
        }
        return responses
    }

    private mutating func readResponse(_ entry: YAMLEntry) -> Response? {
        guard let status = readStatus(entry) else { return nil }
        guard entry.value.isMapping else {
            report(.notAResponse(entry), choosing: "it is ignored")
            return nil
        }
        guard let node = references.resolved(entry.value, as: .response), var response = response(node) else { return nil }
        response.status = status
        response.position = entry.key.position
        response.description = references.siblingText("description", of: entry.value) ?? response.description
        return response
    }

    /// Returns the response at a node, without its status; each node is read once.
    mutating func response(_ node: YAMLNode) -> Response? {
        // In Swagger the media types depend on the operation, so responses are not shared.
        if document.version > .v2_0, let known = responses[node] { return known }
        var fields = fields(of: node, in: "the response object")
        var response = Response(status: .default, definition: node.position, position: node.position)
        response.summary = prose(fields.take("summary"), "summary")
        response.description = prose(fields.take("description"), "description")
        if response.description == nil, node.isMapping, document.version < .v3_2 {
            report(.responseWithoutDescription(node))
        }
        response.componentName = componentNames[node]
        if document.version == .v2_0 {
            readSwaggerResponse(&response, &fields)
        } else {
            response.headers = readHeaders(fields.take("headers"))
            response.content = readContent(fields.take("content"))
            response.links = entries(of: fields.take("links"), "links").compactMap { readLink($0) }
        }
        warn(about: fields)
        responses[node] = .some(response)
        return response
    }

    private mutating func readStatus(_ entry: YAMLEntry) -> StatusPattern? {
        let text = entry.name
        if text == "default" { return .default }
        if text.utf8.count == 3, let code = Int(text), (100...599).contains(code) { return .code(code) }
        if text.utf8.count == 3, text.lowercased().hasSuffix("xx"), let first = text.first?.wholeNumberValue,
            (1...5).contains(first)
        {
            if !text.hasSuffix("XX") { report(.lowerCaseRange(entry)) }
            return .range(first)
        }
        report(.unknownStatus(entry), choosing: "the response is ignored")
        return nil
    }

    private mutating func readLink(_ entry: YAMLEntry) -> Link? {
        guard let node = references.resolved(entry.value, as: .link) else { return nil }
        var fields = fields(of: node, in: "the link object")
        var link = Link(name: entry.name, position: entry.key.position)
        link.operationID = text(fields.take("operationId"), "operationId")
        link.operationReference = text(fields.take("operationRef"), "operationRef")
        link.description = prose(fields.take("description"), "description")
        link.parameters = entries(of: fields.take("parameters"), "parameters").map { LinkParameter(name: $0.name, value: $0.value) }
        link.requestBody = fields.take("requestBody")
        link.server = fields.take("server").flatMap { readServer($0) }
        warn(about: fields)
        return link
    }
}

extension Diagnostic {
    fileprivate static func noResponses(_ operation: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "the operation has no 'responses'", at: operation.position)
    }

    fileprivate static func notAResponse(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(.error, "response '\(entry.name)' must be a mapping, found \(entry.value.kindPhrase)", at: entry.value.position)
    }

    fileprivate static func responseWithoutDescription(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "a response needs a 'description'", at: node.position)
    }

    fileprivate static func lowerCaseRange(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(
            .warning, "status range '\(entry.name)' must be written '\(entry.name.uppercased())'", at: entry.key.position)
    }

    fileprivate static func duplicateStatus(_ entry: YAMLEntry, first: Position) -> Diagnostic {
        Diagnostic(
            .error, "status code '\(entry.name)' already has a response", at: entry.key.position,
            notes: [.init("the first response is here", at: first)])
    }

    fileprivate static func unknownStatus(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(
            .error, "'\(entry.name)' is not a status code, expected 100 to 599, 1XX to 5XX or default", at: entry.key.position)
    }
}
