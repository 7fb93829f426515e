// What the adapters of Hummingbird and AsyncHTTPClient use of NIO, for .ci/apple-floor. All of it is older than macOS 13.

public struct ByteBuffer: Sendable {
    public init(bytes: some Sequence<UInt8>) {}
    public var readableBytesView: ByteBufferView { ByteBufferView() }
}

public struct ByteBufferView: RandomAccessCollection, Sendable {
    public var startIndex: Int { 0 }
    public var endIndex: Int { 0 }
    public subscript(index: Int) -> UInt8 { 0 }
}

public struct TimeAmount: Sendable {
    public static func hours(_ amount: Int64) -> TimeAmount { TimeAmount() }
}

public protocol EventLoopGroup: Sendable {}

// What the limits of connections use.

public struct NIOAny {}

public struct NIODeadline: Comparable, Sendable {
    public static func now() -> NIODeadline { NIODeadline() }
    public static func < (left: NIODeadline, right: NIODeadline) -> Bool { false }
    public static func - (left: NIODeadline, right: NIODeadline) -> TimeAmount { TimeAmount() }
}

extension TimeAmount: Comparable {
    public init(_ duration: Duration) {}
    public static func < (left: TimeAmount, right: TimeAmount) -> Bool { false }
}

extension ByteBuffer {
    public var readableBytes: Int { 0 }
}

public struct EventLoopPromise<Value> {}

public struct Scheduled<Value> {
    public func cancel() {}
}

public protocol EventLoop: EventLoopGroup {
    func submit<Value: Sendable>(_ task: @escaping @Sendable () throws -> Value) -> EventLoopFuture<Value>
}

extension EventLoop {
    @discardableResult
    public func scheduleTask(in delay: TimeAmount, _ task: @escaping @Sendable () -> Void) -> Scheduled<Void> { Scheduled() }
    public func assumeIsolated() -> IsolatedEventLoop { IsolatedEventLoop() }
}

public struct IsolatedEventLoop {
    public func scheduleTask(in delay: TimeAmount, _ task: @escaping () -> Void) -> Scheduled<Void> { Scheduled() }
}

public enum CloseMode { case output }

public protocol Channel: AnyObject, Sendable {
    var syncOptions: (any NIOSynchronousChannelOptions)? { get }
    var eventLoop: any EventLoop { get }
    var closeFuture: EventLoopFuture<Void> { get }
    var pipeline: ChannelPipeline { get }
    var remoteAddress: SocketAddress? { get }
}

public struct EventLoopFuture<Value>: Sendable {
    public func whenComplete(_ callback: @escaping @Sendable (Result<Value, any Error>) -> Void) {}
    public func get() async throws -> Value { fatalError() }
}

public struct SocketAddress: Sendable {
    public var ipAddress: String? { nil }
}

public enum ChannelEvent: Sendable { case inputClosed }

extension Channel {
    public func close(promise: EventLoopPromise<Void>?) {}
}

public protocol NIOSynchronousChannelOptions {
    func getOption(_ option: ChannelOptions.BufferedWritableBytes) throws -> Int
}

public enum ChannelOptions {
    public struct BufferedWritableBytes: Sendable {}
    public static var bufferedWritableBytes: BufferedWritableBytes { BufferedWritableBytes() }
}

public struct ChannelShouldQuiesceEvent {}

public protocol RemovableChannelHandler: AnyObject {}
public protocol ByteToMessageDecoder {}
public final class ByteToMessageHandler<Decoder: ByteToMessageDecoder>: ChannelInboundHandler {
    public typealias InboundIn = NIOAny
}

public protocol ChannelHandler: AnyObject {
    func handlerAdded(context: ChannelHandlerContext)
    func handlerRemoved(context: ChannelHandlerContext)
}

extension ChannelHandler {
    public func handlerAdded(context: ChannelHandlerContext) {}
    public func handlerRemoved(context: ChannelHandlerContext) {}
}

public protocol ChannelInboundHandler: ChannelHandler {
    associatedtype InboundIn
    associatedtype InboundOut = Never
    func channelRead(context: ChannelHandlerContext, data: NIOAny)
    func channelReadComplete(context: ChannelHandlerContext)
    func channelInactive(context: ChannelHandlerContext)
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any)
}

extension ChannelInboundHandler {
    public func channelRead(context: ChannelHandlerContext, data: NIOAny) {}
    public func channelReadComplete(context: ChannelHandlerContext) {}
    public func channelInactive(context: ChannelHandlerContext) {}
    public func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {}
    public func unwrapInboundIn(_ value: NIOAny) -> InboundIn { fatalError() }
}

public protocol ChannelOutboundHandler: ChannelHandler {
    associatedtype OutboundIn
    associatedtype OutboundOut = Never
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?)
    func read(context: ChannelHandlerContext)
}

extension ChannelOutboundHandler {
    public func unwrapOutboundIn(_ value: NIOAny) -> OutboundIn { fatalError() }
    public func wrapOutboundOut(_ value: OutboundOut) -> NIOAny { NIOAny() }
}

public protocol ChannelDuplexHandler: ChannelInboundHandler, ChannelOutboundHandler {}

public final class ChannelHandlerContext {
    public var handler: any ChannelHandler { fatalError() }
    public var channel: any Channel { fatalError() }
    public var eventLoop: any EventLoop { fatalError() }
    public var pipeline: ChannelPipeline { fatalError() }
    public func fireChannelInactive() {}
    public func fireChannelRead(_ data: NIOAny) {}
    public func fireChannelReadComplete() {}
    public func fireUserInboundEventTriggered(_ event: Any) {}
    public func read() {}
    public func flush() {}
    public func write(_ data: NIOAny, promise: EventLoopPromise<Void>?) {}
    public func writeAndFlush(_ data: NIOAny, promise: EventLoopPromise<Void>?) {}
    public func close(mode: CloseMode = .output, promise: EventLoopPromise<Void>?) {}
}

public final class ChannelPipeline: Sendable {
    public enum SynchronousPosition { case first, after(any ChannelHandler) }
    public var syncOperations: SynchronousOperations { SynchronousOperations() }

    public struct SynchronousOperations {
        public func context<Handler: ChannelHandler>(handlerType: Handler.Type) throws -> ChannelHandlerContext { fatalError() }
        public func addHandler(_ handler: any ChannelHandler, position: SynchronousPosition) throws {}
    }
}
