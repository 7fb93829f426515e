/// A multipart form that was read as a whole, with its parts by the names of their fields.
public struct MultipartForm: Sendable {
    /// The parts in their order.
    public let parts: [MultipartPart]

    public init(_ parts: [MultipartPart]) {
        self.parts = parts
    }

    /// The part of a field; `nil` where there is none.
    public func part(_ name: String) -> MultipartPart? {
        parts.first { $0.name == name }
    }

    /// The parts of a field that may be given several times.
    public func parts(_ name: String) -> [MultipartPart] {
        parts.filter { $0.name == name }
    }

    /// The value of a field that has to be there.
    /// - Throws: 400 where it's absent or cannot be read.
    public func value<Value: JSONCodable>(_ name: String, as type: Value.Type) async throws(RequestFailure) -> Value {
        guard let value = try await value(name, ifPresent: type) else { throw .missing(name) }
        return value
    }

    /// The value of a field; `nil` where it's absent.
    /// - Throws: 400 where it cannot be read.
    public func value<Value: JSONCodable>(_ name: String, ifPresent type: Value.Type) async throws(RequestFailure) -> Value? {
        guard let part = part(name) else { return nil }
        return try await read(part, type)
    }

    /// The values of a field that may be given several times; none where it's absent.
    /// - Throws: 400 where one cannot be read.
    public func values<Value: JSONCodable>(_ name: String, of type: Value.Type) async throws(RequestFailure) -> [Value] {
        var values: [Value] = []
        for part in parts(name) { values.append(try await read(part, type)) }
        return values
    }

    private func read<Value: JSONCodable>(_ part: MultipartPart, _ type: Value.Type) async throws(RequestFailure) -> Value {
        do {
            return try await part.value(type, upTo: .max)
        } catch {
            throw RequestFailure(.invalidBody, String(describing: error), parameter: part.name)
        }
    }
}

extension ServerRequest {
    /// The body as a multipart form, read as a whole.
    /// - Throws: 415, 413, or 400 where it is absent or cannot be read.
    public func multipart() async throws(RequestFailure) -> MultipartForm {
        let parts = try parts()
        do {
            return MultipartForm(try await parts.collect(upTo: maximumBodyBytes))
        } catch HTTPBodyError.tooLarge(let limit) {
            throw .bodyTooLarge(limit: limit)
        } catch let error as MultipartError {
            throw RequestFailure(.invalidBody, "the body cannot be read: \(error)")
        } catch {
            throw RequestFailure(.invalidBody, "the body cannot be read: it broke off")
        }
    }
}

extension RequestFailure {
    fileprivate static func missing(_ name: String) -> RequestFailure {
        RequestFailure(.invalidBody, "the part '\(name)' is missing", parameter: name)
    }
}
