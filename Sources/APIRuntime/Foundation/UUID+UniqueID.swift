#if Foundation
#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension UUID {
    /// Creates the same identifier.
    public init(_ identifier: UniqueID) {
        let words = (identifier.high.bigEndian, identifier.low.bigEndian)
        self.init(uuid: withUnsafeBytes(of: words) { $0.loadUnaligned(as: uuid_t.self) })
    }

    /// Creates an identifier in source code, as generated code does for the default values of a document.
    ///
    /// - Precondition: The text is an identifier in its canonical form.
    public init(literal text: StaticString) {
        self.init(UniqueID(literal: text))
    }
}

extension UniqueID {
    /// Creates the same identifier.
    public init(_ identifier: UUID) {
        self = withUnsafeBytes(of: identifier.uuid) { bytes in
            UniqueID(
                high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
        }
    }
}

/// The canonical form of RFC 9562; letters are written in lower case, as UniqueID does.
extension UUID: JSONCodable {
    public init(reading json: inout JSONReader) throws(JSONError) {
        self.init(try UniqueID(reading: &json))
    }

    public func write(to json: inout JSONWriter) {
        UniqueID(self).write(to: &json)
    }
}
#endif
