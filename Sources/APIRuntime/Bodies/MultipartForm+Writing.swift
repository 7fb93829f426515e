extension MultipartForm {
    /// Adds a field, unless its value is `nil`.
    ///
    /// - Parameters:
    ///   - name: The name of the field.
    ///   - value: The value of the field.
    ///   - mediaType: The media type of the part; `nil` for text if the value is a scalar, and JSON otherwise.
    /// - Throws: An error if the value cannot be encoded.
    public mutating func add<Value: JSONCodable>(_ name: String, _ value: Value?, as mediaType: String? = nil) throws {
        guard let value else { return }
        if recorded != nil { return record(name, try JSONValue(representing: value)) }
        if let field = encoding.first(where: { $0.name == name }), case .styled(let styling) = field.serialization {
            let writer = StyleWriter(name: name, styling: styling, kept: nil)
            for (name, text) in try writer.writeParts(try textTree(of: value)) {
                parts.append(MultipartPart(name: name, body: HTTPBody(text)))
            }
        } else {
            parts.append(try MultipartPart(name: name, value: value, mediaType: mediaType))
        }
    }

    /// Adds a field for each value.
    ///
    /// - Throws: An error if a value cannot be encoded.
    public mutating func add<Value: JSONCodable>(each name: String, _ values: [Value]?, as mediaType: String? = nil) throws {
        if recorded != nil, let values { return record(name, try JSONValue(representing: values)) }
        for value in values ?? [] { parts.append(try MultipartPart(name: name, value: value, mediaType: mediaType)) }
    }

    /// Adds a file, unless it is `nil`.
    ///
    /// - Parameters:
    ///   - name: The name of the field.
    ///   - file: The file.
    ///   - mediaType: The media type of a file that has none.
    public mutating func add(_ name: String, file: MultipartFile?, as mediaType: String? = nil) {
        guard let file else { return }
        if recorded != nil { return record(name, "", isFile: true) }
        let mediaType = file.mediaType ?? mediaType ?? "application/octet-stream"
        parts.append(MultipartPart(name: name, filename: file.filename, mediaType: mediaType, body: file.body))
    }

    /// Adds several files.
    public mutating func add(_ name: String, files: [MultipartFile]?, as mediaType: String? = nil) {
        if recorded != nil, let files { return record(name, .array(files.map { _ in "" }), isFile: true) }
        for file in files ?? [] { add(name, file: file, as: mediaType) }
    }
}

/// The values of a form, which are validated as one object.
struct RecordedForm: Sendable {
    var values = JSONObject()
    /// The names of the fields that are files, whose values here are empty strings.
    var files: Set<String> = []
}

extension MultipartForm {
    /// An empty form that records values instead of encoding them as parts.
    static var recording: MultipartForm {
        var form = MultipartForm([])
        form.recorded = RecordedForm()
        return form
    }

    mutating func record(_ name: String, _ value: JSONValue, isFile: Bool = false) {
        recorded?.values[name] = value
        if isFile { recorded?.files.insert(name) }
    }
}
