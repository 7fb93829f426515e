import APIRuntime
import Foundation
import HTTPTypes
import Testing

/// What apps show of errors that they know as `any Error` only.
struct LocalizedErrorTests {
    private func shown(_ error: any Error) -> String { error.localizedDescription }

    @Test func anErrorOfACallSaysWhatHappened() {
        let response = FailedResponse(operationID: "getPet", status: 404, headers: [.retryAfter: "3"])
        #expect(shown(CallError(documented: response)) == "getPet: the service responded with status 404 Not Found")
        #expect(shown(OwnError.failed(CallError(documented: response))).hasPrefix("getPet: the service"))
        #expect(shown(OwnError.notFound).hasPrefix("a failure that the document"))
    }

    @Test func otherErrorsOfTheRuntimeDoToo() {
        #expect(shown(JSONError(.missingMember("id"))).contains("the member 'id' is missing"))
        #expect(shown(RequestFailure(.notFound, "no such page")).contains("no such page"))
    }
}

/// As generated code declares it.
private enum OwnError: OperationError {
    case notFound
    case failed(CallError)

    var callError: CallError {
        switch self {
        case .notFound: CallError(documented: nil)
        case .failed(let error): error
        }
    }
}
