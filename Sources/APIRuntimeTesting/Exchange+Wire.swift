public import APIRuntime
import HTTPTypes

extension RecordingTransport.Exchange {
    /// The method, the path and the query of the request, such as `GET /pets?limit=10`.
    public var requestLine: String {
        "\(request.head.method.rawValue) \(request.head.path ?? "")"
    }

    /// The status code of the response.
    public var status: Int {
        response.head.status.code
    }

    /// Returns the JSON of the request's body, with what a type reads of it.
    ///
    /// - Parameter type: The type of the body.
    /// - Throws: An error if the request has no body that is kept whole, or if the body is not a value of the type.
    public func requestJSON(as type: (some JSONCodable).Type) throws -> JSONValue {
        try Self.json(request.body?.bytes ?? [], as: type)
    }

    /// Returns the JSON of the response's body, with what a type reads of it.
    ///
    /// - Parameter type: The type of the body.
    /// - Throws: An error if the body is not a value of the type.
    public func responseJSON(as type: (some JSONCodable).Type) throws -> JSONValue {
        try Self.json(response.body.bytes ?? [], as: type)
    }

    /// Returns the JSON that a type writes for a document, so that documents can be compared without what the type does not keep.
    ///
    /// - Parameters:
    ///   - document: JSON in UTF-8.
    ///   - type: The type that reads it.
    /// - Throws: An error if the document is not a value of the type.
    public static func json<Value: JSONCodable>(_ document: [UInt8], as type: Value.Type) throws -> JSONValue {
        try JSONValue(representing: Value(json: document))
    }
}
