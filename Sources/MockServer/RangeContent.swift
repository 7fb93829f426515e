import APIModel
import APIRuntime

extension Content {
    /// Returns the content in one media type, where the document has a range such as `*/*`: in the one that the caller wants
    /// most of those that can have the value.
    ///
    /// - Parameter documented: All media types of the response. Content of a range cannot be labeled as one of the others.
    func narrowed(
        to accept: AcceptedMediaTypes, for value: APIModel.JSONValue?, among documented: [String], in schemas: SchemaGraph
    ) throws(MockProblem) -> Content {
        let range = representation.mediaType
        guard range.isRange else { return self }
        let isFile = representation.schema.map { schemas.form($0).isFile } ?? false
        let usual = isFile ? "application/octet-stream" : usualMediaType(for: value, in: schemas)
        let covered = AcceptedMediaTypes(range.text)
        let candidates = [usual, accept.concrete(range.text, among: documented)].filter {
            covered.best(of: [$0]) != nil && (isFile || ContentCoding(named: $0).canWrite(value))
        }
        guard let first = candidates.first else { throw .notText(range.text) }
        guard let best = accept.best(of: candidates) else { throw .notAcceptable([first]) }
        var narrowed = representation
        narrowed.mediaType = MediaTypeName(best, coding: isFile ? .bytes : ContentCoding(named: best))
        return Content(narrowed)
    }

    /// What a value is sent as to those who accept everything.
    private func usualMediaType(for value: APIModel.JSONValue?, in schemas: SchemaGraph) -> String {
        guard let value else { return "application/octet-stream" }
        guard value.string != nil else { return "application/json" }
        // Whoever reads all of a range as JSON expects strings as JSON too. An example that can only be text is none of them.
        guard coding == .json, let schema = representation.schema else { return "text/plain" }
        return schemas.form(schema).allKinds(in: schemas).contains(.string) ? "application/json" : "text/plain"
    }

    /// A body of which the document says no more than the media type; `nil` where it has a schema.
    var sample: APIModel.JSONValue? {
        guard representation.schema == nil, representation.itemSchema == nil else { return nil }
        return switch ContentCoding(named: representation.name) {
        case .json, .form, .multipart, .jsonLines: .object([])
        case .xml: .string("<sample/>")
        case .text, .bytes, .events, .jsonEvents, .typedEvents: .string("sample")
        }
    }
}

extension ContentCoding {
    /// Whether a value can be written; one that is not known yet can.
    fileprivate func canWrite(_ value: APIModel.JSONValue?) -> Bool {
        guard let value else { return true }
        switch self {
        case .json, .jsonLines, .xml: return true
        case .form, .multipart: return if case .object = value { true } else { false }
        case .text, .bytes, .events, .jsonEvents, .typedEvents: return value.isScalar
        }
    }
}
