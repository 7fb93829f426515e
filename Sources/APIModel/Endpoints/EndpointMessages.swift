extension Endpoint {
    /// The outcomes that a call throws.
    package var failures: [Outcome] { success.failures(among: outcomes) }

    /// The outcomes that a call returns.
    package var successes: [Outcome] {
        switch success {
        case .nothing: []
        case .one(let index): [outcomes[index]]
        case .several(_, let indices): indices.map { outcomes[$0] }
        }
    }

    /// Whether a client gets the response before its body is complete.
    package var isStreamed: Bool {
        successes.contains { $0.contents.contains { $0.coding.isStream } }
    }

    /// Whether callers may choose between media types of what is returned.
    package var clientChoosesResponse: Bool { accept != nil }

    /// Whether the service has to know what callers accept: of other values, the media type alone follows from that.
    package var serverChoosesResponse: Bool {
        successes.contains { $0.choiceName != nil || $0.contents.contains { $0.isOpaque && $0.hasSeveralMediaTypes } }
    }
}

extension Success {
    /// The outcomes that are thrown.
    func failures(among outcomes: [Outcome]) -> [Outcome] {
        switch self {
        case .nothing: outcomes
        case .one(let index): outcomes.enumerated().filter { $0.offset != index }.map(\.element)
        case .several(_, let indices): outcomes.enumerated().filter { !indices.contains($0.offset) }.map(\.element)
        }
    }
}

extension Outcome {
    /// Whether the document leaves the status code open, with a range or `default`.
    package var leavesStatusOpen: Bool {
        if case .code = response.status { false } else { true }
    }

    /// Whether the value can be absent: a range of successes has statuses without content, such as 204 (RFC 9110, section 15.3.5).
    package var mayLackContent: Bool {
        guard case .range(2) = response.status, let content else { return false }
        return choiceName != nil || !content.coding.isStream
    }
}

extension Content {
    /// Whether the case of a request's enum holds the media type that is sent, as the document only has a range.
    package var isSentAsChosen: Bool { synonyms.isEmpty && representation.mediaType.isOpen }

    /// Whether the body is the text of a scalar other than a string, such as a number.
    package var isTypedText: Bool { coding == .text && type != .string }
}

extension ContentCoding {
    /// Whether bodies are passed on while they are received.
    fileprivate var isStream: Bool {
        switch self {
        case .json, .text, .form, .xml: false
        case .bytes, .multipart, .events, .jsonEvents, .typedEvents, .jsonLines: true
        }
    }
}
