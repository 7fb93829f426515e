/// The schemas of a document as generated code carries them: text that is compiled when the first value is checked.
public final class DocumentSchemas: Sendable {
    private let text: String
    private let requests = Locked<JSONSchemaSet?>(nil)
    private let responses = Locked<JSONSchemaSet?>(nil)

    /// - Parameter text: schemas under `$defs`, as ``JSONSchemaSet`` takes them.
    public init(_ text: String) {
        self.text = text
    }

    /// The requirements of the schemas that are not enforced, such as patterns that cannot be matched in linear time.
    public var problems: [String] { schemas(for: .requests).problems }

    /// Returns the violations of a schema by a value.
    ///
    /// - Parameters:
    ///   - value: The value to check.
    ///   - reference: The schema, such as `#/$defs/Name`.
    ///   - direction: Whether the value is part of a request or a response.
    public func violations(
        of value: JSONValue, against reference: String, in direction: MessageDirection
    ) -> [JSONViolation] {
        schemas(for: direction).violations(of: value, against: reference)
    }

    /// Returns the violations of a schema by a document. Valid documents are mostly recognized without making a value of them.
    ///
    /// - Parameters:
    ///   - document: JSON in UTF-8.
    ///   - reference: The schema, such as `#/$defs/Name`.
    ///   - direction: Whether the document is part of a request or a response.
    /// - Throws: An error if the document is not JSON.
    public func violations(
        in document: [UInt8], against reference: String, in direction: MessageDirection
    ) throws(JSONError) -> [JSONViolation] {
        try schemas(for: direction).violations(in: document, against: reference)
    }

    private func schemas(for direction: MessageDirection) -> JSONSchemaSet {
        switch direction {
        case .requests: requests.withLock { compiled(&$0, direction) }
        case .responses: responses.withLock { compiled(&$0, direction) }
        }
    }

    private func compiled(_ set: inout JSONSchemaSet?, _ direction: MessageDirection) -> JSONSchemaSet {
        if let set { return set }
        let compiled = JSONSchemaSet(text, for: direction)
        set = compiled
        return compiled
    }
}

/// The direction of a message: requests need no `readOnly` members, and responses no `writeOnly` ones.
public enum MessageDirection: Sendable {
    /// From clients to servers.
    case requests
    /// From servers to clients.
    case responses

    /// The keyword that names the members that are not required this way.
    var exemption: String {
        switch self {
        case .requests: "x-readOnly"
        case .responses: "x-writeOnly"
        }
    }
}

extension [JSONViolation] {
    /// All of them in one sentence, each with its place in the value and in the document.
    var sentence: String {
        map { $0.description + ($0.line.map { " (line \($0) of the document)" } ?? "") }.joined(separator: "; ")
    }
}
