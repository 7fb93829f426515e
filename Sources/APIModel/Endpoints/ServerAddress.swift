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
