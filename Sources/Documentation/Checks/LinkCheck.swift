import APIModel
import Diagnostics
import Printing

/// Reports links in descriptions that point to no page.
func checkLinks(_ api: API, log: inout DiagnosticLog) {
    let pages = Pages(api)
    var reported: Set<String> = []
    for (text, position) in api.descriptions {
        guard let text, text[...].firstLinkSigns != nil else { continue }
        _ = rewritingLinks(in: text) { target in
            if !isExternal(target), pages.page(linkedAs: target) == nil, reported.insert("\(position) \(target)").inserted {
                log.report(.deadLink(target, at: position))
            }
            return .keep
        }
    }
}

extension API {
    /// Every description that a page shows, with the place of what it describes.
    fileprivate var descriptions: [(String?, Position)] {
        var all: [(String?, Position)] = [(about.description, about.position)]
        all += about.tags.map { ($0.description, $0.position) } + about.securitySchemes.map { ($0.description, $0.position) }
        for operation in (endpoints.map(\.operation) + documentedWebhooks).filter({ !$0.isInternal }) {
            all += operation.descriptions
        }
        let written = schemas.ids.map { schemas[SchemaID(index: $0)] }.filter {
            if case .document = $0.origin { true } else { false }
        }
        return all + written.map { ($0.annotations.description, $0.position) }
    }
}

extension ResolvedOperation {
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
        Diagnostic(
            .warning,
            "the link target '\(target)' in a description is not a page of the documentation; only the link's text is shown",
            at: position)
    }
}
