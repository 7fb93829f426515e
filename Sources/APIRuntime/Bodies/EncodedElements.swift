/// The encoded elements of a sequence, each encoded when it is available.
struct EncodedElements<Elements: AsyncSequence & Sendable>: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    private let elements: Elements
    private let encode: @Sendable (Elements.Element) throws -> [UInt8]

    init(_ elements: Elements, _ encode: @escaping @Sendable (Elements.Element) throws -> [UInt8]) {
        self.elements = elements
        self.encode = encode
    }

    func makeAsyncIterator() -> Iterator {
        Iterator(elements: elements.makeAsyncIterator(), encode: encode)
    }

    struct Iterator: AsyncIteratorProtocol {
        var elements: Elements.AsyncIterator
        let encode: @Sendable (Elements.Element) throws -> [UInt8]

        mutating func next() async throws -> [UInt8]? {
            try await next(isolation: nil)
        }

        mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> [UInt8]? {
            guard let element = try await elements.nextElement(isolation: actor) else { return nil }
            return try encode(element)
        }
    }
}
