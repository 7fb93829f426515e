#if StatusService
import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
private let stream = Int32(SOCK_STREAM.rawValue)
#else
import Darwin
private let stream = SOCK_STREAM
#endif

/// A TCP connection on the loopback interface. Its calls block, hence they belong on threads of their own.
struct Socket: Sendable {
    let descriptor: Int32

    /// Listens on a free port.
    static func listening() throws -> (socket: Socket, port: Int) {
        let socket = Socket(descriptor: Self.make())
        var address = Self.loopback(port: 0)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket.descriptor, address, size) == 0 && listen(socket.descriptor, 64) == 0
                    && getsockname(socket.descriptor, address, &size) == 0
            }
        }
        guard isBound else { throw SocketError(code: errno) }
        return (socket, Int(UInt16(bigEndian: address.sin_port)))
    }

    static func connected(to port: Int) throws -> Socket {
        let socket = Socket(descriptor: Self.make())
        var address = Self.loopback(port: port)
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                connect(socket.descriptor, address, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { throw SocketError(code: errno) }
        return socket
    }

    /// The next connection; `nil` when the socket was closed.
    func accepted() -> Socket? {
        let connection = accept(descriptor, nil, nil)
        return connection < 0 ? nil : Socket(descriptor: connection)
    }

    /// What has arrived; empty at the end.
    func read() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(descriptor, &bytes, bytes.count, 0)
        return Array(bytes.prefix(max(0, count)))
    }

    func write(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count <= 0 { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Wakes everyone who waits for the socket.
    func shut() {
        _ = shutdown(descriptor, Int32(SHUT_RDWR))
    }

    func closeDescriptor() {
        _ = close(descriptor)
    }

    private static func make() -> Int32 {
        socket(AF_INET, stream, 0)
    }

    private static func loopback(port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return address
    }
}

struct SocketError: Error {
    let code: Int32
}

/// Writes bytes to a port, and returns what comes back until the other side closes the connection.
func exchange(_ text: String, port: Int) async throws -> String {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread {
            do {
                let socket = try Socket.connected(to: port)
                defer { socket.closeDescriptor() }
                socket.write(text)
                var received: [UInt8] = []
                while true {
                    let bytes = socket.read()
                    if bytes.isEmpty { break }
                    received += bytes
                }
                continuation.resume(returning: String(decoding: received, as: UTF8.self))
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }
}
#endif
