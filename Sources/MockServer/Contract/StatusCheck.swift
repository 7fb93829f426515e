import APIModel

/// Judges the status of a response.
struct StatusCheck {
    private let endpoint: Endpoint
    private let status: Int
    private let request: ContractRequest
    /// The security schemes that the request has no credential for.
    private let missingCredentials: [String]

    init(_ status: Int, of endpoint: Endpoint, to request: ContractRequest, missingCredentials: [String]) {
        self.status = status
        self.endpoint = endpoint
        self.request = request
        self.missingCredentials = missingCredentials
    }

    /// The verdict on the response to a valid request.
    var valid: ContractReport.Outcome {
        switch status {
        case _ where ChosenOutcome(endpoint.outcomes, code: status) == nil: .failed([undocumented])
        case 200..<300 where !missingCredentials.isEmpty:
            .failed(["the operation requires a credential for \(missingCredentials.quoted), but succeeds without it"])
        case 100..<400: .passed
        case 401 where !missingCredentials.isEmpty, 403 where !missingCredentials.isEmpty:
            .unsuccessful(reason: "there is no credential for \(missingCredentials.quoted)")
        case 401 where !endpoint.operation.security.isEmpty: .failed(["the credential is not accepted"])
        case 405, 406, 415: .failed(["the method and the media types of the request are documented"])
        case 400 where request.inventions.isEmpty, 422 where request.inventions.isEmpty:
            .failed(["the request is rejected, although all its values are those of the document"])
        case 400..<500: .unsuccessful(reason: inventions ?? "the status is documented")
        default: .failed(["the server has failed"])
        }
    }

    /// The verdict on the response to a request that violates the document.
    var invalid: ContractReport.Outcome {
        switch status {
        case 400..<500: .passed
        case 500...: .failed(["the server has failed"])
        default: .failed(["the request is accepted, although it violates the document"])
        }
    }

    private var undocumented: String {
        let documented = endpoint.outcomes.map(\.response.status.text).joined(separator: ", ")
        let hint = missingCredentials.isEmpty ? "" : "; there is no credential for \(missingCredentials.quoted)"
        return "the status is not documented; " + (documented.isEmpty ? "no status is" : "expected \(documented)") + hint
    }

    private var inventions: String? {
        guard !request.inventions.isEmpty else { return nil }
        return "the document has no example for \(request.inventions.quoted)"
    }
}

extension [String] {
    fileprivate var quoted: String { prefix(5).map { "'\($0)'" }.joined(separator: " and ") }
}
