import APIModel
import Diagnostics
import OpenAPI

/// Reports links of descriptions that lead to no page.
func checkLinks(_ api: API, log: inout DiagnosticLog) {
    let pages = Pages(api)
    var reported: Set<String> = []
    for (text, position) in api.document.descriptions {
        guard let text, text.contains("](") else { continue }
        _ = rewritingLinks(in: text) { target in
            if !isExternal(target), pages.page(linkedAs: target) == nil, reported.insert("\(position) \(target)").inserted {
                log.report(.deadLink(target, at: position))
            }
            return .keep
        }
    }
}

extension OpenAPIDocument {
    /// Every description that a page shows, with the place of what it describes.
    fileprivate var descriptions: [(String?, Position)] {
        var all: [(String?, Position)] = [(info.description, position)]
        all += tags.map { ($0.description, $0.position) } + securitySchemes.map { ($0.description, $0.position) }
        for operation in (operations + webhooks).filter({ !$0.isInternal }) { all += operation.descriptions }
        return all + schemas.map { ($0.description, $0.position) }
    }
}

extension Operation {
    fileprivate var descriptions: [(String?, Position)] {
        var all: [(String?, Position)] = [(description, position), (pathDescription, position)]
        all += parameters.map { ($0.description, $0.position) }
        if let requestBody { all.append((requestBody.description, requestBody.position)) }
        for response in responses {
            all.append((response.description, response.position))
            all += response.headers.map { ($0.description, $0.position) }
        }
        return all
    }
}

extension Diagnostic {
    fileprivate static func deadLink(_ target: String, at position: Position) -> Diagnostic {
        Diagnostic(.warning, "the link to '\(target)' in a description leads to no page, its words are shown without it", at: position)
    }
}
