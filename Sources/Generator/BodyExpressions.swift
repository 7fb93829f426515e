import APIModel
import Printing

/// What a call is given as its body.
/// - Parameter choice: How the variable `mediaType` selects the media type; nil if there is only one.
func bodyArguments(_ content: Content, _ value: String, in choice: MediaTypeChoice?, _ spelling: Spelling) -> [String] {
    let chosen: String? =
        switch choice {
        case .listed: "mediaType.rawValue"
        case .text: "mediaType"
        case nil: nil
        }
    if content.hasSeveralCodings {
        let shape = content.xml == nil ? [] : ["xml: " + spelling.xmlShape(content)]
        return [value, "as: " + (chosen ?? SwiftText.literal(content.representation.name))] + shape
    }
    let written =
        switch content.coding {
        case .xml: [value, spelling.xmlShape(content)]
        // A call without a value has no body, but null is one.
        case .json where content.type.isOptional: ["\(spelling.runtime)Nullable(\(value))"]
        default: [value]
        }
    let label = content.isTypedText ? "textOf" : content.coding.runtimeName
    let name = content.representation.mediaType.sent
    let mediaType = chosen ?? (name == content.coding.defaultMediaType || content.coding == .form ? nil : SwiftText.literal(name))
    return ["\(label): \(written[0])"] + written.dropFirst() + (mediaType.map { ["as: \($0)"] } ?? [])
}

/// The expression with which a client reads a body.
func readExpression(of content: Content, isStreamed: Bool, _ spelling: Spelling) -> String {
    let collected = isStreamed ? "try await response.collected()" : "try response"
    let type = spelling.type(content.type)
    if content.hasSeveralCodings { return "\(collected).body(\(type).self\(xmlArgument(content, spelling)))" }
    let streamed = isStreamed ? "response" : "response.streamed"
    return switch content.coding {
    case .json: "\(collected).json(\(type).self)"
    case .form: "\(collected).form(\(type).self)"
    case .xml: "\(collected).xml(\(type).self, \(spelling.xmlShape(content)))"
    case .text: "\(collected).text(\(content.type == .string ? "" : "as: \(type).self"))"
    case .multipart:
        streamed + (content.form.map { ".multipart(\(spelling.qualified($0.name)).self)" } ?? ".parts()")
    case .events: "\(streamed).events()"
    case .jsonEvents: "\(streamed).events(of: \(type).self)"
    case .typedEvents: "\(streamed).typedEvents(of: \(type).self)"
    case .jsonLines: "\(streamed).lines(of: \(type).self)"
    case .bytes: isStreamed ? "response.body" : "\(spelling.runtime)HTTPBody(response.bytes)"
    }
}

/// The expression with which a server reads a body that has to be there.
func requestReadExpression(of content: Content, _ spelling: Spelling) -> String {
    let type = spelling.type(content.type)
    if content.hasSeveralCodings { return "try await request.body(\(type).self\(xmlArgument(content, spelling)))" }
    return switch content.coding {
    case .json: "try await request.json(\(type).self)"
    case .form: "try await request.form(\(type).self)"
    case .xml: "try await request.xml(\(type).self, \(spelling.xmlShape(content)))"
    case .text: "try await request.text(\(content.type == .string ? "" : "as: \(type).self"))"
    case .multipart: content.form.map { "try request.multipart(\(spelling.qualified($0.name)).self)" } ?? "try request.parts()"
    case .events: "try request.events()"
    case .jsonEvents: "try request.events(of: \(type).self)"
    case .typedEvents: "try request.typedEvents(of: \(type).self)"
    case .jsonLines: "try request.lines(of: \(type).self)"
    case .bytes: "try request.bytes()"
    }
}

/// The expression with which a server reads a body that may be absent.
func optionalRequestReadExpression(of content: Content, _ spelling: Spelling) -> String {
    let type = spelling.type(content.type)
    // A body that is null counts as absent where a schema allows null.
    let orNil = content.type.isOptional ? " ?? nil" : ""
    if content.hasSeveralCodings { return "try await request.body(ifPresent: \(type).self\(xmlArgument(content, spelling)))" }
    return switch content.coding {
    case .json: "try await request.json(ifPresent: \(type).self)" + orNil
    case .form: "try await request.form(ifPresent: \(type).self)" + orNil
    case .xml: "try await request.xml(ifPresent: \(type).self, \(spelling.xmlShape(content)))" + orNil
    case .text: "try await request." + (content.type == .string ? "textIfPresent()" : "text(ifPresent: \(type).self)")
    case .bytes: "try request.bytesIfPresent()"
    // Swift wants one 'try' before the whole.
    case .multipart, .events, .jsonEvents, .typedEvents, .jsonLines:
        "try request.hasBody ? \(requestReadExpression(of: content, spelling).dropFirst(4)) : nil"
    }
}

/// The expression with which a server returns a body.
func responseExpression(_ content: Content, status: String, value: String, _ spelling: Spelling) -> String {
    guard content.hasSeveralMediaTypes else {
        let name = content.representation.mediaType.sent
        let mediaType = name == content.coding.defaultMediaType || content.coding == .form ? "" : ", as: \(SwiftText.literal(name))"
        return singleResponse(content, status, value, mediaType, spelling)
    }
    let names = content.representations.map { SwiftText.literal($0.name) }.joined(separator: ", ")
    return ".offering([\(names)]) { \(singleResponse(content, status, value, ", as: $0", spelling)) }"
}

private func singleResponse(
    _ content: Content, _ status: String, _ value: String, _ mediaType: String, _ spelling: Spelling
) -> String {
    if content.hasSeveralCodings { return ".body(\(status), \(value)\(mediaType)\(xmlArgument(content, spelling)))" }
    let written =
        switch content.coding {
        case .xml: "\(value), \(spelling.xmlShape(content))"
        case .text where content.isTypedText: "of: \(value)"
        default: value
        }
    return ".\(content.coding.runtimeName)(\(status), \(written)\(mediaType))"
}

private func xmlArgument(_ content: Content, _ spelling: Spelling) -> String {
    content.xml == nil ? "" : ", xml: " + spelling.xmlShape(content)
}

extension ContentCoding {
    /// The name of the coding in the runtime's functions that write bodies.
    fileprivate var runtimeName: String {
        switch self {
        case .json: "json"
        case .text: "text"
        case .form: "form"
        case .xml: "xml"
        case .multipart: "multipart"
        case .events, .jsonEvents, .typedEvents: "events"
        case .jsonLines: "lines"
        case .bytes: "bytes"
        }
    }

    /// The media type that the runtime writes by default.
    fileprivate var defaultMediaType: String {
        switch self {
        case .json: "application/json"
        case .text: "text/plain"
        case .form: "application/x-www-form-urlencoded"
        case .xml: "application/xml"
        case .multipart: "multipart/form-data"
        case .events, .jsonEvents, .typedEvents: "text/event-stream"
        case .jsonLines: "application/jsonl"
        case .bytes: "application/octet-stream"
        }
    }
}

extension MediaTypeName {
    /// The media type that is sent by default.
    fileprivate var sent: String { isRange ? defaultMediaType : text }
}
