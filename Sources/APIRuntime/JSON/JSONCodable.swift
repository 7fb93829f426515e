/// A value that reads itself from JSON (RFC 8259) and writes itself as JSON.
///
/// `Codable` conformance is included, by way of ``JSONValue``: a conforming type works in any `Encoder` and `Decoder` without
/// further code.
public protocol JSONCodable: Codable, Sendable {
    /// Reads the next value of the document.
    ///
    /// - Throws: what was expected and what was found instead, with its place.
    init(reading json: inout JSONReader) throws(JSONError)

    /// Writes the value behind what has been written so far.
    func write(to json: inout JSONWriter)
}

extension JSONCodable {
    /// Reads a whole document.
    ///
    /// - Parameter json: the document in UTF-8; bytes behind its value are an error.
    /// - Throws: the first error, with its place.
    @inlinable
    public init(json: [UInt8]) throws(JSONError) {
        self = try JSONReader.read(Self.self, from: json)
    }
}
