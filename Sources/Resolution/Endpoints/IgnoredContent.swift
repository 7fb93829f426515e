import APIModel
import Diagnostics
import OpenAPI

extension OpenAPI.Response {
    /// Whether the response to a method can have content: responses to HEAD and those with some statuses never have any, regardless
    /// of what the document defines (RFC 9110, sections 6.4.1, 9.3.2 and 15).
    func hasContent(to method: OpenAPI.HTTPMethod) -> Bool {
        method.rawValue != "HEAD" && !statusPattern(status).isWithoutContent
    }
}

extension APIModel.StatusPattern {
    fileprivate var isWithoutContent: Bool {
        switch self {
        case .code(let code): code < 200 || code == 204 || code == 205 || code == 304
        case .range(let first): first == 1
        case .default: false
        }
    }
}

/// Warns of `content` that is never sent or read.
func reportIgnoredContent(of document: OpenAPIDocument, log: inout DiagnosticLog) {
    let operations = document.operations + document.webhooks
    /// The places that are known, as several operations may refer to one component.
    var seen: Set<Position> = []
    for operation in operations + operations.flatMap(\.callbacks).flatMap(\.operations) {
        for response in operation.responses {
            guard let first = response.content.first else { continue }
            if !response.hasContent(to: operation.method) {
                if seen.insert(first.position).inserted { log.report(.contentCannotBeSent(first, response, operation)) }
            } else {
                reportSameMediaTypes(in: response.content, &seen, log: &log)
            }
        }
        reportSameMediaTypes(in: operation.requestBody?.content ?? [], &seen, log: &log)
    }
}

private func reportSameMediaTypes(in content: [OpenAPI.MediaType], _ seen: inout Set<Position>, log: inout DiagnosticLog) {
    var known: [String: OpenAPI.MediaType] = [:]
    for mediaType in content {
        let identity = MediaTypeName(mediaType.name, coding: .bytes).identity
        guard let first = known[identity] else {
            known[identity] = mediaType
            continue
        }
        if seen.insert(mediaType.position).inserted { log.report(.sameMediaType(mediaType, first)) }
    }
}

extension Diagnostic {
    fileprivate static func contentCannotBeSent(
        _ content: OpenAPI.MediaType, _ response: OpenAPI.Response, _ operation: OpenAPI.Operation
    ) -> Diagnostic {
        let subject = operation.method.rawValue == "HEAD" ? "to HEAD" : "with status \(statusPattern(response.status).text)"
        return Diagnostic(.warning, "a response \(subject) has no body; its 'content' is ignored", at: content.position)
    }

    fileprivate static func sameMediaType(_ content: OpenAPI.MediaType, _ first: OpenAPI.MediaType) -> Diagnostic {
        Diagnostic(
            .warning, "'\(content.name)' is the same media type as '\(first.name)'; it is ignored", at: content.position,
            notes: [.init("the first one is here", at: first.position)])
    }
}
