internal import CLibYAML
internal import Diagnostics

/// Reads a document with libyaml and returns the syntax error that ended it, or `nil`.
func readEvents(_ bytes: UnsafeBufferPointer<UInt8>, into builder: inout TreeBuilder) -> Diagnostic? {
    guard var reader = EventReader(bytes) else {
        return .parserUnavailable(at: builder.position(Mark(line: 1, column: 1)))
    }
    return reader.read(into: &builder)
}

private struct EventReader: ~Copyable {
    // libyaml keeps the parser's address, so it must not move.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let event: UnsafeMutablePointer<yaml_event_t>
    private let bytes: UnsafeBufferPointer<UInt8>
    private let marks: LineBreakMarks

    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            return nil
        }
        event = .allocate(capacity: 1)
        self.bytes = bytes
        marks = LineBreakMarks(bytes)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        event.deallocate()
    }

    mutating func read(into builder: inout TreeBuilder) -> Diagnostic? {
        var documents = 0
        while !builder.isStopped {
            guard yaml_parser_parse(parser, event) == 1 else {
                return syntaxError(of: parser.pointee, in: bytes, file: builder.file) { mark($0) }
            }
            defer { yaml_event_delete(event) }
            let type = event.pointee.type.rawValue
            if type == YAML_SCALAR_EVENT.rawValue {
                addScalar(to: &builder)
            } else if type == YAML_MAPPING_START_EVENT.rawValue {
                let start = event.pointee.data.mapping_start
                begin(.mapping, tag: start.tag, anchor: start.anchor, in: &builder)
            } else if type == YAML_SEQUENCE_START_EVENT.rawValue {
                let start = event.pointee.data.sequence_start
                begin(.sequence, tag: start.tag, anchor: start.anchor, in: &builder)
            } else if type == YAML_MAPPING_END_EVENT.rawValue || type == YAML_SEQUENCE_END_EVENT.rawValue {
                endCollection(in: &builder)
            } else if type == YAML_ALIAS_EVENT.rawValue {
                builder.addAlias(text(event.pointee.data.alias.anchor), at: mark(event.pointee.start_mark))
            } else if type == YAML_DOCUMENT_START_EVENT.rawValue {
                documents += 1
                if documents == 2 { return checkNoSecondDocument(builder) }
            } else if type == YAML_STREAM_END_EVENT.rawValue {
                return documents == 0 ? .emptyDocument(at: builder.position(Mark(line: 1, column: 1))) : nil
            }
        }
        return nil
    }

    @inline(always)
    private func addScalar(to builder: inout TreeBuilder) {
        let scalar = event.pointee.data.scalar
        let start = mark(event.pointee.start_mark)
        let end = mark(event.pointee.end_mark)
        guard let value = scalar.value else { return }
        let count = Int(scalar.length)
        var resolution = scalar.style == YAML_PLAIN_SCALAR_STYLE ? Resolution.plain : .string
        if let tag = scalar.tag {
            resolution = resolve(tag: text(tag), value, count, resolution, at: start, in: &builder)
        }
        builder.addScalar(value, count: count, resolution: resolution, from: start, to: end)
        if let anchor = scalar.anchor { builder.anchor(text(anchor)) }
    }

    private func resolve(
        tag: String, _ value: UnsafePointer<UInt8>, _ count: Int, _ untagged: Resolution, at start: Mark,
        in builder: inout TreeBuilder
    ) -> Resolution {
        let text = UnsafeBufferPointer(start: value, count: count)
        switch resolution(tag: tag, of: text, untagged: untagged) {
        case .resolved(let resolution): return resolution
        case .problem(.unknown): builder.report(.unknownTag(tag, at: builder.position(start)))
        case .problem(.mismatch):
            builder.report(.tagMismatch(tag, "'\(makeString(text))'", at: builder.position(start)))
        }
        return untagged
    }

    private func begin(
        _ kind: YAMLNode.Kind, tag: UnsafeMutablePointer<UInt8>?, anchor: UnsafeMutablePointer<UInt8>?,
        in builder: inout TreeBuilder
    ) {
        let start = mark(event.pointee.start_mark)
        builder.begin(kind, at: start)
        if let anchor { builder.anchor(text(anchor)) }
        guard let tag, let problem = tagProblem(text(tag), of: kind) else { return }
        switch problem {
        case .unknown: builder.report(.unknownTag(text(tag), at: builder.position(start)))
        case .mismatch: builder.report(.tagMismatch(text(tag), "a \(kind)", at: builder.position(start)))
        }
    }

    private func endCollection(in builder: inout TreeBuilder) {
        // libyaml ends a block collection where the next token starts; only a flow collection has a last character.
        let start = event.pointee.start_mark
        let end = event.pointee.end_mark
        builder.end(at: start.index == end.index ? nil : mark(end))
    }

    /// Reports a second document as an error, unless it is the empty one after a final `---`.
    private func checkNoSecondDocument(_ builder: borrowing TreeBuilder) -> Diagnostic? {
        let start = mark(event.pointee.start_mark)
        yaml_event_delete(event)
        guard yaml_parser_parse(parser, event) == 1 else {
            return syntaxError(of: parser.pointee, in: bytes, file: builder.file) { mark($0) }
        }
        let isEmpty =
            event.pointee.type == YAML_SCALAR_EVENT && event.pointee.data.scalar.length == 0
            && event.pointee.data.scalar.style == YAML_PLAIN_SCALAR_STYLE
        return isEmpty ? nil : .secondDocument(at: builder.position(start))
    }

    @inline(always)
    private func mark(_ mark: yaml_mark_t) -> Mark {
        marks.mark(line: Int32(truncatingIfNeeded: mark.line), column: Int32(truncatingIfNeeded: mark.column))
    }

    private func text(_ name: UnsafeMutablePointer<UInt8>?) -> String {
        name.map { String(cString: $0) } ?? ""
    }
}

extension Diagnostic {
    fileprivate static func parserUnavailable(at position: Position) -> Diagnostic {
        Diagnostic(.error, "not enough memory to read the document", at: position)
    }

    fileprivate static func emptyDocument(at position: Position) -> Diagnostic {
        Diagnostic(.error, "the document is empty", at: position)
    }

    fileprivate static func secondDocument(at position: Position) -> Diagnostic {
        Diagnostic(.error, "a second document starts here; a file must contain one document", at: position)
    }

    fileprivate static func unknownTag(_ tag: String, at position: Position) -> Diagnostic {
        Diagnostic(.error, "unknown tag '\(shortTag(tag))'", at: position)
    }

    fileprivate static func tagMismatch(_ tag: String, _ found: String, at position: Position) -> Diagnostic {
        Diagnostic(.error, "tag '\(shortTag(tag))' does not match \(found)", at: position)
    }
}
