#if Hummingbird
public import Hummingbird
public import NIOCore

/// A request context that knows the connection of its request.
///
/// With one, the task of a handler is cancelled when the caller closes the connection, which happens as well when it closes only its own
/// side. Without one, a handler runs to its end.
@available(macOS 14, iOS 17, tvOS 17, *)
public protocol ChannelRequestContext: RemoteAddressRequestContext {
    /// The connection.
    var channel: any Channel { get }
}

@available(macOS 14, iOS 17, tvOS 17, *)
extension ChannelRequestContext {
    /// The address of the caller's end of the connection.
    public var remoteAddress: SocketAddress? { channel.remoteAddress }
}

/// The request context of applications that have none of their own.
@available(macOS 14, iOS 17, tvOS 17, *)
public struct ConnectionContext: ChannelRequestContext {
    public var coreContext: CoreRequestContextStorage
    public let channel: any Channel

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}
#endif
