public import APIRuntime

/// Carries a client's requests to a router of the same process, with no network between them.
///
/// Messages look as they do after a network: bodies come in chunks that can be read once, and no operation is attached.
public struct InProcessTransport: ClientTransport {
    private let router: Router
    private let chunkSize: Int?

    /// - Parameters:
    ///   - router: the router that responds.
    ///   - chunkSize: the greatest number of bytes of a chunk; `nil` hands bodies over as they are.
    public init(_ router: Router, chunkSize: Int? = 1024) {
        self.router = router
        self.chunkSize = chunkSize.map { max(1, $0) }
    }

    public var validatesResponses: Bool { true }

    public func send(_ request: RequestMessage) async throws -> ResponseMessage {
        var request = request
        request.operation = nil
        request.body = request.body.map(copy)
        var response = await router.respond(to: request)
        response.body = copy(response.body)
        return response
    }

    private func copy(_ body: HTTPBody) -> HTTPBody {
        guard let chunkSize else { return body }
        return HTTPBody(SmallChunks(body: body, size: chunkSize), length: body.length)
    }
}

/// A body in chunks of a limited size.
private struct SmallChunks: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    let body: HTTPBody
    let size: Int

    func makeAsyncIterator() -> Iterator {
        Iterator(chunks: body.makeAsyncIterator(), size: size)
    }

    struct Iterator: AsyncIteratorProtocol {
        var chunks: HTTPBody.Iterator
        let size: Int
        var rest: ArraySlice<UInt8> = []

        mutating func next() async throws -> [UInt8]? {
            while rest.isEmpty {
                guard let chunk = try await chunks.next() else { return nil }
                rest = chunk[...]
            }
            defer { rest = rest.dropFirst(size) }
            return Array(rest.prefix(size))
        }
    }
}
