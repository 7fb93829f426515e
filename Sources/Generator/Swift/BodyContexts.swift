import APIModel
import Templating

/// A body that is one of several media types.
struct BodyChoice {
    let name: Identifier
    let contents: [Content]
    /// Whether it is the body of a request.
    let isRequest: Bool
}

extension Endpoint {
    /// The bodies that are one of several media types.
    var choices: [BodyChoice] {
        let request = body.flatMap { body in
            body.choiceName.map { BodyChoice(name: $0, contents: body.content, isRequest: true) }
        }
        let responses = outcomes.compactMap { outcome in
            outcome.choiceName.map { BodyChoice(name: $0, contents: outcome.contents, isRequest: false) }
        }
        return (request.map { [$0] } ?? []) + responses
    }

    /// The multipart forms that its bodies are.
    var forms: [MultipartForm] {
        ((body?.content ?? []) + outcomes.flatMap(\.contents)).compactMap(\.form)
    }

    /// Whether a client gets the response before its body is there.
    var isStreamed: Bool {
        let successes = successes.map(\.response.status)
        return outcomes.contains { outcome in
            outcome.contents.contains { $0.coding.isStream && ($0.coding != .bytes || successes.contains(outcome.response.status)) }
        }
    }
}

extension ContentCoding {
    /// Whether bodies are handed on while they come in.
    var isStream: Bool {
        switch self {
        case .json, .text, .form, .xml: false
        case .bytes, .multipart, .events, .jsonEvents, .typedEvents, .jsonLines: true
        }
    }
}

/// The enum of a body that is one of several media types.
func choiceContext(_ choice: BodyChoice, of endpoint: Endpoint, _ spelling: Spelling) -> Context {
    var context = Context(.name, choice.name.spelling)
    context.set(.comment, comment("The body of a \(choice.isRequest ? "request to" : "response of") `\(endpoint.name.name)`."))
    context.set(
        .cases,
        choice.contents.map { content in
            var context = Context(.name, content.name.spelling)
            let mediaType = choice.isRequest && content.isSentAsChosen ? content.representation.mediaType.usualMediaType : nil
            let chosen = mediaType.map { ", mediaType: \(spelling.swift)String = \(SwiftText.literal($0))" } ?? ""
            context.set(.type, spelling.type(content) + chosen)
            context.set(.comment, comment(content.representations.map { "`\($0.name)`" }.joined(separator: ", ")))
            return context
        })
    return context
}

/// The struct of a multipart body.
func formContext(_ form: MultipartForm, _ spelling: Spelling) -> Context {
    var context = Context(.name, form.name.spelling)
    let fields = form.fields.map { (field: $0, type: fieldType($0, spelling)) }
    context.set(
        .fields,
        fields.map { field, type in
            var context = Context(.name, field.name.spelling)
            context.set(.type, type)
            context.set(.comment, comment(field.documentation))
            context.set(.readType, readPart(field, spelling))
            context.set(.line, writePart(field))
            return context
        })
    let parameters = fields.map { "\($0.name.spelling): \($1)" + ($0.isRequired ? "" : " = nil") }
    context.set(.parameters, layout(parameters, prefix: 20, indent: 8, suffix: 3))
    return context
}

private func fieldType(_ field: MultipartField, _ spelling: Spelling) -> String {
    let part = field.valueType.map { spelling.type($0) } ?? spelling.runtime + "MultipartFile"
    return (field.isRepeated ? "[\(part)]" : part) + (field.isRequired ? "" : "?")
}

private func readPart(_ field: MultipartField, _ spelling: Spelling) -> String {
    let name = SwiftText.literal(field.wireName)
    guard let type = field.valueType.map({ spelling.type($0) }) else {
        let function = field.isRepeated ? "files" : "file"
        return (function == "file" && field.isRequired ? "try " : "")
            + "form.\(function)\(field.isRequired ? "" : "IfPresent")(\(name))"
    }
    let label = field.isRequired ? (field.isRepeated ? "of" : "as") : "ifPresent"
    return "try await form.\(field.isRepeated ? "values" : "value")(\(name), \(label): \(type).self)"
}

private func writePart(_ field: MultipartField) -> String {
    let name = SwiftText.literal(field.wireName)
    let mediaType = field.mediaType.map { ", as: \(SwiftText.literal($0))" } ?? ""
    // Inside a function a property of the parameter's name would be hidden.
    let value = "self." + field.name.spelling
    if field.valueType == nil { return "form.add(\(name), \(field.isRepeated ? "files" : "file"): \(value)\(mediaType))" }
    return field.isRepeated ? "try form.add(each: \(name), \(value)\(mediaType))" : "try form.add(\(name), \(value)\(mediaType))"
}

/// How properties of a URL-encoded form are written, where the document changes that.
func formEncoding(of body: EndpointBody) -> String? {
    guard let form = body.content.first(where: { $0.coding == .form }) else { return nil }
    let encodings = form.representation.encodings.compactMap(fieldDescription)
    return encodings.isEmpty ? nil : encodings.joined(separator: ", ")
}

private func fieldDescription(_ encoding: PartEncoding) -> String? {
    guard let serialization = encoding.serialization else { return nil }
    var arguments = [SwiftText.literal(encoding.property), "in: .query"]
    switch serialization {
    case .content(let mediaType): arguments.append("content: \(SwiftText.literal(mediaType.text))")
    case .style(let style):
        if style.style != .form { arguments.append("style: .\(style.style.rawValue)") }
        arguments.append("explode: \(style.explode)")
        arguments.append("shape: .\(style.shape.rawValue)")
        if style.allowsReserved { arguments.append("allowReserved: true") }
    }
    return ".init(\(arguments.joined(separator: ", ")))"
}

extension API {
    /// The shape behind a declared type's aliases.
    func resolved(_ type: TypeReference) -> TypeShape? {
        var type = type.unwrapped
        while case .declared(let id) = type {
            guard case .alias(let next) = self[id].shape else { return self[id].shape }
            type = next.unwrapped
        }
        return nil
    }
}
