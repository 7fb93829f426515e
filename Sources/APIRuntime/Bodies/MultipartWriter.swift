import HTTPTypes

/// Writes parts one after another, each as it is asked for.
struct MultipartWriter: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    let boundary: String
    private let parts: [MultipartPart]

    /// - Parameter boundary: stands between the parts; drawn at random, so that no part holds it.
    init(_ parts: [MultipartPart], boundary: String? = nil) {
        self.parts = parts
        var generator = SystemRandomNumberGenerator()
        self.boundary = boundary ?? "apigen-" + String(generator.next(), radix: 36) + String(generator.next(), radix: 36)
    }

    /// The whole as a body; its length is known when that of each part is.
    var body: HTTPBody {
        var length: Int? = end.count
        for (index, part) in parts.enumerated() {
            if let sum = length, let partLength = part.body.length {
                length = sum + start(of: part, isFirst: index == 0).count + partLength
            } else {
                length = nil
            }
        }
        return HTTPBody(self, length: length, isReplayable: parts.allSatisfy(\.body.isReplayable))
    }

    func makeAsyncIterator() -> Iterator {
        Iterator(writer: self)
    }

    struct Iterator: AsyncIteratorProtocol {
        let writer: MultipartWriter
        var index = 0
        var current: HTTPBody.Iterator?
        var isAtEnd = false

        mutating func next() async throws -> [UInt8]? {
            try await next(isolation: nil)
        }

        mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> [UInt8]? {
            if let chunk = try await current?.nextElement(isolation: actor) { return chunk }
            current = nil
            if index < writer.parts.count {
                let part = writer.parts[index]
                current = part.body.makeAsyncIterator()
                index += 1
                return writer.start(of: part, isFirst: index == 1)
            }
            if isAtEnd { return nil }
            isAtEnd = true
            return writer.end
        }
    }

    private func start(of part: MultipartPart, isFirst: Bool) -> [UInt8] {
        var text = isFirst ? "--\(boundary)\r\n" : "\r\n--\(boundary)\r\n"
        for field in part.headers { text += "\(field.name.canonicalName): \(field.value)\r\n" }
        return Array((text + "\r\n").utf8)
    }

    private var end: [UInt8] {
        Array((parts.isEmpty ? "--\(boundary)--\r\n" : "\r\n--\(boundary)--\r\n").utf8)
    }
}
