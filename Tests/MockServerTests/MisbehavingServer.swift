#if Mock
import NIOCore
import NIOPosix

/// Runs a server on a free port, which sends what cases say.
///
/// - Parameter choose: Returns the case for the first line of a request.
func withServer<Value>(
    of choose: @escaping @Sendable (String) -> ContractCase, _ body: (_ url: String) async throws -> Value
) async throws -> Value {
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .childChannelInitializer { channel in
            channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(MisbehavingHandler(choose)) }
        }
        .bind(host: "127.0.0.1", port: 0).get()
    do {
        let value = try await body("http://127.0.0.1:\(channel.localAddress?.port ?? 0)")
        try await channel.close()
        return value
    } catch {
        try? await channel.close()
        throw error
    }
}

private final class MisbehavingHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let choose: @Sendable (String) -> ContractCase
    private var received = ""

    init(_ choose: @escaping @Sendable (String) -> ContractCase) {
        self.choose = choose
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += String(buffer: unwrapInboundIn(data))
        guard received.contains("\r\n\r\n") else { return }
        let example = choose(received.split(separator: "\r\n").first.map(String.init) ?? "")
        received = ""
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: example.bytes)), promise: nil)
        switch example.ending {
        case .close: context.close(promise: nil)
        case .endless: Self.go(on: context.channel, ByteBuffer(string: example.repeated))
        case .length, .hang, .bare: break
        }
    }

    /// Sends the same bytes as long as somebody takes them.
    private static func go(on channel: any Channel, _ bytes: ByteBuffer) {
        channel.writeAndFlush(bytes).whenSuccess {
            channel.eventLoop.scheduleTask(in: .milliseconds(1)) { go(on: channel, bytes) }
        }
    }
}
#endif
