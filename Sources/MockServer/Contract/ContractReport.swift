/// What a request to an operation has shown.
package struct ContractReport: Sendable {
    package enum Outcome: Sendable {
        /// The response is the documented one of a success.
        case passed
        /// The response is documented, but not one of a success, for a reason that does not have to be the server's.
        case unsuccessful(reason: String)
        /// The response differs from what the document describes, in each of these points.
        case failed([String])
        /// No request was sent.
        case notCalled(reason: String)
    }

    package let method: String
    /// The path template.
    package let path: String
    /// What in the request violates the document on purpose; `nil` for a valid request.
    package var violation: String?
    /// The status of the response; `nil` where there was none.
    package var status: Int?
    package var duration = Duration.zero
    package var outcome: Outcome

    package var hasFailed: Bool {
        if case .failed = outcome { true } else { false }
    }
}

/// What all requests have shown.
package struct ContractSummary: Sendable {
    package fileprivate(set) var passed = 0
    package fileprivate(set) var unsuccessful = 0
    package fileprivate(set) var failed = 0
    package fileprivate(set) var notCalled = 0
    /// The number of operations that were not called because their methods are not safe.
    package internal(set) var unsafeOperations = 0
    /// Whether the time for all exchanges was too short.
    package internal(set) var hasRunOutOfTime = false
    /// Why the server could not be reached; the operations after that were not called.
    package internal(set) var unreachable: String?

    /// Whether any response was judged.
    package var hasResponses: Bool { passed + unsuccessful + failed > 0 }

    mutating func add(_ report: ContractReport) {
        switch report.outcome {
        case .passed: passed += 1
        case .unsuccessful: unsuccessful += 1
        case .failed: failed += 1
        case .notCalled: notCalled += 1
        }
    }
}
