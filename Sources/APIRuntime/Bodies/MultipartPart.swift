public import HTTPTypes

/// One part of a multipart body (RFC 7578).
public struct MultipartPart: Sendable {
    /// The part's header fields, among them `Content-Disposition`.
    public var headers: HTTPFields
    /// The part's body. One that was received has to be read before the next part is asked for.
    public var body: HTTPBody
    /// The schemas that its header fields are validated against; `nil` if they are not.
    var schemas: DocumentSchemas?
    /// Whether it is part of a request, whose errors are reported to the sender.
    var isReceivedByServer = false

    /// Creates a part from its header fields and its content.
    public init(headers: HTTPFields, body: HTTPBody) {
        self.headers = headers
        self.body = body
    }

    /// Creates a part of a form.
    ///
    /// - Parameters:
    ///   - name: The name of the field.
    ///   - filename: The name of the file, if the part is a file.
    ///   - mediaType: The `Content-Type` of the part; `nil` omits it, which means text.
    ///   - body: The content of the part.
    public init(name: String, filename: String? = nil, mediaType: String? = nil, body: HTTPBody) {
        var disposition = "form-data; name=\"\(Self.escape(name))\""
        if let filename { disposition += "; filename=\"\(Self.escape(filename))\"" }
        headers = [.contentDisposition: disposition]
        if let mediaType { headers[.contentType] = mediaType }
        self.body = body
    }

    /// A value: text where it's a string, a number or a boolean, else JSON.
    /// - Throws: what keeps the value from being written.
    public init<Value: JSONCodable>(name: String, value: Value, mediaType: String? = nil) throws {
        let tree = try textTree(of: value)
        if let text = tree.scalar, mediaType.map({ MediaType($0)?.isJSON != true }) ?? true {
            self.init(name: name, mediaType: mediaType, body: HTTPBody(text))
        } else {
            self.init(name: name, mediaType: mediaType ?? "application/json", body: HTTPBody(try writeJSON(value)))
        }
    }

    /// The name of the form's field.
    public var name: String? { disposition("name") }

    /// The name of the file.
    public var filename: String? { disposition("filename") }

    /// The part's media type.
    public var mediaType: String? { headers[.contentType] }

    /// Reads the whole part as a value: JSON where its media type says so, else text, or JSON where the part has no media type.
    /// - Throws: ``MultipartError`` where it cannot be read, in a server ``RequestFailure`` instead; ``HTTPBodyError`` where it is too
    ///   large.
    public func value<Value: JSONCodable>(_ type: Value.Type, upTo limit: Int = 1 << 20) async throws -> Value {
        let bytes = try await body.collect(upTo: limit)
        let isJSON = mediaType.flatMap { MediaType($0)?.isJSON } ?? false
        do {
            if isJSON { return try readJSON(type, from: bytes) }
            // Without a media type a part is what its schema says (OpenAPI 3.1.1, section 4.8.15.1), and objects are JSON.
            let isLikeJSON = bytes.first == UInt8(ascii: "{") || bytes.first == UInt8(ascii: "[")
            if mediaType == nil, isLikeJSON, let value = try? readJSON(type, from: bytes) { return value }
            guard let text = String(validUTF8: bytes) else { throw ParameterError("it is not UTF-8") }
            do throws(ParameterError) {
                return try readText(type, from: .text(text))
            } catch {
                // Null has no text of its own.
                guard mediaType == nil, text == "null", let value = try? readJSON(type, from: bytes) else { throw error }
                return value
            }
        } catch {
            let error = MultipartError("the part '\(name?.shortened() ?? "")' cannot be read: \(error)")
            if isReceivedByServer { throw RequestFailure(.invalidBody, error.description, parameter: name) }
            throw error
        }
    }

    private func disposition(_ name: String) -> String? {
        guard let field = headers[.contentDisposition] else { return nil }
        for piece in MediaType.split(field, at: UInt8(ascii: ";")).dropFirst() {
            let pair = StyleReader.pair(Substring(piece.trimmingHTTPWhitespace))
            guard pair.name.lowercased() == name else { continue }
            return MediaType.unquoted(String(pair.value)).replacing("%22", with: "\"").replacing("%0D%0A", with: "\r\n")
        }
        return nil
    }

    /// As HTML escapes these names.
    private static func escape(_ name: String) -> String {
        var escaped = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "\"": escaped += "%22"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            case "\\": escaped += "\\\\"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

/// An error in a multipart body.
public struct MultipartError: Error, Sendable, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
