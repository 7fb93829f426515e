package import Diagnostics

/// A server with its variables (OpenAPI 3.1.1, sections 4.8.5 and 4.8.6).
package struct ServerAddress: Sendable {
    package let name: String?
    package let description: String?
    /// The URL with variables in braces.
    package let template: String
    package let variables: [ServerVariable]
    package let position: Position

    package init(name: String?, description: String?, template: String, variables: [ServerVariable], position: Position) {
        self.name = name
        self.description = description
        self.template = template
        self.variables = variables
        self.position = position
    }
}

extension ServerAddress {
    /// The URL with the default of each variable.
    package var defaultURL: String {
        variables.reduce(template) { url, variable in
            url.split(separator: "{\(variable.name)}", omittingEmptySubsequences: false).joined(separator: variable.defaultValue)
        }
    }

    /// The path of ``defaultURL``, without a slash at its end unless it is the root's.
    ///
    /// A relative URL counts from the root, since where the document is served is not known.
    package var basePath: String {
        var rest = Substring(defaultURL.prefix { $0 != "?" && $0 != "#" })
        if let authority = rest.firstRange(of: "//"), rest[..<authority.lowerBound].allSatisfy({ $0 != "/" }) {
            rest = rest[authority.upperBound...].drop { $0 != "/" }
        }
        var segments: [Substring] = []
        for segment in rest.split(separator: "/") where segment != "." {
            if segment == ".." { _ = segments.popLast() } else { segments.append(segment) }
        }
        return "/" + segments.joined(separator: "/")
    }

    /// The URL for examples, without a slash at its end; a relative one is shown on a host that is reserved for this (RFC 2606).
    package var exampleURL: String {
        guard defaultURL.contains("://") else { return APIModel.exampleURL(below: basePath) }
        var url = Substring(defaultURL)
        while url.hasSuffix("/") { url.removeLast() }
        return String(url)
    }
}

extension About {
    /// The path below which the operations are found: that of the first server.
    package var basePath: String { servers.first?.basePath ?? "/" }

    /// The URL of the only server, where that is all that a client needs.
    package var defaultServerURL: String? {
        guard servers.count == 1, let url = servers.first?.defaultURL else { return nil }
        return url.hasPrefix("http://") || url.hasPrefix("https://") ? url : nil
    }
}

/// The host of examples.
package let exampleHost = "https://example.com"

/// Returns the URL of a path on the host of examples, without a slash at its end.
func exampleURL(below path: String) -> String {
    exampleHost + (path == "/" ? "" : path)
}

package struct ServerVariable: Sendable {
    package let name: String
    package let defaultValue: String
    package let values: [String]
    package let description: String?

    package init(name: String, defaultValue: String, values: [String], description: String?) {
        self.name = name
        self.defaultValue = defaultValue
        self.values = values
        self.description = description
    }
}
