/// A violation of a schema at a place in a value.
public struct JSONViolation: Hashable, Sendable, CustomStringConvertible {
    /// The names and indexes on the way to the value.
    let path: [String]
    /// The keyword that is violated.
    public let keyword: String
    /// The expected and the found value.
    public let message: String
    /// The line of the author's document where the schema stands, if the schemas say so.
    public let line: Int?

    /// The JSON Pointer (RFC 6901) of the value. Long names in it and a long pointer are shortened, with an ellipsis.
    public var pointer: String { shortPointer(path) }

    public var description: String { (path.isEmpty ? "" : pointer + ": ") + message }
}

/// Schemas of JSON Schema 2020-12, compiled once, against which values are checked.
///
/// Schemas may say in `x-line` where they stand in the document that they come from, and in `x-lines` where their keywords do. Checking takes no exponential time: what a schema that
/// others refer to says of a value is remembered, and regular expressions are matched in linear time. A value whose check takes too
/// many steps is invalid; the violation has the keyword `limit`.
public final class JSONSchemaSet: Sendable {
    private let nodes: [SchemaNode]
    private let bytes: ByteSchemas
    private let roots: [String: Int]
    private let traits: SchemaTraits
    /// The requirements of the schemas that are not enforced, each with its place.
    public let problems: [String]

    /// Compiles a document of schemas.
    ///
    /// - Parameters:
    ///   - document: a schema as JSON, or an object with schemas under `$defs`, which refer to each other as `#/$defs/Name`.
    ///   - assertsFormats: whether `format` is enforced for the formats that are known.
    public convenience init(_ document: String, assertsFormats: Bool = true) {
        self.init(document, remotes: [:], assertsFormats: assertsFormats)
    }

    /// Compiles a document of schemas for one direction of messages.
    convenience init(_ document: String, for direction: MessageDirection) {
        self.init(document, remotes: [:], assertsFormats: true, direction: direction)
    }

    /// Compiles a schema document that refers to other documents.
    ///
    /// - Parameters:
    ///   - document: The schema document, in JSON.
    ///   - remotes: The other documents by their URIs.
    ///   - assertsFormats: Whether `format` is checked.
    public convenience init(_ document: String, remotes: [String: String], assertsFormats: Bool = true) {
        self.init(document, remotes: remotes, assertsFormats: assertsFormats, direction: nil)
    }

    private init(_ document: String, remotes: [String: String], assertsFormats: Bool, direction: MessageDirection?) {
        var problems: [String] = []
        var documents = SchemaDocuments()
        for (uri, text) in [("", document)] + remotes.sorted(by: { $0.key < $1.key }) {
            do throws(JSONError) {
                documents.add(try JSONValue(json: Array(text.utf8)), at: uri)
            } catch {
                problems.append("the schemas\(uri.isEmpty ? "" : " of '\(uri)'") are no JSON: \(error)")
                documents.add(true, at: uri)
            }
        }
        var compiler = SchemaCompiler(documents, assertsFormats: assertsFormats, exemption: direction?.exemption)
        var roots = ["": compiler.node(at: .init(document: 0, path: []))]
        for name in documents.documents[0].schema["$defs"]?.object?.members.map(\.name) ?? [] {
            roots["#/$defs/" + pointerToken(name)] = compiler.node(at: .init(document: 0, path: ["$defs", name]))
        }
        var anchors: [SchemaTraits.Anchor: Int] = [:]
        for anchor in documents.dynamicAnchors {
            let key = SchemaTraits.Anchor(resource: compiler.resourceNumber(anchor.resource), name: anchor.name)
            anchors[key] = compiler.node(at: anchor.location)
        }
        self.roots = roots
        self.problems = problems + compiler.problems
        nodes = compiler.nodes
        chooseWhatIsRemembered(among: nodes)
        bytes = ByteSchemas(nodes)
        traits = SchemaTraits(tracksEvaluation: compiler.tracksEvaluation, isDynamic: compiler.isDynamic, anchors: anchors)
    }

    /// Returns the violations of a schema by a value.
    ///
    /// - Parameters:
    ///   - value: The value to check.
    ///   - reference: The schema: empty for the whole document, or `#/$defs/Name`, percent-encoded as in any URI.
    /// - Returns: At most 100 violations, in the order of the schema's keywords. A reference without a schema is a violation.
    public func violations(of value: JSONValue, against reference: String = "") -> [JSONViolation] {
        guard let root = root(reference) else {
            return [JSONViolation(path: [], keyword: "$ref", message: "there is no schema '\(reference)'", line: nil)]
        }
        var evaluation = SchemaEvaluation(nodes: nodes, traits: traits)
        return evaluation.violations(of: value, against: root)
    }

    /// Everything that the schema does not allow in the JSON that a value writes.
    ///
    /// - Throws: when the value cannot be written.
    public func violations(representing value: some JSONCodable, against reference: String = "") throws(JSONError)
        -> [JSONViolation]
    {
        violations(of: try JSONValue(representing: value), against: reference)
    }

    /// Returns the violations of a schema by a document.
    ///
    /// - Parameters:
    ///   - document: JSON in UTF-8.
    ///   - reference: The schema: empty for the whole document, or `#/$defs/Name`.
    /// - Throws: An error if the document is not JSON.
    public func violations(in document: [UInt8], against reference: String = "") throws(JSONError) -> [JSONViolation] {
        surelyAllows(document, against: reference) ? [] : violations(of: try JSONValue(json: document), against: reference)
    }

    /// Whether a schema surely allows a document, which then is JSON. If not, only its whole value tells.
    func surelyAllows(_ document: [UInt8], against reference: String = "") -> Bool {
        root(reference).map { bytes.surelyAllows(document, $0) } ?? false
    }

    private func root(_ reference: String) -> Int? {
        // Most references have nothing to decode.
        roots[reference] ?? roots[reference.withoutPercentEncoding]
    }
}

/// What evaluation must know of all schemas together.
struct SchemaTraits: Sendable {
    struct Anchor: Hashable, Sendable {
        let resource: Int
        let name: String
    }

    /// Whether a schema asks which members or elements others have looked at.
    let tracksEvaluation: Bool
    /// Whether what a schema means depends on the way that led to it.
    let isDynamic: Bool
    let anchors: [Anchor: Int]
}
