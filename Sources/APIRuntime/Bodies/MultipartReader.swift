import HTTPTypes

/// Cuts a body at its boundaries while it comes in. Holds no more of it than one chunk and one boundary.
actor MultipartReader {
    private static let headerLimit = 1 << 14

    private var chunks: HTTPBody.Iterator?
    private var buffer: [UInt8]
    /// Where in the buffer begins what has not been taken.
    private var start = 0
    private var received = 0
    private let delimiter: [UInt8]
    /// What a server accepts; `nil` in a client.
    private let limits: MultipartLimits?
    private var state = State.beforeFirst
    private var number = 0

    private enum State {
        case beforeFirst, inPart, betweenParts, atEnd
    }

    init(_ body: HTTPBody, boundary: String, limits: MultipartLimits?) {
        self.limits = limits
        chunks = body.makeAsyncIterator()
        delimiter = Array("\r\n--\(boundary)".utf8)
        // The first boundary may begin the body, with no line break before it.
        buffer = [13, 10]
    }

    /// The next part, after all that is left of the one before.
    ///
    /// - Throws: In a server, a failure with status 400 that names the part if the body is malformed, or 413 if it exceeds a limit.
    func nextPart() async throws -> MultipartPart? {
        do {
            return try await readPart()
        } catch let error as MultipartError {
            throw located(error, in: max(1, state == .inPart ? number : number + 1))
        }
    }

    private func readPart() async throws -> MultipartPart? {
        guard delimiter.count > 4 else { throw MultipartError("the media type names no boundary") }
        if state == .beforeFirst { state = .inPart }
        while state == .inPart { _ = try await nextPiece() }
        guard state == .betweenParts else { return nil }
        if try await skips([45, 45]) {
            state = .atEnd
            return nil
        }
        if let limits, number == limits.parts { throw RequestFailure.tooManyParts(limit: limits.parts) }
        let headers = try await readHeaders()
        state = .inPart
        number += 1
        var part = MultipartPart(headers: headers, body: HTTPBody(PartChunks(reader: self, number: number)))
        part.isReceivedByServer = limits != nil
        return part
    }

    /// The next bytes of a part; `nil` at its end.
    func chunk(ofPart number: Int) async throws -> [UInt8]? {
        guard number == self.number else { throw MultipartError("the part was left for a later one") }
        do {
            while state == .inPart {
                let piece = try await nextPiece()
                if !piece.isEmpty { return piece }
            }
            return nil
        } catch let error as MultipartError {
            throw located(error, in: number)
        }
    }

    /// The error as a server reports it to the sender of the body.
    private func located(_ error: MultipartError, in part: Int) -> any Error {
        limits == nil ? error : RequestFailure.unreadableBody("part \(part): \(error)")
    }

    private func nextPiece() async throws -> [UInt8] {
        if let index = buffer.firstIndex(of: delimiter, from: start) {
            let piece = take(upTo: index)
            drop(delimiter.count)
            state = .betweenParts
            return piece
        }
        let safe = buffer.count - delimiter.count + 1
        if safe > start { return take(upTo: safe) }
        guard try await fill() else { throw MultipartError("the body ends within a part") }
        return []
    }

    private func readHeaders() async throws -> HTTPFields {
        var fields = HTTPFields()
        var isFirst = true
        var size = 0
        while true {
            let line = try await takeLine()
            size += line.count
            guard size < Self.headerLimit else { throw MultipartError("the header of a part is too long") }
            let text = String(decoding: line, as: UTF8.self)
            // What follows the boundary on its line is only padding.
            if isFirst {
                guard text.trimmingHTTPWhitespace.isEmpty else {
                    throw MultipartError("the boundary is followed by something else")
                }
                isFirst = false
                continue
            }
            if text.isEmpty { return fields }
            guard let colon = text.firstIndex(of: ":"), let name = HTTPField.Name(String(text[..<colon])) else {
                throw MultipartError("the header of a part has a line that is no field")
            }
            let value = String(text[text.index(after: colon)...]).trimmingHTTPWhitespace
            fields.append(HTTPField(name: name, value: value))
        }
    }

    private func takeLine() async throws -> [UInt8] {
        var searched = start
        while true {
            if let index = buffer.firstIndex(of: [13, 10], from: searched) {
                let line = take(upTo: index)
                drop(2)
                return line
            }
            searched = max(start, buffer.count - 1)
            guard buffer.count - start < Self.headerLimit else { throw MultipartError("the header of a part is too long") }
            let taken = start
            guard try await fill() else { throw MultipartError("the body ends within a header") }
            searched -= taken - start
        }
    }

    /// Whether the next bytes are these, which are then skipped.
    private func skips(_ bytes: [UInt8]) async throws -> Bool {
        while buffer.count - start < bytes.count {
            guard try await fill() else { throw MultipartError("the body ends within a boundary") }
        }
        guard buffer[start...].starts(with: bytes) else { return false }
        drop(bytes.count)
        return true
    }

    private func take(upTo end: Int) -> [UInt8] {
        let bytes = Array(buffer[start..<end])
        start = end
        return bytes
    }

    private func drop(_ count: Int) {
        start += count
    }

    /// Appends the next chunk, in place of what was taken.
    private func fill() async throws -> Bool {
        guard var iterator = chunks else { throw HTTPBodyError.alreadyRead }
        chunks = nil
        let chunk = try await iterator.next(isolation: self)
        chunks = iterator
        guard let chunk else { return false }
        received += chunk.count
        if let limits, received > limits.bytes { throw HTTPBodyError.tooLarge(limit: limits.bytes) }
        buffer.removeFirst(start)
        start = 0
        buffer.append(contentsOf: chunk)
        return true
    }
}

extension [UInt8] {
    /// Where `pattern` stands first.
    fileprivate func firstIndex(of pattern: [UInt8], from start: Int = 0) -> Int? {
        guard let first = pattern.first else { return nil }
        var index = start
        while index + pattern.count <= count, let candidate = self[index...].firstIndex(of: first) {
            if self[candidate...].starts(with: pattern) { return candidate }
            index = candidate + 1
        }
        return nil
    }
}

/// The chunks of one part.
private struct PartChunks: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    let reader: MultipartReader
    let number: Int

    func makeAsyncIterator() -> Iterator {
        Iterator(reader: reader, number: number)
    }

    struct Iterator: AsyncIteratorProtocol {
        let reader: MultipartReader
        let number: Int

        mutating func next() async throws -> [UInt8]? {
            try await reader.chunk(ofPart: number)
        }
    }
}
