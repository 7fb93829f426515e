/// A multipart form that was read as a whole, with its parts by the names of their fields.
public struct MultipartForm: Sendable {
    /// The parts in their order.
    public internal(set) var parts: [MultipartPart]
    /// The fields that are serialized with a style.
    let encoding: [Parameter]
    /// The recorded values, if the form records values instead of parts.
    var recorded: RecordedForm?

    /// - Parameters:
    ///   - parts: The parts in their order.
    ///   - encoding: The fields that are serialized with a style (OpenAPI 3.1.1, section 4.8.15.1.2).
    public init(_ parts: [MultipartPart], encoding: [Parameter] = []) {
        self.parts = parts
        self.encoding = encoding
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
        if let field = encoding.first(where: { $0.name == name }), case .styled(let styling) = field.serialization {
            return try await value(field, styling, type)
        }
        guard let part = part(name) else { return nil }
        return try await part.value(as: type)
    }

    /// The values of a field that may be given several times; none where it's absent.
    /// - Throws: 400 where one cannot be read.
    public func values<Value: JSONCodable>(_ name: String, of type: Value.Type) async throws(RequestFailure) -> [Value] {
        var values: [Value] = []
        for part in parts(name) { values.append(try await part.value(as: type)) }
        return values
    }

    /// The values of a field that may be given several times; `nil` where it's absent.
    /// - Throws: 400 where one cannot be read.
    public func values<Value: JSONCodable>(_ name: String, ifPresent type: Value.Type) async throws(RequestFailure) -> [Value]? {
        let values = try await values(name, of: type)
        return values.isEmpty ? nil : values
    }

    /// The file of a field that has to be there.
    /// - Throws: 400 where it's absent.
    public func file(_ name: String) throws(RequestFailure) -> MultipartFile {
        guard let file = fileIfPresent(name) else { throw .missing(name) }
        return file
    }

    /// The file of a field; `nil` where it's absent.
    public func fileIfPresent(_ name: String) -> MultipartFile? {
        part(name)?.file
    }

    /// The files of a field that may be given several times.
    public func files(_ name: String) -> [MultipartFile] {
        parts(name).map(\.file)
    }

    /// The files of a field that may be given several times; `nil` where there is none.
    public func filesIfPresent(_ name: String) -> [MultipartFile]? {
        let files = files(name)
        return files.isEmpty ? nil : files
    }

    private func value<Value: JSONCodable>(
        _ field: Parameter, _ styling: ParameterStyling, _ type: Value.Type
    ) async throws(RequestFailure) -> Value? {
        var texts: [(name: String, text: String)] = []
        for part in parts {
            guard let name = part.name, field.owns(name) else { continue }
            texts.append((name, try await part.value(as: String.self)))
        }
        do throws(ParameterError) {
            guard let tree = try QueryPairs(parts: texts).read(field, styling, others: { !field.owns($0) }) else { return nil }
            return try readText(type, from: tree)
        } catch {
            throw RequestFailure(.invalidBody, "the part '\(field.name)' cannot be read: \(error)", parameter: field.name)
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
        } catch let failure as RequestFailure {
            throw failure
        } catch {
            throw RequestFailure(.invalidBody, "the body cannot be read: it broke off")
        }
    }
}

extension ServerRequest {
    /// The body as a multipart form that is read on demand, as a whole or part by part.
    /// - Throws: 415, or 400 where it is absent or names no boundary.
    public func multipart<Form: MultipartCodable>(_ type: Form.Type) throws(RequestFailure) -> MultipartBody<Form> {
        MultipartBody(
            try parts(), limit: maximumBodyBytes, check: try bodyCheck(), schemas: isValidated ? operation.schemas : nil)
    }
}

extension RequestFailure {
    static func missing(_ name: String) -> RequestFailure {
        RequestFailure(.invalidBody, "the part '\(name)' is missing", parameter: name)
    }
}
