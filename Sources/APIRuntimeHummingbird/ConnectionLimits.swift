#if Hummingbird
public import HummingbirdCore
import NIOCore

/// How long the connections of a server may take, so that callers who send or read slowly do not keep it from others.
///
///     let app = Application(responder: APIResponder(service.router()), server: .http1(limits: ConnectionLimits()))
///
/// The number of connections is limited by Hummingbird's `ApplicationConfiguration(availableConnectionsDelegate:)`.
public struct ConnectionLimits: Sendable {
    /// The longest time until the whole head of a request has arrived, from the connection's start or the end of the last response.
    public var head: Duration
    /// The time in which at least ``progress`` bytes of a body have to be sent, or read by the caller.
    public var stall: Duration
    /// The number of bytes that a body has to move in the time ``stall``. While a handler does not read or write, nothing has to.
    public var progress: Int
    /// The time that the requests in progress have to complete when the server shuts down.
    public var drain: Duration

    /// Creates limits; by default 30 seconds for a head, 4 kB of a body in 30 seconds, and 10 seconds at a shutdown.
    public init(
        head: Duration = .seconds(30), stall: Duration = .seconds(30), progress: Int = 4096, drain: Duration = .seconds(10)
    ) {
        self.head = head
        self.stall = stall
        self.progress = progress
        self.drain = drain
    }
}

@available(macOS 14, iOS 17, tvOS 17, *)
extension HTTPServerBuilder {
    /// A server for HTTP/1.1 that closes connections beyond their limits, and follows RFC 9110 and RFC 9112 where Hummingbird leaves
    /// it to others: it answers `Expect: 100-continue`, closes connections of HTTP/1.0, and rejects requests without exactly one `Host`.
    public static func http1(limits: ConnectionLimits) -> HTTPServerBuilder {
        .http1(configuration: HTTP1Channel.Configuration(additionalChannelHandlers: [ConnectionGuardInstaller(limits)]))
    }
}

extension Duration {
    var timeAmount: TimeAmount { TimeAmount(self) }
}
#endif
