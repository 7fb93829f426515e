import Diagnostics
import YAMLTree

extension DocumentReader {
    /// Reads an extension of a generator of SDKs; what cannot be read is a warning, as the operation is complete without it.
    mutating func readPagination(_ fields: inout Fields) -> Pagination? {
        let speakeasy = fields.take("x-speakeasy-pagination")
        let fern = fields.take("x-fern-pagination")
        if let speakeasy, speakeasy.isMapping {
            let pagination = speakeasyPagination(speakeasy)
            if pagination == nil { report(.unknownPagination(speakeasy, "x-speakeasy-pagination")) }
            return pagination
        }
        // Fern's `true` refers to a description outside of the document.
        if let fern, fern.isMapping {
            let pagination = fernPagination(fern)
            if pagination == nil { report(.unknownPagination(fern, "x-fern-pagination")) }
            return pagination
        }
        return nil
    }

    private func speakeasyPagination(_ node: YAMLNode) -> Pagination? {
        let outputs = node["outputs"]
        func path(_ name: String) -> [String]? { (outputs?[name]?.text).flatMap { memberPath($0, below: "$") } }
        func input(_ type: String) -> String? {
            node["inputs"]?.elements.first { $0["type"]?.text == type && $0["in"]?.text == "parameters" }?["name"]?.text
        }
        let style: Pagination.Style? =
            switch node["type"]?.text {
            case "cursor":
                if let parameter = input("cursor"), let next = path("nextCursor") {
                    .cursor(parameter: parameter, next: next)
                } else {
                    nil
                }
            case "offsetLimit":
                input("page").map { .page(parameter: $0) } ?? input("offset").map { .offset(parameter: $0) }
            case "url": path("nextUrl").map { .url(next: $0) }
            default: nil
            }
        return style.map { Pagination(style: $0, items: path("results"), total: path("numPages"), position: node.position) }
    }

    private func fernPagination(_ node: YAMLNode) -> Pagination? {
        func path(_ name: String) -> [String]? { (node[name]?.text).flatMap { memberPath($0, below: "$response") } }
        func parameter(_ name: String) -> String? {
            guard let path = (node[name]?.text).flatMap({ memberPath($0, below: "$request") }), path.count == 1 else { return nil }
            return path[0]
        }
        let style: Pagination.Style?
        if let cursor = parameter("cursor") {
            style = path("next_cursor").map { .cursor(parameter: cursor, next: $0) }
        } else if let next = path("next_uri") {
            style = .url(next: next)
        } else {
            // Without a step, Fern adds one, as to the number of a page.
            style = parameter("offset").map { node["step"] == nil ? .page(parameter: $0) : .offset(parameter: $0) }
        }
        return style.map { Pagination(style: $0, items: path("results"), more: path("has-next-page"), position: node.position) }
    }

    /// The names in a path such as `$.meta.next`; `nil` if it has anything but names.
    private func memberPath(_ text: String, below root: String) -> [String]? {
        guard text.hasPrefix(root) else { return nil }
        let rest = text.dropFirst(root.count)
        if rest.isEmpty { return [] }
        guard rest.hasPrefix("."), !rest.contains("["), !rest.contains("*"), !rest.contains("..") else { return nil }
        return rest.dropFirst().split(separator: ".").map(String.init)
    }
}

extension Diagnostic {
    fileprivate static func unknownPagination(_ node: YAMLNode, _ name: String) -> Diagnostic {
        Diagnostic(
            .warning, "'\(name)' is ignored; it must name a parameter and members of the response, as documented for it",
            at: node.position)
    }
}
