import HTTPTypes

/// Sends parts of responses to callers who ask for a range of bytes (RFC 9110, section 14), for example to resume a download.
///
///     router.middlewares = [RangeMiddleware()]
///
/// It applies to responses to GET whose length is known. Place it before ``ETagMiddleware``, whose tags `If-Range` compares. A request
/// for several ranges gets the whole response.
public struct RangeMiddleware: Middleware {
    /// Creates a middleware.
    public init() {}

    public func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        var response = try await next(request)
        let fields = response.head.headerFields
        guard [.get, .head].contains(request.head.method), response.head.status == .ok, fields[.contentRange] == nil,
            let length = fields[.contentLength].flatMap({ Int($0) })
        else { return response }
        response.head.headerFields[.acceptRanges] = "bytes"
        guard request.head.method == .get, response.body.length == length, isUnchanged(fields, for: request.head.headerFields),
            let range = request.head.headerFields[.range].flatMap({ ByteRange($0, length: length) })
        else { return response }
        guard case .bytes(let bytes) = range else {
            var head = HTTPResponse(status: .rangeNotSatisfiable)
            head.headerFields[.contentRange] = "bytes */\(length)"
            return ResponseMessage(head: head)
        }
        response.head.status = .partialContent
        response.head.headerFields[.contentRange] = "bytes \(bytes.lowerBound)-\(bytes.upperBound - 1)/\(length)"
        response.head.headerFields[.contentLength] = String(bytes.count)
        response.body = response.body.part(bytes)
        return response
    }

    /// Whether the caller's earlier part belongs to the same version (RFC 9110, section 13.1.5).
    private func isUnchanged(_ response: HTTPFields, for request: HTTPFields) -> Bool {
        guard let condition = request[.ifRange] else { return true }
        return !condition.hasPrefix("W/") && (condition == response[.eTag] || condition == response[.lastModified])
    }
}

/// What a `Range` asks for.
private enum ByteRange {
    case bytes(Range<Int>)
    case unsatisfiable

    /// - Returns: `nil` for what is no single range of bytes, which is ignored.
    init?(_ field: String, length: Int) {
        guard field.hasPrefix("bytes=") else { return nil }
        let ends = field.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false).map {
            String($0).trimmingHTTPWhitespace
        }
        guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }) else { return nil }
        switch (Int(ends[0]), Int(ends[1])) {
        case (let first?, let last?):
            guard first <= last else { return nil }
            self = first < length ? .bytes(first..<min(last, length - 1) + 1) : .unsatisfiable
        case (let first?, nil):
            guard ends[1].isEmpty else { return nil }
            self = first < length ? .bytes(first..<length) : .unsatisfiable
        case (nil, let suffix?):
            guard ends[0].isEmpty else { return nil }
            self = suffix > 0 && length > 0 ? .bytes(max(0, length - suffix)..<length) : .unsatisfiable
        case (nil, nil): return nil
        }
    }
}

extension HTTPBody {
    /// The body with some of its bytes only.
    fileprivate func part(_ range: Range<Int>) -> HTTPBody {
        if let bytes { return HTTPBody(Array(bytes[range]), mediaType: mediaType) }
        return HTTPBody(PartOfBody(body: self, range: range), length: range.count, isReplayable: isReplayable, mediaType: mediaType)
    }
}

private struct PartOfBody: AsyncSequence {
    typealias Element = [UInt8]

    let body: HTTPBody
    let range: Range<Int>

    func makeAsyncIterator() -> Iterator { Iterator(chunks: body.makeAsyncIterator(), range: range) }

    struct Iterator: AsyncIteratorProtocol {
        var chunks: HTTPBody.Iterator
        let range: Range<Int>
        var offset = 0

        mutating func next() async throws -> [UInt8]? {
            while offset < range.upperBound, let chunk = try await chunks.next() {
                let start = offset
                offset += chunk.count
                let wanted = range.clamped(to: start..<offset)
                if !wanted.isEmpty { return Array(chunk[wanted.lowerBound - start..<wanted.upperBound - start]) }
            }
            return nil
        }
    }
}
