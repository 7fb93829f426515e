#if StatusService
import Foundation

/// A bare TCP connection to the service, for what no HTTP client would send.
final class Connection {
    private let socket: Int32

    /// Connects to a port of this machine.
    init(port: UInt16) throws {
        #if os(Linux)
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
        socket = Foundation.socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    deinit { close(socket) }

    /// Sends what the other side takes; that it has hung up already is no error here.
    func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            #if os(Linux)
            let count = rest.withUnsafeBytes { Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            #else
            let count = rest.withUnsafeBytes { Foundation.send(socket, $0.baseAddress, $0.count, 0) }
            #endif
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    func send(_ text: String) {
        send(Array(text.utf8))
    }

    /// Says that nothing more will be sent, while still listening.
    func endSending() {
        shutdown(socket, Int32(SHUT_WR))
    }

    /// What arrives until the other side hangs up or is silent for ten seconds.
    func received() -> String {
        var all: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while case let count = recv(socket, &chunk, chunk.count, 0), count > 0 { all += chunk[..<count] }
        return String(decoding: all, as: UTF8.self)
    }

    /// What arrives until the end of the head of a response.
    func receivedHead() -> String {
        var all: [UInt8] = []
        var chunk: [UInt8] = [0]
        while !all.ends(with: Array("\r\n\r\n".utf8)), recv(socket, &chunk, 1, 0) == 1 { all += chunk }
        return String(decoding: all, as: UTF8.self)
    }
}

extension [UInt8] {
    fileprivate func ends(with end: [UInt8]) -> Bool { suffix(end.count).elementsEqual(end) }
}

/// A server that gives one connection a response, whatever it is asked.
final class OneResponse {
    let port: UInt16
    private let socket: Int32

    init(_ response: String) throws {
        #if os(Linux)
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
        socket = Foundation.socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = socket
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, size) == 0 && listen(socket, 1) == 0 && getsockname(socket, $0, &size) == 0
            }
        }
        guard isBound else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread {
            let connection = accept(socket, nil, nil)
            var request = [UInt8](repeating: 0, count: 4096)
            _ = recv(connection, &request, request.count, 0)
            _ = Array(response.utf8).withUnsafeBytes { Foundation.send(connection, $0.baseAddress, $0.count, 0) }
            close(connection)
        }
    }

    deinit { close(socket) }
}
#endif
