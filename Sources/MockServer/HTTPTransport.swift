#if Mock
package import APIRuntime
import APIRuntimeAsyncHTTPClient
import AsyncHTTPClient
import NIOCore
import NIOPosix

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The transport of requests to servers that may break any rule of HTTP: those that are tested, and those of callbacks.
package func httpTransport() -> any ClientTransport {
    AsyncHTTPClientTransport()
}

/// Returns whether an error of the transport is that it could not connect to the server.
package func isConnectionFailure(_ error: any Error) -> Bool {
    if let error = error as? IOError { return [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH].contains(error.errnoCode) }
    return error is NIOConnectionError || error as? HTTPClientError == .connectTimeout
}
#endif
