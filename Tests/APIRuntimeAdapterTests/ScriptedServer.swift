#if StatusService
import Foundation
import Synchronization

/// A server that keeps every request as its bytes came, and answers with bytes that the test says.
final class ScriptedServer: Sendable {
    let port: Int
    private let listener: Socket
    private let answer: @Sendable (Request) -> Answer
    private let state = Mutex(State())

    private struct State {
        var requests: [Request] = []
        var connections: [Socket] = []
        var isClosed = false
    }

    struct Request: Sendable {
        /// Method, target and version.
        let line: String
        /// The field lines as they came.
        let fields: [String]
        let body: String

        var target: String { line.split(separator: " ").dropFirst().first.map(String.init) ?? "" }

        /// The values of a field, one for each line.
        func values(_ name: String) -> [String] {
            fields.filter { $0.lowercased().hasPrefix(name.lowercased() + ":") }.map {
                $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
            }
        }
    }

    struct Answer: Sendable, ExpressibleByStringLiteral {
        var bytes: String
        /// Whether nothing more is sent, and the connection stays open.
        var hangs = false
        /// Whether the connection is closed after the bytes.
        var closes = false

        init(_ bytes: String, hangs: Bool = false, closes: Bool = false) {
            self.bytes = bytes
            self.hangs = hangs
            self.closes = closes
        }

        init(stringLiteral value: String) {
            self.init(value)
        }

        /// The beginning of a body in chunks, behind which the connection is closed or stays silent.
        static func brokenOff(_ fields: [String], _ chunks: [String], hangs: Bool = false) -> Answer {
            let head = ["HTTP/1.1 200 OK"] + fields + ["Transfer-Encoding: chunked", "", ""]
            let body = chunks.map { String($0.utf8.count, radix: 16) + "\r\n\($0)\r\n" }.joined()
            return Answer(head.joined(separator: "\r\n") + body, hangs: hangs, closes: !hangs)
        }

        /// An answer with its status line, field lines and a body of known length.
        static func response(_ status: String, _ fields: [String] = [], body: String = "") -> Answer {
            let lines = ["HTTP/1.1 \(status)"] + fields + ["Content-Length: \(body.utf8.count)", "", body]
            return Answer(lines.joined(separator: "\r\n"))
        }
    }

    init(_ answer: @escaping @Sendable (Request) -> Answer) throws {
        (listener, port) = try Socket.listening()
        self.answer = answer
        Thread.detachNewThread { [self] in
            while let connection = listener.accepted() {
                let isClosed = state.withLock { state in
                    state.connections.append(connection)
                    return state.isClosed
                }
                if isClosed { connection.shut() }
                Thread.detachNewThread { [self] in serve(connection) }
            }
        }
    }

    /// The requests so far.
    var requests: [Request] { state.withLock { $0.requests } }

    func close() {
        let connections = state.withLock { state in
            state.isClosed = true
            return state.connections
        }
        for socket in connections + [listener] { socket.shut() }
    }

    private func serve(_ connection: Socket) {
        var reader = Reader(socket: connection)
        while let request = reader.next() {
            state.withLock { $0.requests.append(request) }
            let answer = answer(request)
            connection.write(answer.bytes)
            if answer.closes { break }
            while answer.hangs, !connection.read().isEmpty {}
        }
        connection.shut()
    }

    /// Takes requests from a connection.
    private struct Reader {
        let socket: Socket
        var bytes: [UInt8] = []

        mutating func next() -> Request? {
            guard let head = text(upTo: "\r\n\r\n") else { return nil }
            let lines = head.components(separatedBy: "\r\n")
            let request = Request(line: lines[0], fields: Array(lines.dropFirst()), body: "")
            if !request.values("Expect").isEmpty { socket.write("HTTP/1.1 100 Continue\r\n\r\n") }
            var body = ""
            if let length = request.values("Content-Length").first.flatMap({ Int($0) }) {
                body = text(count: length) ?? ""
            } else if !request.values("Transfer-Encoding").isEmpty {
                while let size = text(upTo: "\r\n"), let count = Int(size, radix: 16), count > 0 {
                    body += text(count: count) ?? ""
                    _ = text(upTo: "\r\n")
                }
                _ = text(upTo: "\r\n")
            }
            return Request(line: lines[0], fields: Array(lines.dropFirst()), body: body)
        }

        private mutating func text(upTo end: String) -> String? {
            let end = Array(end.utf8)
            while true {
                if let range = bytes.firstRange(of: end) {
                    defer { bytes.removeFirst(range.upperBound) }
                    return String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
                }
                guard more() else { return nil }
            }
        }

        private mutating func text(count: Int) -> String? {
            while bytes.count < count { guard more() else { return nil } }
            defer { bytes.removeFirst(count) }
            return String(decoding: bytes.prefix(count), as: UTF8.self)
        }

        private mutating func more() -> Bool {
            let more = socket.read()
            bytes += more
            return !more.isEmpty
        }
    }
}

/// Runs a scripted server while the body runs.
func withScriptedServer(
    _ answer: @escaping @Sendable (ScriptedServer.Request) -> ScriptedServer.Answer,
    _ body: (ScriptedServer) async throws -> Void
) async throws {
    let server = try ScriptedServer(answer)
    defer { server.close() }
    try await body(server)
}
#endif
