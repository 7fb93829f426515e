import HTTPTypes

/// The coding of a value whose body may have several media types.
enum ValueCoding {
    case json, xml, form, text

    init(_ mediaType: String) {
        let mediaType = MediaType(mediaType)
        if mediaType?.isXML == true {
            self = .xml
        } else if mediaType?.isForm == true {
            self = .form
        } else {
            self = mediaType?.type == "text" && mediaType?.isJSON == false ? .text : .json
        }
    }
}

extension MediaType {
    fileprivate var isXML: Bool {
        subtype == "xml" || subtype.hasSuffix("+xml")
    }
}

extension OperationCall {
    /// Sends a value in the coding of a media type: JSON, XML, a form or text.
    ///
    /// - Parameters:
    ///   - value: The value; `nil` for no body.
    ///   - mediaType: The media type.
    ///   - shape: The shape of the value as XML.
    public mutating func body<Value: JSONCodable>(_ value: Value?, as mediaType: String, xml shape: XMLShape = .any) {
        switch ValueCoding(mediaType) {
        case .json: body(json: value, as: mediaType)
        case .xml: body(xml: value, shape, as: mediaType)
        case .form: body(form: value)
        case .text: body(textOf: value, as: mediaType)
        }
    }
}

extension ClientResponse {
    /// Returns the body, read in the coding of its media type: JSON, XML, a form or text.
    ///
    /// - Parameters:
    ///   - type: The type of the value.
    ///   - shape: The shape of the value as XML.
    /// - Throws: An error if the body cannot be decoded.
    public func body<Value: JSONCodable>(_ type: Value.Type, xml shape: XMLShape = .any) throws(CallError) -> Value {
        switch ValueCoding(head.headerFields[.contentType] ?? mediaType) {
        case .json: try json(type)
        case .xml: try xml(type, shape)
        case .form: try form(type)
        case .text: try text(as: type)
        }
    }
}

extension ServerRequest {
    /// Returns the body, read in the coding of its media type: JSON, XML, a form or text.
    ///
    /// - Parameters:
    ///   - type: The type of the value.
    ///   - shape: The shape of the value as XML.
    /// - Throws: A failure with status 415, 413, or 400 if the body is missing or cannot be decoded.
    public func body<Value: JSONCodable>(_ type: Value.Type, xml shape: XMLShape = .any) async throws(RequestFailure) -> Value {
        guard let value = try await body(ifPresent: type, xml: shape) else { throw .missingBody() }
        return value
    }

    /// Returns the body, read in the coding of its media type, or `nil` if there is none.
    ///
    /// - Parameters:
    ///   - type: The type of the value.
    ///   - shape: The shape of the value as XML.
    /// - Throws: A failure with status 415, 413, or 400 if the body cannot be decoded.
    public func body<Value: JSONCodable>(
        ifPresent type: Value.Type, xml shape: XMLShape = .any
    ) async throws(RequestFailure) -> Value? {
        guard hasBody else { return nil }
        return switch ValueCoding(try sentMediaType()) {
        case .json: try await json(ifPresent: type)
        case .xml: try await xml(ifPresent: type, shape)
        case .form: try await form(ifPresent: type)
        case .text: try await text(ifPresent: type)
        }
    }
}

extension ServerResponse {
    /// Returns a response with a value in the coding of a media type: JSON, XML, a form or text.
    ///
    /// - Parameters:
    ///   - status: The status code.
    ///   - value: The value.
    ///   - mediaType: The media type.
    ///   - shape: The shape of the value as XML.
    public static func body(
        _ status: Int, _ value: some JSONCodable, as mediaType: String, xml shape: XMLShape = .any
    ) -> ServerResponse {
        switch ValueCoding(mediaType) {
        case .json: json(status, value, as: mediaType)
        case .xml: xml(status, value, shape, as: mediaType)
        case .form: form(status, value)
        case .text: text(status, of: value, as: mediaType)
        }
    }
}
