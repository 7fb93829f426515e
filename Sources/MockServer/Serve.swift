#if Mock
import APIRuntime
import APIRuntimeHummingbird
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// Serves a mock on a socket until the process is asked to end.
///
/// - Parameters:
///   - host: The address to listen on.
///   - port: The port to listen on; 0 for a free one.
///   - current: Returns the mock that responds to a request, which a new version of the document replaces.
///   - onStart: Called with the URL when requests are accepted.
/// - Throws: An error if the address cannot be listened on.
@available(macOS 14, *)
package func serveMock(
    host: String, port: Int, current: @escaping @Sendable () -> MockService, onStart: @escaping @Sendable (String) -> Void
) async throws {
    var router = APIRuntime.Router()
    router.middlewares = [MockMiddleware(current: current)]
    var logger = Logger(label: "apigen mock")
    logger.logLevel = .error
    let application = Application(
        responder: APIResponder(router), server: .http1(limits: ConnectionLimits()),
        configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
        onServerRunning: { channel in
            guard let port = channel.localAddress?.port else { return }
            onStart("http://\(host.contains(":") ? "[\(host)]" : host):\(port)")
        },
        logger: logger)
    try await application.runService()
}

/// Passes all requests to the mock, which has routers of its own.
private struct MockMiddleware: Middleware {
    let current: @Sendable () -> MockService

    func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        await current().respond(to: request)
    }
}
#endif
