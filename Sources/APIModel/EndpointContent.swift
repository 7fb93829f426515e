import Diagnostics
import OpenAPI

extension EndpointBuilder {
    /// The media type that the generated code reads and writes: JSON where there is some, else the first it can.
    mutating func content(
        among mediaTypes: [MediaType], named wish: Identifier, log: inout DiagnosticLog
    ) -> Content? {
        guard !mediaTypes.isEmpty else { return nil }
        let ranked = mediaTypes.enumerated().min { one, other in
            (ContentCoding(one.element).rank, one.offset) < (ContentCoding(other.element).rank, other.offset)
        }
        guard let chosen = ranked?.element else { return nil }
        for other in mediaTypes where other.name != chosen.name && ContentCoding(other).isTyped {
            log.report(.leftOut(other, chosen: chosen))
        }
        return content(of: chosen, named: wish)
    }

    private mutating func content(of mediaType: MediaType, named wish: Identifier) -> Content {
        let coding = ContentCoding(mediaType)
        switch coding {
        case .json, .form:
            let type = mediaType.schema.map { types.type(of: $0, named: wish).reference } ?? .anyJSON
            types.finishPending()
            return Content(mediaType: mediaType, coding: coding, type: type)
        case .text: return Content(mediaType: mediaType, coding: coding, type: .string)
        case .multipart, .bytes: return Content(mediaType: mediaType, coding: coding, type: .runtime(.body))
        }
    }
}

extension ContentCoding {
    /// How bodies of a media type are read, decided by its name alone.
    init(_ mediaType: MediaType) {
        let name = mediaType.name.prefix { $0 != ";" }.lowercased().trimmingSpaces
        self =
            switch name {
            case "application/json", "text/json", "*/*", "application/*": .json
            case "application/x-www-form-urlencoded": .form
            case _ where name.hasSuffix("+json"): .json
            case _ where name.hasPrefix("multipart/"): .multipart
            case "text/event-stream": .bytes
            case _ where name.hasPrefix("text/"): .text
            default: .bytes
            }
    }

    fileprivate var rank: Int {
        switch self {
        case .json: 0
        case .form: 1
        case .text: 2
        case .multipart: 3
        case .bytes: 4
        }
    }

    fileprivate var isTyped: Bool {
        self == .json || self == .form
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        var text = Substring(self)
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

extension Diagnostic {
    fileprivate static func leftOut(_ mediaType: MediaType, chosen: MediaType) -> Diagnostic {
        Diagnostic(
            .warning, "media type '\(mediaType.name)' is left out, '\(chosen.name)' is used", at: mediaType.position)
    }
}
