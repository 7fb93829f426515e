import APIModel
import APIRuntime

/// One request and the judgment of its response.
struct ContractExchange {
    private(set) var report: ContractReport
    private let endpoint: Endpoint
    private let context: ContractContext
    private let violation: ContractViolation?
    private let missingCredentials: [String]

    /// - Parameter missingCredentials: The names of the security schemes that the request has no credential for.
    init(
        _ endpoint: Endpoint, _ context: ContractContext, violating violation: ContractViolation? = nil,
        missingCredentials: [String]
    ) {
        self.endpoint = endpoint
        self.context = context
        self.violation = violation
        self.missingCredentials = missingCredentials
        report = ContractReport(
            method: endpoint.operation.method, path: endpoint.operation.path, violation: violation?.text, outcome: .passed)
    }

    /// Sends the request and judges the response.
    ///
    /// - Returns: Why the server cannot be reached; `nil` if it can.
    mutating func run(within limit: Duration) async -> String? {
        let request = ContractRequest(endpoint, context, within: limit, violating: violation)
        if let problem = request.problem {
            report.outcome = .notCalled(reason: problem)
            return nil
        }
        let start = ContinuousClock.now
        do {
            let response = try await request.call.stream()
            report.status = response.status
            await judge(response, to: request)
        } catch {
            switch error.cause {
            case .unencodable: report.outcome = .notCalled(reason: error.reason)
            case .transport(let underlying) where context.isConnectionFailure(underlying): return error.reason
            default: report.outcome = .failed([error.reason])
            }
        }
        report.duration = .now - start
        return nil
    }

    private mutating func judge(_ response: StreamedClientResponse, to request: ContractRequest) async {
        let status = StatusCheck(response.status, of: endpoint, to: request, missingCredentials: missingCredentials)
        report.outcome = violation == nil ? status.valid : status.invalid
        guard let described = ChosenOutcome(endpoint.outcomes, code: response.status)?.outcome.response else { return }
        var check = ResponseCheck(response, of: endpoint, in: context)
        await check.run(described)
        guard !check.findings.isEmpty else { return }
        if case .failed(let reasons) = report.outcome {
            report.outcome = .failed(reasons + check.findings)
        } else {
            report.outcome = .failed(check.findings)
        }
    }
}
