#if Hummingbird
import APIRuntime
import NIOCore

/// The tasks of the requests in progress, which are cancelled when the caller closes the connection.
final class Connections: Sendable {
    private struct State {
        var latest = 0
        /// What cancels the tasks of each connection, which has an entry as long as it is open.
        var tasks: [ObjectIdentifier: [Int: @Sendable () -> Void]] = [:]
    }

    private let state = Locked(State())

    /// Returns the result of a closure, whose task is cancelled when the caller closes the connection.
    func whileOpen<Value: Sendable>(_ channel: any Channel, _ body: @escaping @Sendable () async -> Value) async -> Value {
        await watch(channel)
        let task = Task { await body() }
        let number = add(to: channel) { task.cancel() }
        defer { remove(number, of: channel) }
        return await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
    }

    private func add(to channel: any Channel, _ cancel: @escaping @Sendable () -> Void) -> Int {
        let number: Int? = state.withLock { state in
            guard state.tasks[ObjectIdentifier(channel)] != nil else { return nil }
            state.latest &+= 1
            state.tasks[ObjectIdentifier(channel)]?[state.latest] = cancel
            return state.latest
        }
        if number == nil { cancel() }
        return number ?? 0
    }

    private func remove(_ number: Int, of channel: any Channel) {
        state.withLock { $0.tasks[ObjectIdentifier(channel)]?[number] = nil }
    }

    /// Learns when a connection is closed; once for each.
    private func watch(_ channel: any Channel) async {
        let connection = ObjectIdentifier(channel)
        let isNew = state.withLock { state in
            guard state.tasks[connection] == nil else { return false }
            state.tasks[connection] = [:]
            return true
        }
        guard isNew else { return }
        let cancelAll: @Sendable () -> Void = { [state] in
            let cancellations = state.withLock { $0.tasks[connection].map { Array($0.values) } ?? [] }
            for cancel in cancellations { cancel() }
        }
        // Without waiting for it, a handler could begin and its caller leave before the watcher is there. It fails where the connection
        // has closed meanwhile, which the future tells.
        try? await channel.eventLoop.submit {
            try channel.pipeline.syncOperations.addHandler(CloseWatcher(cancelAll), position: .first)
        }.get()
        channel.closeFuture.whenComplete { [state] _ in
            cancelAll()
            state.withLock { $0.tasks[connection] = nil }
        }
    }
}

/// Tells when the caller closes its side of a connection.
private final class CloseWatcher: ChannelInboundHandler, Sendable {
    typealias InboundIn = NIOAny

    private let onClose: @Sendable () -> Void

    init(_ onClose: @escaping @Sendable () -> Void) {
        self.onClose = onClose
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .inputClosed? = event as? ChannelEvent { onClose() }
        context.fireUserInboundEventTriggered(event)
    }
}
#endif
