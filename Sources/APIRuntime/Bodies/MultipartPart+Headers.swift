import HTTPTypes

/// A part of a form together with its header fields (OpenAPI 3.1.1, section 4.8.15); generated code conforms to it.
public protocol MultipartPartCodable: Sendable {
    /// - Throws: 400 where the part or one of its header fields is missing or cannot be read.
    init(reading part: MultipartPart) async throws(RequestFailure)
    /// - Throws: what keeps the part from being written.
    func write(to form: inout MultipartForm, as name: String) throws
}

extension MultipartPart {
    /// Reads the whole part, which is in memory, as a value.
    /// - Throws: 400 where it cannot be read.
    public func value<Value: JSONCodable>(as type: Value.Type) async throws(RequestFailure) -> Value {
        do {
            return try await value(type, upTo: .max)
        } catch {
            throw RequestFailure(.invalidBody, String(describing: error), parameter: name)
        }
    }

    /// The part as a file.
    public var file: MultipartFile {
        MultipartFile(body, filename: filename, mediaType: mediaType)
    }

    /// A header field that has to be there.
    /// - Throws: 400 where it's absent or cannot be read.
    public func header<Value: JSONCodable>(_ header: Parameter, as type: Value.Type) throws(RequestFailure) -> Value {
        guard let value = try self.header(header, ifPresent: type) else {
            throw RequestFailure(
                .invalidBody, "the header '\(header.name)' of the part '\(name ?? "")' is missing", parameter: name)
        }
        return value
    }

    /// A header field; `nil` where it's absent.
    /// - Throws: 400 where it cannot be read.
    public func header<Value: JSONCodable>(_ header: Parameter, ifPresent type: Value.Type) throws(RequestFailure) -> Value? {
        do throws(ParameterError) {
            return try header.readHeader(headers, type)?.value
        } catch {
            throw RequestFailure(
                .invalidBody, "the header '\(header.name)' of the part '\(name ?? "")' cannot be read: \(error)", parameter: name)
        }
    }

    /// A header field of plain text that has to be there.
    /// - Throws: 400 where it's absent or cannot be read.
    public func header<Value: JSONCodable>(_ name: String, as type: Value.Type) throws(RequestFailure) -> Value {
        try header(Parameter(name, in: .header), as: type)
    }

    /// A header field of plain text; `nil` where it's absent.
    /// - Throws: 400 where it cannot be read.
    public func header<Value: JSONCodable>(_ name: String, ifPresent type: Value.Type) throws(RequestFailure) -> Value? {
        try header(Parameter(name, in: .header), ifPresent: type)
    }
}

extension MultipartForm {
    /// The part of a field that has to be there, with its header fields.
    /// - Throws: 400 where it's absent or cannot be read.
    public func part<Part: MultipartPartCodable>(_ name: String, as type: Part.Type) async throws(RequestFailure) -> Part {
        guard let part = try await part(name, ifPresent: type) else { throw .missing(name) }
        return part
    }

    /// The part of a field with its header fields; `nil` where it's absent.
    /// - Throws: 400 where it cannot be read.
    public func part<Part: MultipartPartCodable>(_ name: String, ifPresent type: Part.Type) async throws(RequestFailure) -> Part? {
        guard let part = part(name) else { return nil }
        return try await Part(reading: part)
    }

    /// The parts of a field that may be given several times, with their header fields.
    /// - Throws: 400 where one cannot be read.
    public func parts<Part: MultipartPartCodable>(_ name: String, of type: Part.Type) async throws(RequestFailure) -> [Part] {
        var read: [Part] = []
        for part in parts(name) { read.append(try await Part(reading: part)) }
        return read
    }

    /// The parts of a field that may be given several times, with their header fields; `nil` where there is none.
    /// - Throws: 400 where one cannot be read.
    public func parts<Part: MultipartPartCodable>(_ name: String, ifPresent type: Part.Type) async throws(RequestFailure)
        -> [Part]?
    {
        let parts = try await parts(name, of: type)
        return parts.isEmpty ? nil : parts
    }

    /// Adds a part with its header fields; `nil` is left out.
    /// - Throws: what keeps it from being written.
    public mutating func add(_ name: String, part: (some MultipartPartCodable)?) throws {
        try part?.write(to: &self, as: name)
    }

    /// Adds each of several parts with their header fields.
    /// - Throws: what keeps one from being written.
    public mutating func add(_ name: String, parts: [some MultipartPartCodable]?) throws {
        guard let parts else { return }
        guard recorded != nil else { return try parts.forEach { try $0.write(to: &self, as: name) } }
        var values: [JSONValue] = []
        var isFile = false
        for part in parts {
            var form = MultipartForm.recording
            try part.write(to: &form, as: name)
            values.append(form.recorded?.values[name] ?? .null)
            isFile = form.recorded?.files.contains(name) ?? false
        }
        record(name, .array(values), isFile: isFile)
    }

    /// Sets a header field of the part that was added last; `nil` is left out.
    /// - Throws: what keeps the value from being written.
    public mutating func header<Value: JSONCodable>(_ header: Parameter, _ value: Value?) throws {
        guard recorded == nil, let value, let last = parts.indices.last, let field = HTTPField.Name(header.name) else { return }
        switch header.serialization {
        case .styled: parts[last].headers[field] = try header.headerText(of: try textTree(of: value))
        case .content(let mediaType):
            let isJSON = MediaType(mediaType)?.isJSON == true
            let text = isJSON ? String(decoding: try writeJSON(value), as: UTF8.self) : try scalarText(of: value)
            parts[last].headers[field] = try Parameter(header.name, in: .header).headerText(of: .text(text))
        }
    }

    /// Sets a header field of plain text of the part that was added last; `nil` is left out.
    /// - Throws: what keeps the value from being written.
    public mutating func header<Value: JSONCodable>(_ name: String, _ value: Value?) throws {
        try header(Parameter(name, in: .header), value)
    }
}
