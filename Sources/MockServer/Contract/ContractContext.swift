import APIModel
import APIRuntime

/// What all exchanges of a test have in common.
struct ContractContext: Sendable {
    let model: MockModel
    let options: ContractOptions
    let configuration: ClientConfiguration
    /// Whether an error of the transport is that it could not connect.
    let isConnectionFailure: @Sendable (any Error) -> Bool
    /// Returns the JSON Pointer of a schema in the document.
    let pointer: @Sendable (SchemaID) -> String?
}

extension ClientConfiguration {
    /// Creates the configuration of a client that returns every response as it is.
    init(_ about: About, _ options: ContractOptions, _ transport: any ClientTransport) {
        self.init(
            serverURL: options.serverURL, securitySchemes: about.securitySchemes.map { APIRuntime.SecurityScheme($0) },
            credentials: options.clientCredentials(for: about.securitySchemes), transport: transport)
        headers = options.headers
        if userAgent == nil { userAgent = "apigen-test" }
        retries = .off
        maximumRedirects = 0
        maximumResponseBytes = options.maximumResponseBytes
        // Violations are found one by one, and reported together.
        validatesResponses = false
        idleTimeout = nil
    }
}
