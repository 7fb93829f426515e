#if StatusService
import APIRuntime
import APIRuntimeAsyncHTTPClient
import APIRuntimeURLSession

/// The adapters for HTTP libraries. Each one passes all tests that take an adapter.
enum ClientAdapter: String, CaseIterable, Sendable {
    case asyncHTTPClient, urlSession

    var transport: any ClientTransport {
        switch self {
        case .asyncHTTPClient: AsyncHTTPClientTransport()
        case .urlSession: URLSessionTransport()
        }
    }

    /// Foundation on Linux cannot suspend a task without sending its request again.
    var holdsServersBack: Bool { !trapsAtBrokenHeads }

    /// Foundation on Linux traps when the server closes the connection within the head, which the end of a test does.
    var trapsAtBrokenHeads: Bool {
        #if canImport(FoundationNetworking)
        self == .urlSession
        #else
        false
        #endif
    }
}
#endif
