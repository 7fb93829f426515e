#if Foundation
#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension URL {
    /// The URL that a text is; `nil` where it is none, or where Foundation would have to change it.
    init?(text: String) {
        guard let url = URL(string: text), url.absoluteString == text else { return nil }
        self = url
    }

    /// Creates a URL in source code, as generated code does for the default values of a document.
    ///
    /// - Precondition: The text is a URL.
    public init(literal text: StaticString) {
        guard let url = URL(text: text.description) else { preconditionFailure("'\(text)' is not a URL") }
        self = url
    }
}

/// A URL or a relative reference (RFC 3986), which is written as it was read.
extension URL: JSONCodable {
    public init(reading json: inout JSONReader) throws(JSONError) {
        json.skipWhitespace()
        let start = json.position
        let text = try json.string()
        guard let url = URL(text: text) else {
            throw JSONError(.malformed(format: "a URL", text: String(text.prefix(80))), offset: start)
        }
        self = url
    }

    public func write(to json: inout JSONWriter) {
        json.string(absoluteString)
    }
}
#endif
