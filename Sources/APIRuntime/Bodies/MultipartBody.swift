/// A form that a multipart body is read into and written from; generated code conforms to it.
public protocol MultipartCodable: Sendable {
    /// The fields that are serialized with a style (OpenAPI 3.1.1, section 4.8.15.1.2).
    static var encoding: [Parameter] { get }
    /// - Throws: 400 where a part is missing or cannot be read.
    init(reading form: MultipartForm) async throws(RequestFailure)
    /// - Throws: what keeps a part from being written.
    func write(to form: inout MultipartForm) throws
}

extension MultipartCodable {
    public static var encoding: [Parameter] { [] }
}

/// A multipart body: as a form that the document describes, or part by part while it comes in.
public struct MultipartBody<Form: MultipartCodable>: Sendable {
    private let source: Source

    private enum Source: Sendable {
        case form(Form)
        case parts(MultipartParts, limit: Int, check: SchemaCheck?, schemas: DocumentSchemas?)
    }

    /// A body to send. Files whose body is a stream are sent as the stream produces them.
    public init(_ form: Form) {
        source = .form(form)
    }

    /// A body to send, put together part by part.
    public init(parts: [MultipartPart]) {
        source = .parts(MultipartParts(parts), limit: .max, check: nil, schemas: nil)
    }

    /// - Parameters:
    ///   - check: How the form is validated; `nil` if it is not.
    ///   - schemas: The schemas that the header fields of parts are validated against; `nil` if they are not.
    init(_ parts: MultipartParts, limit: Int, check: SchemaCheck?, schemas: DocumentSchemas?) {
        source = .parts(parts, limit: limit, check: check, schemas: schemas)
    }

    /// The whole form in memory.
    /// - Throws: on a server 400 where a part is missing, cannot be read or violates its schema, 413 where the body is too large.
    public func form() async throws -> Form {
        switch source {
        case .form(let form): return form
        case .parts(let parts, let limit, let check, let schemas):
            do {
                let received = try await parts.collect(upTo: limit).map { part in
                    var part = part
                    part.schemas = schemas
                    return part
                }
                let parts = MultipartForm(received, encoding: Form.encoding)
                let form = try await Form(reading: parts)
                try await check?.validate(form, readFrom: parts)
                return form
            } catch HTTPBodyError.tooLarge(let limit) {
                throw RequestFailure.bodyTooLarge(limit: limit)
            } catch let error as MultipartError {
                throw RequestFailure(.invalidBody, "the body cannot be read: \(error)")
            }
        }
    }

    /// The parts as they come in; each has to be read before the next one is asked for.
    /// - Throws: what keeps a form from being written.
    public func parts() throws -> MultipartParts {
        switch source {
        case .form(let form):
            var parts = MultipartForm([], encoding: Form.encoding)
            try form.write(to: &parts)
            return MultipartParts(parts.parts)
        case .parts(let parts, _, _, _): return parts
        }
    }
}

/// A file in a form.
public struct MultipartFile: Sendable {
    /// The name that the sender gave the file; nothing to trust as a path.
    public var filename: String?
    /// The file's media type.
    public var mediaType: String?
    /// The content of the file.
    public var body: HTTPBody

    /// Creates a file to send.
    ///
    /// - Parameters:
    ///   - body: The content of the file.
    ///   - filename: The name of the file, by which receivers distinguish files from other fields.
    ///   - mediaType: The media type of the file.
    public init(_ body: HTTPBody, filename: String? = "file", mediaType: String? = nil) {
        self.filename = filename
        self.mediaType = mediaType
        self.body = body
    }
}

extension SchemaCheck {
    /// Checks a form as the object of its parts. Files are bytes, about which schemas say nothing that could be checked here.
    fileprivate func validate(_ form: some MultipartCodable, readFrom read: MultipartForm) async throws {
        var written = MultipartForm.recording
        try form.write(to: &written)
        guard let recorded = written.recorded else { return }
        let sent = SentValue(.object(recorded.values), .members(await read.sentMembers(of: recorded.values)))
        let violations = sent.judged(violations(of: sent.value)).filter { violation in
            violation.holdsForAnyValue || ["minItems", "maxItems"].contains(violation.keyword)
                || !(violation.path.first.map(recorded.files.contains) ?? false)
        }
        guard violations.isEmpty else { throw failure(violations, nil) }
    }
}

extension MultipartForm {
    /// Returns what was sent, which may have members that the values' types do not have.
    fileprivate func sentMembers(of values: JSONObject) async -> [TextMember] {
        var trees: [String: [TextTree]] = [:]
        var names: [String] = []
        var texts: [(name: String, text: String)] = []
        for part in parts {
            guard let name = part.name else { continue }
            if encoding.contains(where: { $0.owns(name) }) {
                if let text = try? await part.value(as: String.self) { texts.append((name, text)) }
            } else {
                if trees[name] == nil { names.append(name) }
                trees[name, default: []].append(await part.sentTree)
            }
        }
        let members = names.map { TextMember(name: $0, value: Self.sentValue(trees[$0] ?? [], as: values[$0])) }
        let pairs = QueryPairs(parts: texts)
        return members
            + encoding.compactMap { field in
                guard case .styled(let styling) = field.serialization else { return nil }
                let tree = try? pairs.read(field, styling, others: { !field.owns($0) })
                return tree.map { TextMember(name: field.name, value: $0) }
            }
    }

    /// - Parameter value: The value that was decoded from the parts.
    private static func sentValue(_ trees: [TextTree], as value: JSONValue?) -> TextTree {
        if case .array? = value, trees.count > 1 || trees.first?.isList == false { return .list(trees) }
        return trees.first ?? .undefined
    }
}

extension MultipartPart {
    /// The members of a part that is JSON. Other parts are represented by the values decoded from them.
    fileprivate var sentTree: TextTree {
        get async {
            let isJSON = mediaType.map { MediaType($0)?.isJSON == true } ?? true
            guard filename == nil, isJSON, let bytes = try? await body.collect(upTo: .max),
                bytes.first.map({ " \t\r\n{[".utf8.contains($0) }) == true, let value = try? JSONValue(json: bytes)
            else { return .text("") }
            return TextTree(value)
        }
    }
}

extension TextTree {
    fileprivate var isList: Bool {
        if case .list = self { true } else { false }
    }
}
