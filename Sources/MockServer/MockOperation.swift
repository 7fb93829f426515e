import APIModel
import APIRuntime
import HTTPTypes

/// Responds to the requests of an operation.
struct MockOperation: Sendable {
    let index: Int
    let model: MockModel
    let options: MockOptions
    let callbacks: CallbackSender?

    init(_ index: Int, in model: MockModel, options: MockOptions, callbacks: CallbackSender?) {
        self.index = index
        self.model = model
        self.options = options
        self.callbacks = callbacks
    }

    var endpoint: Endpoint { model.endpoints[index] }

    /// Validates a request and returns the response that it asks for, or the first one that the document describes as a success.
    ///
    /// - Throws: A failure for a missing credential.
    func respond(to request: ServerRequest) async throws -> ServerResponse {
        if !request.operation.security.isEmpty { _ = try await request.authenticateIfPresented { _, _ in true } }
        let preferences = Preferences(request)
        var check = RequestCheck(request, model)
        await check.run(endpoint)
        if let refusal = check.refusal { return response(to: refusal, preferences) }
        let findings = preferences.findings + check.findings
        guard findings.isEmpty else { return response(to: findings, preferences) }
        let response = documentedResponse(to: request, preferences)
        if let callbacks, 200...299 ~= response.status {
            callbacks.send(endpoint, of: model, after: request, body: check.body, response)
        }
        return response
    }

    /// Returns the response for the status that is asked for, else for the lowest status of a success.
    private func documentedResponse(to request: ServerRequest, _ preferences: Preferences) -> ServerResponse {
        do throws(MockProblem) {
            guard let chosen = ChosenOutcome(endpoint.outcomes, code: preferences.code) else {
                throw preferences.code.map { .noResponse(for: $0) } ?? .noSuccess()
            }
            return try response(chosen, accepting: request.accept, preferences)
        } catch {
            return error.response
        }
    }
}

/// A documented response and the status to send it with.
struct ChosenOutcome {
    let outcome: Outcome
    let status: Int

    init(outcome: Outcome, status: Int) {
        self.outcome = outcome
        self.status = status
    }

    /// Creates a choice, or returns `nil` if the document has no response for it.
    ///
    /// - Parameter code: The status that is asked for; `nil` for the lowest success.
    init?(_ outcomes: [Outcome], code: Int?) {
        func first(_ pattern: StatusPattern) -> Outcome? { outcomes.first { $0.response.status == pattern } }
        guard let code else {
            guard let lowest = Self.lowestSuccess(outcomes) else { return nil }
            self = lowest
            return
        }
        guard let outcome = first(.code(code)) ?? first(.range(code / 100)) ?? first(.default) else { return nil }
        self.init(outcome: outcome, status: code)
    }

    /// The response with the lowest code of 2xx, else `2XX`, `default` or, if there is none, a redirection.
    private static func lowestSuccess(_ outcomes: [Outcome]) -> ChosenOutcome? {
        let coded = outcomes.compactMap { outcome -> ChosenOutcome? in
            guard case .code(let code) = outcome.response.status else { return nil }
            return ChosenOutcome(outcome: outcome, status: code)
        }.sorted { $0.status < $1.status }
        if let success = coded.first(where: { 200...299 ~= $0.status }) { return success }
        for pattern in [StatusPattern.range(2), .default] {
            if let outcome = outcomes.first(where: { $0.response.status == pattern }) {
                return ChosenOutcome(outcome: outcome, status: 200)
            }
        }
        return coded.first { 300...399 ~= $0.status }
    }
}
