#if Hummingbird
import NIOCore
import NIOHTTP1

/// Puts a ``ConnectionGuard`` where the messages are still those of HTTP/1, with their version and all `Host` fields.
final class ConnectionGuardInstaller: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    private let limits: ConnectionLimits

    init(_ limits: ConnectionLimits) {
        self.limits = limits
    }

    func handlerAdded(context: ChannelHandlerContext) {
        do {
            let operations = context.pipeline.syncOperations
            let decoder = try operations.context(handlerType: ByteToMessageHandler<HTTPRequestDecoder>.self)
            try operations.addHandler(ConnectionGuard(limits), position: .after(decoder.handler))
        } catch {
            context.close(promise: nil)
        }
    }
}

/// Watches the exchanges of a connection, and closes it when its caller takes too long.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// A request whose response is not complete.
    private struct Exchange {
        let version: HTTPVersion
        /// Whether the connection ends with the response.
        let isLast: Bool
    }

    private let limits: ConnectionLimits
    private var exchanges: [Exchange] = []
    private var isReadingBody = false
    private var isDraining = false
    /// The status of the response to a request that is not passed on; no other follows it.
    private var refusal: HTTPResponseStatus?
    private var isClosing = false
    /// Whether the server waits for bytes, and not the caller for the server.
    private var isReadPending = false
    private var idleSince = NIODeadline.now()
    private var incoming = TransferWindow()
    private var outgoing = TransferWindow()
    private var writtenBytes = 0
    private var timer: Scheduled<Void>?

    init(_ limits: ConnectionLimits) {
        self.limits = limits
    }

    func handlerAdded(context: ChannelHandlerContext) {
        scheduleCheck(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        context.fireChannelInactive()
    }

    // MARK: Requests

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard refusal == nil else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            if let status = head.refusal { return refuse(context, status) }
            if exchanges.isEmpty, head.expectsContinue { proceed(context) }
            exchanges.append(Exchange(version: head.version, isLast: head.version.isOld || !head.isKeepAlive))
            isReadingBody = true
            incoming = TransferWindow()
        case .body(let bytes): incoming.moved += bytes.readableBytes
        case .end:
            isReadingBody = false
            context.fireChannelRead(data)
            if isClosing { close(context) }
            return
        }
        context.fireChannelRead(data)
    }

    func read(context: ChannelHandlerContext) {
        isReadPending = true
        context.read()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isReadPending = false
        context.fireChannelReadComplete()
    }

    private func proceed(_ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))), promise: nil)
    }

    /// Rejects a request that is not one of HTTP, after the responses to those before it.
    private func refuse(_ context: ChannelHandlerContext, _ status: HTTPResponseStatus) {
        refusal = status
        guard exchanges.isEmpty else { return }
        let head = HTTPResponseHead(
            version: .http1_1, status: status, headers: ["content-length": "0", "connection": "close"])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        close(context)
    }

    // MARK: Responses

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head) where !head.status.isInformational:
            context.write(wrapOutboundOut(.head(framed(head))), promise: promise)
        case .head: context.write(data, promise: promise)
        case .body(let bytes):
            writtenBytes += bytes.readableBytes
            context.write(data, promise: promise)
        case .end:
            context.write(data, promise: promise)
            endExchange(context)
        }
    }

    /// An HTTP/1.0 caller knows no chunks: the end of the connection ends the body (RFC 9112, section 6.3).
    private func framed(_ head: HTTPResponseHead) -> HTTPResponseHead {
        var head = head
        guard let exchange = exchanges.first else { return head }
        if exchange.version.isOld { head.version = exchange.version }
        if exchange.isLast || isDraining { head.headers.replaceOrAdd(name: "connection", value: "close") }
        return head
    }

    private func endExchange(_ context: ChannelHandlerContext) {
        guard !exchanges.isEmpty else { return }
        let exchange = exchanges.removeFirst()
        idleSince = .now()
        if exchange.isLast {
            context.flush()
            isClosing = true
            // The caller may still be sending the body, and would lose the response if the connection was reset meanwhile.
            if isReadingBody { closeLater(context, limits.stall) } else { close(context) }
        } else if let refusal, exchanges.isEmpty {
            refuse(context, refusal)
        }
    }

    /// Ends the connection once all that was written is sent.
    private func close(_ context: ChannelHandlerContext) {
        isClosing = true
        context.close(mode: .output, promise: nil)
        closeLater(context, limits.stall)
    }

    private func closeLater(_ context: ChannelHandlerContext, _ delay: Duration) {
        let channel = context.channel
        context.eventLoop.scheduleTask(in: delay.timeAmount) { channel.close(promise: nil) }
    }

    // MARK: Time

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent {
            isDraining = true
            closeLater(context, limits.drain)
        }
        context.fireUserInboundEventTriggered(event)
    }

    private func scheduleCheck(_ context: ChannelHandlerContext) {
        let interval = max(.milliseconds(10), min(limits.head, limits.stall) / 4)
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: interval.timeAmount) {
            if self.isTooSlow(context) { return context.close(promise: nil) }
            self.scheduleCheck(context)
        }
    }

    private func isTooSlow(_ context: ChannelHandlerContext) -> Bool {
        if exchanges.isEmpty, !isReadingBody, NIODeadline.now() - idleSince > limits.head.timeAmount { return true }
        let unsent = (try? context.channel.syncOptions?.getOption(ChannelOptions.bufferedWritableBytes)) ?? 0
        outgoing.moved = writtenBytes - unsent
        let isSlowSender = incoming.isStalled(whileWaiting: isReadingBody && isReadPending, limits)
        let isSlowReader = outgoing.isStalled(whileWaiting: unsent > 0, limits)
        return isSlowSender || isSlowReader
    }
}

/// How much of a body was moved in a time in which the caller alone determined it.
private struct TransferWindow {
    var moved = 0
    private var start: (time: NIODeadline, moved: Int)?

    mutating func isStalled(whileWaiting isWaiting: Bool, _ limits: ConnectionLimits) -> Bool {
        guard isWaiting else {
            start = nil
            return false
        }
        let now = NIODeadline.now()
        guard let start else {
            self.start = (now, moved)
            return false
        }
        guard now - start.time > limits.stall.timeAmount else { return false }
        if moved - start.moved < limits.progress { return true }
        self.start = (now, moved)
        return false
    }
}

extension HTTPRequestHead {
    /// The status of a request that must not be handled; `nil` for all others (RFC 9112, section 3.2, and RFC 9110, section 10.1.1).
    fileprivate var refusal: HTTPResponseStatus? {
        let hosts = headers["host"].count
        if hosts > 1 || hosts == 0 && !version.isOld { return .badRequest }
        if !version.isOld, headers.contains(name: "expect"), !expectsContinue { return .expectationFailed }
        return nil
    }

    fileprivate var expectsContinue: Bool {
        !version.isOld && headers["expect"].contains { $0.lowercased() == "100-continue" }
    }
}

extension HTTPVersion {
    /// Whether it is older than HTTP/1.1.
    fileprivate var isOld: Bool { major < 1 || major == 1 && minor < 1 }
}

extension HTTPResponseStatus {
    fileprivate var isInformational: Bool { 100..<200 ~= code }
}
#endif
