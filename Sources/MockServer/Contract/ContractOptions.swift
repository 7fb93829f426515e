package import HTTPTypes

/// How the operations of a running server are tested.
package struct ContractOptions: Sendable {
    /// The URL below which the operations are, in place of those of the document's servers.
    package var serverURL: String
    /// The header fields of all requests.
    package var headers = HTTPFields()
    /// The credentials by the names of their security schemes: keys, tokens, or user and password with a colon between them.
    package var credentials: [String: String] = [:]
    /// Values of parameters by their names, in place of the document's examples.
    package var parameters: [String: String] = [:]
    /// The time limit of each exchange, from its start to the last byte of its response.
    package var timeout = Duration.seconds(10)
    /// The time limit of all exchanges together.
    package var totalTimeout = Duration.seconds(600)
    /// The greatest number of bytes of a response.
    package var maximumResponseBytes = 10 << 20
    /// Whether operations are called whose methods are not safe (RFC 9110, section 9.2.1).
    package var callsUnsafeMethods = false
    /// Whether each operation also gets a request that violates the document.
    package var sendsInvalidRequests = false

    package init(serverURL: String) {
        self.serverURL = serverURL
    }
}
