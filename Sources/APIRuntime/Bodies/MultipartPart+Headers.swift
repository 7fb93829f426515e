import HTTPTypes

/// A part of a form together with its header fields (OpenAPI 3.1.1, section 4.8.15); generated code conforms to it.
public protocol MultipartPartCodable: Sendable {
    /// - Throws: A failure with status 400 if the part or a header field is missing or cannot be decoded.
    init(reading part: MultipartPart) async throws(RequestFailure)
    /// - Throws: An error if the part cannot be encoded.
    func write(to form: inout MultipartForm, as name: String) throws
}

extension MultipartPart {
    /// Decodes a value from a part that is in memory.
    ///
    /// - Throws: A failure with status 400 if it cannot be decoded.
    public func value<Value: JSONCodable>(as type: Value.Type) async throws(RequestFailure) -> Value {
        do {
            return try await value(type, upTo: .max)
        } catch let failure as RequestFailure {
            throw failure
        } catch {
            throw RequestFailure(.invalidBody, String(describing: error), parameter: name)
        }
    }

    /// The part as a file.
    public var file: MultipartFile {
        MultipartFile(body, filename: filename, mediaType: mediaType)
    }

    /// Returns a required header field.
    ///
    /// - Throws: A failure with status 400 if it is missing or cannot be decoded.
    public func header<Value: JSONCodable>(_ header: Parameter, as type: Value.Type) throws(RequestFailure) -> Value {
        guard let value = try self.header(header, ifPresent: type) else {
            throw RequestFailure(
                .invalidBody, "the header '\(header.name)' of the part '\(name ?? "")' is missing", parameter: name)
        }
        return value
    }

    /// Returns a header field, or `nil` if it is absent.
    ///
    /// - Throws: A failure with status 400 if it cannot be decoded.
    public func header<Value: JSONCodable>(_ header: Parameter, ifPresent type: Value.Type) throws(RequestFailure) -> Value? {
        let value: Value?
        do throws(ParameterError) {
            value = try header.readHeader(headers, type)?.value
        } catch {
            throw RequestFailure(
                .invalidBody, "the header '\(header.name)' of the part '\(name ?? "")' cannot be read: \(error)", parameter: name)
        }
        if let value { try validate(value, of: header) }
        return value
    }

    private func validate(_ value: some JSONCodable, of header: Parameter) throws(RequestFailure) {
        guard let schemas, let schema = header.schema, let json = try? JSONValue(representing: value) else { return }
        let violations = schemas.violations(of: json, against: schema, in: .requests)
        guard !violations.isEmpty else { return }
        throw RequestFailure(
            .invalidBody, "the header '\(header.name)' of the part '\(name ?? "")' is invalid: \(violations.sentence)",
            parameter: name, violations: violations)
    }

    /// Returns a required header field with the default serialization.
    ///
    /// - Throws: A failure with status 400 if it is missing or cannot be decoded.
    public func header<Value: JSONCodable>(_ name: String, as type: Value.Type) throws(RequestFailure) -> Value {
        try header(Parameter(name, in: .header), as: type)
    }

    /// Returns a header field with the default serialization, or `nil` if it is absent.
    ///
    /// - Throws: A failure with status 400 if it cannot be decoded.
    public func header<Value: JSONCodable>(_ name: String, ifPresent type: Value.Type) throws(RequestFailure) -> Value? {
        try header(Parameter(name, in: .header), ifPresent: type)
    }
}

extension MultipartForm {
    /// Returns the part of a required field with its header fields.
    ///
    /// - Throws: A failure with status 400 if it is missing or cannot be decoded.
    public func part<Part: MultipartPartCodable>(_ name: String, as type: Part.Type) async throws(RequestFailure) -> Part {
        guard let part = try await part(name, ifPresent: type) else { throw .missing(name) }
        return part
    }

    /// Returns the part of a field with its header fields, or `nil` if it is absent.
    ///
    /// - Throws: A failure with status 400 if it cannot be decoded.
    public func part<Part: MultipartPartCodable>(_ name: String, ifPresent type: Part.Type) async throws(RequestFailure) -> Part? {
        guard let part = part(name) else { return nil }
        return try await Part(reading: part)
    }

    /// Returns the parts of a repeated field with their header fields.
    ///
    /// - Throws: A failure with status 400 if a part cannot be decoded.
    public func parts<Part: MultipartPartCodable>(_ name: String, of type: Part.Type) async throws(RequestFailure) -> [Part] {
        var read: [Part] = []
        for part in parts(name) { read.append(try await Part(reading: part)) }
        return read
    }

    /// Returns the parts of a repeated field with their header fields, or `nil` if there are none.
    ///
    /// - Throws: A failure with status 400 if a part cannot be decoded.
    public func parts<Part: MultipartPartCodable>(_ name: String, ifPresent type: Part.Type) async throws(RequestFailure)
        -> [Part]?
    {
        let parts = try await parts(name, of: type)
        return parts.isEmpty ? nil : parts
    }

    /// Adds a part with its header fields, unless it is `nil`.
    ///
    /// - Throws: An error if it cannot be encoded.
    public mutating func add(_ name: String, part: (some MultipartPartCodable)?) throws {
        try part?.write(to: &self, as: name)
    }

    /// Adds several parts with their header fields.
    ///
    /// - Throws: An error if a part cannot be encoded.
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

    /// Sets a header field of the part that was added last, unless the value is `nil`.
    ///
    /// - Throws: An error if the value cannot be encoded.
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

    /// Sets a header field with the default serialization of the part that was added last, unless the value is `nil`.
    ///
    /// - Throws: An error if the value cannot be encoded.
    public mutating func header<Value: JSONCodable>(_ name: String, _ value: Value?) throws {
        try header(Parameter(name, in: .header), value)
    }
}
