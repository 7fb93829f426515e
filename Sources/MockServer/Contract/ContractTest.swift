package import APIModel
package import APIRuntime
package import Diagnostics

/// Calls the operations of a running server, and judges its responses by the document.
package struct ContractTest: Sendable {
    private let context: ContractContext

    /// Creates the test of an API.
    ///
    /// - Parameters:
    ///   - transport: Sends the requests.
    ///   - isConnectionFailure: Whether an error of the transport is that it could not connect.
    ///   - pointer: Returns the JSON Pointer of the value at a position of the document.
    package init(
        _ api: API, _ options: ContractOptions, transport: any ClientTransport,
        isConnectionFailure: @escaping @Sendable (any Error) -> Bool, pointer: @escaping @Sendable (Position) -> String?
    ) {
        let model = MockModel(api, validating: .responses)
        context = ContractContext(
            model: model, options: options, configuration: ClientConfiguration(api.about, options, transport),
            isConnectionFailure: isConnectionFailure,
            pointer: { id in
                let schemas = model.api.schemas
                return pointer(schemas[schemas.target(of: id)].position)
            })
    }

    /// Calls the operations in document order, those with DELETE last, so that the others find what they need.
    ///
    /// - Parameters:
    ///   - isSelected: Whether an operation is one of those to test.
    ///   - report: Called after each exchange.
    package func run(
        where isSelected: (ResolvedOperation) -> Bool = { _ in true }, report: (ContractReport) -> Void
    ) async -> ContractSummary {
        let selected = context.model.endpoints.filter { isSelected($0.operation) }
        let called = selected.filter { context.options.callsUnsafeMethods || $0.isSafe }
        var summary = ContractSummary()
        summary.unsafeOperations = selected.count - called.count
        let end = ContinuousClock.now + context.options.totalTimeout
        for endpoint in called.filter({ !$0.isDelete }) + called.filter(\.isDelete) {
            for var exchange in exchanges(with: endpoint) {
                let remaining = end - .now
                guard remaining > .zero else {
                    summary.hasRunOutOfTime = true
                    return summary
                }
                summary.unreachable = await exchange.run(within: min(context.options.timeout, remaining))
                guard summary.unreachable == nil else { return summary }
                summary.add(exchange.report)
                report(exchange.report)
            }
        }
        return summary
    }

    private func exchanges(with endpoint: Endpoint) -> [ContractExchange] {
        let missing = context.options.missingCredentials(of: endpoint.operation, in: context.model.api.about)
        let valid = ContractExchange(endpoint, context, missingCredentials: missing)
        // Without a credential, a request is rejected whatever else it has.
        guard context.options.sendsInvalidRequests, missing.isEmpty,
            let violation = ContractViolation.first(of: endpoint, in: context.model.api)
        else { return [valid] }
        return [valid, ContractExchange(endpoint, context, violating: violation, missingCredentials: missing)]
    }
}

extension Endpoint {
    fileprivate var isDelete: Bool { operation.method == "DELETE" }

    /// Whether the method is safe (RFC 9110, section 9.2.1), as QUERY is, too.
    fileprivate var isSafe: Bool { ["GET", "HEAD", "OPTIONS", "TRACE", "QUERY"].contains(operation.method) }
}
