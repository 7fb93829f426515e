/// A media type and how its bytes become a value.
package struct MediaTypeName: Hashable, Sendable {
    /// The key under `content`, as written.
    package let text: String
    package let coding: ContentCoding

    package init(_ text: String, coding: ContentCoding) {
        self.text = text
        self.coding = coding
    }

    /// The media type in lower case and without parameters.
    package var essence: String { APIModel.essence(of: text) }

    /// What distinguishes media types: the essence and the parameters in their order, but for `charset`, as text is always UTF-8.
    package var identity: String {
        let parameters = text.split(separator: ";").dropFirst().map { APIModel.essence(of: String($0)) }
        return ([essence] + parameters.filter { !$0.isEmpty && !$0.hasPrefix("charset=") }).joined(separator: ";")
    }

    /// Whether it matches several media types, as `image/*` does, and cannot be sent itself.
    package var isRange: Bool { essence.contains("*") }

    /// Whether callers select the media type within the range; `*/*` that is read as JSON or text has a default instead.
    package var isOpen: Bool {
        switch coding {
        case .bytes: isRange
        case .json: essence.contains("*+")
        case .text: essence == "text/*"
        default: false
        }
    }

    /// The media type that is sent by default where the document defines a range.
    package var defaultMediaType: String {
        if coding == .json { return "application/json" }
        if coding == .text { return "text/plain" }
        return switch essence {
        case "image/*": "image/png"
        case "audio/*": "audio/mpeg"
        case "video/*": "video/mp4"
        case "font/*": "font/ttf"
        default: "application/octet-stream"
        }
    }
}

/// How the bytes of a body become a value.
package enum ContentCoding: Hashable, Sendable {
    case json, text, form, xml, multipart, bytes
    /// Server-sent events, whose data is text.
    case events
    /// Server-sent events, whose data is JSON.
    case jsonEvents
    /// Server-sent events whose fields distinguish alternatives, each read as one value.
    case typedEvents
    /// JSON, one value a line.
    case jsonLines
}

extension ContentCoding {
    /// The coding of a media type by its name; a schema can change it.
    package init(named mediaType: String) {
        let name = APIModel.essence(of: mediaType)
        self =
            switch name {
            case "application/json", "text/json": .json
            case "application/x-www-form-urlencoded": .form
            case "text/event-stream": .events
            case "application/xml", "text/xml": .xml
            case "application/jsonl", "application/jsonlines", "application/x-jsonlines", "application/x-ndjson",
                "application/ndjson",
                "application/json-seq", "application/x-jsonl", "application/stream+json":
                .jsonLines
            case _ where name.hasSuffix("+json-seq"): .jsonLines
            case _ where name.hasSuffix("+json"): .json
            case _ where name.hasPrefix("application/") && name.hasSuffix("+xml"): .xml
            case _ where name.hasPrefix("multipart/"): .multipart
            case _ where name.hasPrefix("text/"): .text
            default: .bytes
            }
    }
}

/// A media type in lower case and without parameters.
private func essence(of mediaType: String) -> String {
    var text = Substring(mediaType.prefix { $0 != ";" }.lowercased())
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
}
