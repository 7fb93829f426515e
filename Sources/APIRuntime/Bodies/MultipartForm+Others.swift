// The additional parts of a form whose schema has `additionalProperties`.
extension MultipartForm {
    /// Returns the additional parts in their order.
    ///
    /// - Parameter names: The names of the documented fields.
    public func others(besides names: [String]) -> [MultipartPart] {
        parts.filter { part in
            guard let name = part.name else { return false }
            return !names.contains(name) && !encoding.contains { $0.owns(name) }
        }
    }

    /// Returns the values of the additional parts by their names.
    ///
    /// - Parameters:
    ///   - names: The names of the documented fields.
    ///   - type: The type of the values.
    /// - Throws: A failure with status 400 if a part cannot be decoded or is repeated.
    public func others<Value: JSONCodable>(besides names: [String], of type: Value.Type) async throws(RequestFailure)
        -> [String: Value]
    {
        var values: [String: Value] = [:]
        for (name, parts) in byName(others(besides: names)) { values[name] = try await only(parts, name).value(as: type) }
        return values
    }

    /// Returns the values of the additional parts by their names, which may be repeated.
    ///
    /// - Parameters:
    ///   - names: The names of the documented fields.
    ///   - type: The type of the values.
    /// - Throws: A failure with status 400 if a part cannot be decoded.
    public func others<Value: JSONCodable>(besides names: [String], ofEach type: Value.Type) async throws(RequestFailure)
        -> [String: [Value]]
    {
        var values: [String: [Value]] = [:]
        for (name, parts) in byName(others(besides: names)) {
            for part in parts { values[name, default: []].append(try await part.value(as: type)) }
        }
        return values
    }

    /// Returns the files of the additional parts by their names.
    ///
    /// - Parameter names: The names of the documented fields.
    /// - Throws: A failure with status 400 if a part is repeated.
    public func otherFiles(besides names: [String]) throws(RequestFailure) -> [String: MultipartFile] {
        var files: [String: MultipartFile] = [:]
        for (name, parts) in byName(others(besides: names)) { files[name] = try only(parts, name).file }
        return files
    }

    /// Returns the files of the additional parts by their names, which may be repeated.
    ///
    /// - Parameter names: The names of the documented fields.
    public func otherFileLists(besides names: [String]) -> [String: [MultipartFile]] {
        byName(others(besides: names)).mapValues { $0.map(\.file) }
    }

    /// Adds parts unchanged.
    public mutating func add(others parts: [MultipartPart]) {
        guard recorded != nil else { return self.parts += parts }
        for name in parts.compactMap(\.name) { record(name, "", isFile: true) }
    }

    /// Adds fields in the order of their names.
    ///
    /// - Throws: An error if a value cannot be encoded.
    public mutating func add<Value: JSONCodable>(others values: [String: Value]) throws {
        for (name, value) in values.sorted(by: { $0.key < $1.key }) { try add(name, value) }
    }

    /// Adds several fields with each name.
    ///
    /// - Throws: An error if a value cannot be encoded.
    public mutating func add<Value: JSONCodable>(othersEach values: [String: [Value]]) throws {
        for (name, values) in values.sorted(by: { $0.key < $1.key }) { try add(each: name, values) }
    }

    /// Adds files in the order of their names.
    public mutating func add(others files: [String: MultipartFile]) {
        for (name, file) in files.sorted(by: { $0.key < $1.key }) { add(name, file: file) }
    }

    /// Adds several files with each name.
    public mutating func add(others files: [String: [MultipartFile]]) {
        for (name, files) in files.sorted(by: { $0.key < $1.key }) { add(name, files: files) }
    }

    private func byName(_ parts: [MultipartPart]) -> [String: [MultipartPart]] {
        Dictionary(grouping: parts) { $0.name ?? "" }
    }

    private func only(_ parts: [MultipartPart], _ name: String) throws(RequestFailure) -> MultipartPart {
        guard let part = parts.first, parts.count == 1 else {
            throw RequestFailure(.invalidBody, "the part '\(name)' is given \(parts.count) times", parameter: name)
        }
        return part
    }
}
