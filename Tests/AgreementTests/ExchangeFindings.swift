import AgreementJudge
import APIRuntime

extension Exchange {
    /// Bodies on which client or server and the author's schemas disagree.
    ///
    /// - Parameters:
    ///   - trials: values that fit the bodies' schemas, and spoiled ones.
    ///   - status: the status of the response that is described.
    func findings(_ trials: [Trial], status: Int, _ judge: Judge) async throws -> [Finding] {
        let certain = trials.filter { trial in
            guard let value = try? JSONValue(json: Array(trial.json.utf8)) else { return false }
            return judge.accepts(value, trial.schema, trial.direction) == (trial.kind == .fits)
        }
        let requests = certain.filter { $0.direction == .requests }
        var template: (request: RequestMessage, body: JSONValue)?
        for body in requests.isEmpty ? ["{}"] : requests.filter({ $0.kind == .fits }).map(\.json) where template == nil {
            let value = try JSONValue(json: Array(body.utf8))
            if let request = await request(body: value) { template = (request, value) }
        }
        guard let template else {
            return requests.first.map { [finding($0, "no request can be made of any value")] } ?? []
        }
        var findings: [Finding] = []
        for trial in certain {
            let refusal =
                trial.direction == .requests
                ? try await refusal(of: trial.json, in: template.request)
                : await failure(ofResponse: trial.json, status: status, body: template.body)
            if trial.kind == .fits, let refusal { findings.append(finding(trial, refusal)) }
            if trial.kind == .spoiled, refusal == nil { findings.append(finding(trial, "it is taken")) }
        }
        return findings
    }

    private func finding(_ trial: Trial, _ outcome: String) -> Finding {
        Finding(property: .carried, schema: trial.schema, direction: trial.direction, json: trial.json, outcome: outcome)
    }
}
