/// A form that a multipart body is read into and written from; generated code conforms to it.
public protocol MultipartCodable: Sendable {
    /// - Throws: 400 where a part is missing or cannot be read.
    init(reading form: MultipartForm) async throws(RequestFailure)
    /// - Throws: what keeps a part from being written.
    func write(to form: inout MultipartForm) throws
}

/// A multipart body: as a form that the document describes, or part by part while it comes in.
public struct MultipartBody<Form: MultipartCodable>: Sendable {
    private let source: Source

    private enum Source: Sendable {
        case form(Form)
        case parts(MultipartParts, limit: Int, check: SchemaCheck?)
    }

    /// A body to send. Files whose body is a stream are sent as the stream produces them.
    public init(_ form: Form) {
        source = .form(form)
    }

    /// A body to send, put together part by part.
    public init(parts: [MultipartPart]) {
        source = .parts(MultipartParts(parts), limit: .max, check: nil)
    }

    init(_ parts: MultipartParts, limit: Int, check: SchemaCheck?) {
        source = .parts(parts, limit: limit, check: check)
    }

    /// The whole form in memory.
    /// - Throws: on a server 400 where a part is missing, cannot be read or does not fit its schema, 413 where the body is too large.
    public func form() async throws -> Form {
        switch source {
        case .form(let form): return form
        case .parts(let parts, let limit, let check):
            do {
                let parts = MultipartForm(try await parts.collect(upTo: limit))
                let form = try await Form(reading: parts)
                try check?.validate(form, readFrom: parts)
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
            var parts = MultipartForm([])
            try form.write(to: &parts)
            return MultipartParts(parts.parts)
        case .parts(let parts, _, _): return parts
        }
    }
}

/// A file in a form.
public struct MultipartFile: Sendable {
    /// The name that the sender gave the file; nothing to trust as a path.
    public var filename: String?
    /// The file's media type.
    public var mediaType: String?
    /// What the file holds.
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
    fileprivate func validate(_ form: some MultipartCodable, readFrom read: MultipartForm) throws {
        var written = MultipartForm(recordingValues: true)
        try form.write(to: &written)
        var object = written.values
        var opaque = written.files
        for name in read.parts.compactMap(\.name) where object[name] == nil {
            object[name] = ""
            opaque.insert(name)
        }
        let violations = violations(of: .object(object)).filter { violation in
            let isUnknownMember = violation.keyword == "additionalProperties" || violation.keyword == "unevaluatedProperties"
            return isUnknownMember || !opaque.contains { violation.pointer.isInside(member: $0) }
        }
        guard violations.isEmpty else { throw failure(violations) }
    }
}

extension String {
    /// Whether a JSON Pointer leads to a member, or to something inside it.
    fileprivate func isInside(member name: String) -> Bool {
        let place = "/" + pointerToken(name)
        return self == place || hasPrefix(place + "/")
    }
}
