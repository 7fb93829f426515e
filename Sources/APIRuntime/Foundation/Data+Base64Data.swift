#if Foundation
#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Data {
    /// Creates data of the same bytes.
    public init(_ data: Base64Data) {
        self.init(data.bytes)
    }

    /// Creates data of the same bytes.
    public init(_ data: Base64URLData) {
        self.init(data.bytes)
    }

    /// Creates data from base 64 in source code, as generated code does for the default values of a document.
    ///
    /// - Precondition: The text is base 64.
    public init(literal text: StaticString) {
        self.init(Base64Data(literal: text))
    }
}

extension Base64Data {
    /// Creates a value of the same bytes.
    public init(_ data: Data) {
        self.init([UInt8](data))
    }
}

extension Base64URLData {
    /// Creates a value of the same bytes.
    public init(_ data: Data) {
        self.init([UInt8](data))
    }
}

/// Base 64 (RFC 4648, section 4), read and written as Base64Data is.
extension Data: JSONCodable {
    public init(reading json: inout JSONReader) throws(JSONError) {
        self.init(try Base64Data(reading: &json))
    }

    public func write(to json: inout JSONWriter) {
        Base64Data(self).write(to: &json)
    }
}
#endif
