// What its adapter uses of Hummingbird's server, for .ci/apple-floor. Hummingbird is for macOS 14.
public import NIOCore

@available(macOS 14, *)
public struct HTTPServerBuilder: Sendable {
    public static func http1(configuration: HTTP1Channel.Configuration) -> HTTPServerBuilder { HTTPServerBuilder() }
}

@available(macOS 14, *)
public struct HTTP1Channel: Sendable {
    public struct Configuration: Sendable {
        public init(additionalChannelHandlers: @autoclosure @escaping @Sendable () -> [any RemovableChannelHandler] = []) {}
    }
}
