/// A multipart form that was read as a whole, with its parts by the names of their fields.
public struct MultipartForm: Sendable {
    /// The parts in their order.
    public private(set) var parts: [MultipartPart]
    /// The values that were added, by the names of their fields, where they are recorded to be checked.
    private(set) var values = JSONObject()
    /// The names of the fields that files were added to.
    private(set) var files: Set<String> = []
    private var recordsValues = false

    public init(_ parts: [MultipartPart]) {
        self.parts = parts
    }

    /// An empty form that keeps values instead of making parts of them.
    init(recordingValues: Bool) {
        self.init([])
        recordsValues = recordingValues
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
        files(name).first
    }

    /// The files of a field that may be given several times.
    public func files(_ name: String) -> [MultipartFile] {
        parts(name).map { MultipartFile($0.body, filename: $0.filename, mediaType: $0.mediaType) }
    }

    /// The files of a field that may be given several times; `nil` where there is none.
    public func filesIfPresent(_ name: String) -> [MultipartFile]? {
        let files = files(name)
        return files.isEmpty ? nil : files
    }

    /// Adds a field, unless its value is `nil`.
    ///
    /// - Parameters:
    ///   - name: The name of the field.
    ///   - value: The value of the field.
    ///   - mediaType: The media type of the part; `nil` for text if the value is a scalar, and JSON otherwise.
    /// - Throws: An error if the value cannot be encoded.
    public mutating func add<Value: JSONCodable>(_ name: String, _ value: Value?, as mediaType: String? = nil) throws {
        guard let value else { return }
        if recordsValues { return values[name] = try JSONValue(representing: value) }
        parts.append(try MultipartPart(name: name, value: value, mediaType: mediaType))
    }

    /// Adds a field for each value.
    /// - Throws: what keeps a value from being written.
    public mutating func add<Value: JSONCodable>(each name: String, _ values: [Value]?, as mediaType: String? = nil) throws {
        if recordsValues, let values { return self.values[name] = try JSONValue(representing: values) }
        for value in values ?? [] { try add(name, value, as: mediaType) }
    }

    /// Adds a file, unless it is `nil`.
    ///
    /// - Parameters:
    ///   - name: The name of the field.
    ///   - file: The file.
    ///   - mediaType: The media type of a file that has none.
    public mutating func add(_ name: String, file: MultipartFile?, as mediaType: String? = nil) {
        guard let file else { return }
        if recordsValues { return record(name, "") }
        let mediaType = file.mediaType ?? mediaType ?? "application/octet-stream"
        parts.append(MultipartPart(name: name, filename: file.filename, mediaType: mediaType, body: file.body))
    }

    /// Adds each of several files.
    public mutating func add(_ name: String, files: [MultipartFile]?, as mediaType: String? = nil) {
        if recordsValues, let files { return record(name, .array(files.map { _ in "" })) }
        for file in files ?? [] { add(name, file: file, as: mediaType) }
    }

    private mutating func record(_ name: String, _ placeholder: JSONValue) {
        values[name] = placeholder
        files.insert(name)
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

extension ServerRequest {
    /// The body as a multipart form that is read when the service asks for it, as a whole or part by part.
    /// - Throws: 415, or 400 where it is absent or names no boundary.
    public func multipart<Form: MultipartCodable>(_ type: Form.Type) throws(RequestFailure) -> MultipartBody<Form> {
        MultipartBody(try parts(), limit: maximumBodyBytes, check: try bodyCheck())
    }
}

extension RequestFailure {
    fileprivate static func missing(_ name: String) -> RequestFailure {
        RequestFailure(.invalidBody, "the part '\(name)' is missing", parameter: name)
    }
}
