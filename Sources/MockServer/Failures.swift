import APIModel
import APIRuntime

extension MockOperation {
    /// Returns the response to a request that the runtime rejects, such as one without a credential.
    func response(to failure: RequestFailure) -> ServerResponse {
        response(to: failure, nil)
    }

    func response(to failure: RequestFailure, _ preferences: Preferences?) -> ServerResponse {
        let finding = Finding(
            location: failure.parameter.map { ["headers", $0.lowercased()] } ?? [], code: "request", message: failure.message)
        return documented([failure.status], [finding], preferences)
            ?? problem(failure.status, failure.message, failure.status == 401 ? [] : [finding])
    }

    /// Returns the response to an invalid request: the documented one with status 422 or 400, or the default one.
    func response(to findings: [Finding], _ preferences: Preferences) -> ServerResponse {
        documented([422, 400], findings, preferences)
            ?? problem(422, "the request is invalid: " + findings.prefix(3).map(\.sentence).joined(separator: "; "), findings)
    }

    /// Returns the documented response with the first of some statuses; `nil` if there is none, nor a default one.
    private func documented(
        _ statuses: [Int], _ findings: [Finding], _ preferences: Preferences?
    ) -> ServerResponse? {
        let outcomes = endpoint.outcomes
        let exact = statuses.lazy.compactMap { status in
            outcomes.first { $0.response.status == .code(status) }.map { ChosenOutcome(outcome: $0, status: status) }
        }.first
        let general =
            outcomes.first { $0.response.status == .range(statuses[0] / 100) }
            ?? outcomes.first { $0.response.status == .default }
        guard let chosen = exact ?? general.map({ ChosenOutcome(outcome: $0, status: statuses[0]) }) else { return nil }
        return explained(chosen, findings) ?? example(of: chosen, preferences)
    }

    /// The documented example with the first finding in place of its message, so that nobody mistakes it for something that happened.
    private func explained(_ chosen: ChosenOutcome, _ findings: [Finding]) -> ServerResponse? {
        guard let representation = chosen.outcome.response.representations.first(where: { $0.mediaType.coding == .json }),
            let schema = representation.schema, let finding = findings.first
        else { return nil }
        let content = Content(representation)
        guard let example = content.givenExample ?? content.madeExample(in: model.api, for: .responses),
            let failure = FailureExample(example, of: schema, in: model.api)
        else { return nil }
        let text = failure.pieces.map { piece in
            switch piece {
            case .json(let json): json
            case .message: APIModel.JSONValue.string(finding.sentence).literal(.json)
            case .status: String(chosen.status)
            }
        }
        let mediaType = representation.mediaType
        return .bytes(
            chosen.status, HTTPBody(text.joined()), as: mediaType.isRange ? mediaType.defaultMediaType : mediaType.text)
    }

    private func example(
        of chosen: ChosenOutcome, _ preferences: Preferences?
    ) -> ServerResponse? {
        try? response(chosen, accepting: AcceptedMediaTypes(""), (preferences ?? Preferences()).withoutExample)
    }
}

/// Why there is no documented response to a valid request.
struct MockProblem: Error {
    let status: Int
    let detail: String

    static func noResponse(for code: Int) -> MockProblem {
        MockProblem(status: 404, detail: "the document has no response with status \(code) for this operation")
    }

    static func noSuccess() -> MockProblem {
        MockProblem(status: 500, detail: "the document has no response for this operation that is a success")
    }

    static func noExample(_ name: String, _ mediaType: String) -> MockProblem {
        let place = mediaType.isEmpty ? "" : " in \(mediaType)"
        return MockProblem(status: 404, detail: "the response has no example '\(name.prefix(100))'\(place)")
    }

    static func notAcceptable(_ mediaTypes: [String]) -> MockProblem {
        MockProblem(status: 406, detail: "the response can only be \(mediaTypes.prefix(20).joined(separator: " or "))")
    }

    static func notText(_ mediaType: String) -> MockProblem {
        MockProblem(status: 500, detail: "the example is an object or an array, which cannot be written as \(mediaType)")
    }

    static func noValue(of mediaType: String) -> MockProblem {
        MockProblem(status: 500, detail: "no value is found for the schema of \(mediaType), which is too large or has none")
    }

    var response: ServerResponse { problem(status, detail, []) }
}

/// Returns a failure of the router as a problem.
func problem(_ failure: RequestFailure) -> ServerResponse {
    problem(failure.status, failure.message, [])
}

/// Returns a problem (RFC 9457) with everything that was found.
func problem(_ status: Int, _ detail: String, _ findings: [Finding]) -> ServerResponse {
    var members: [JSONObject.Member] = [
        .init(name: "type", value: "about:blank"), .init(name: "title", value: .string(reasonPhrase(of: .code(status)))),
        .init(name: "status", value: .number(DecimalNumber(status))),
        .init(name: "detail", value: .string(detail.prefix(2_000).description)),
    ]
    if !findings.isEmpty { members.append(.init(name: "validation", value: .array(findings.map(\.json)))) }
    return .json(status, APIRuntime.JSONValue.object(JSONObject(members)), as: "application/problem+json")
}
