import APIModel
import Templating

/// The struct of a multipart body, and those of its parts with header fields.
func formContext(_ form: MultipartForm, _ spelling: Spelling) -> Context {
    var context = Context(.name, form.name.spelling)
    var members = form.fields.map { formMember($0, spelling) }
    if let others = form.others { members.append(formMember(others, of: form, spelling)) }
    context.set(.fields, members.map(memberContext))
    context.set(.parameters, layout(members.map(\.parameter), prefix: 20, indent: 8, suffix: 3))
    let styles = form.fields.compactMap { field in
        field.style.map { Context(.line, fieldDescription(field.wireName, $0)) }
    }
    var encoding = Context()
    encoding.set(.lines, styles)
    context.set(.encodings, styles.isEmpty ? [] : [encoding])
    context.set(.parts, form.fields.compactMap { partContext($0, spelling) })
    return context
}

/// A property of a form's struct, or of a part's.
private struct FormMember {
    let name: Identifier
    let type: String
    /// What the initializer has behind the type.
    let defaultValue: String
    let comment: String
    let reading: String
    let writing: String

    var parameter: String { "\(name.spelling): \(type)\(defaultValue)" }
}

private func memberContext(_ member: FormMember) -> Context {
    var context = Context(.name, member.name.spelling)
    context.set(.type, member.type)
    context.set(.comment, comment(member.comment))
    context.set(.readType, member.reading)
    context.set(.line, member.writing)
    return context
}

private func formMember(_ field: MultipartField, _ spelling: Spelling) -> FormMember {
    let type = field.structure.map { spelling.qualified($0.name) } ?? spelling.type(ofPart: field.valueType)
    return FormMember(
        name: field.name, type: (field.isRepeated ? "[\(type)]" : type) + (field.isRequired ? "" : "?"),
        defaultValue: field.isRequired ? "" : " = nil", comment: field.documentation,
        reading: readExpression(of: field, type, spelling), writing: writeStatement(of: field))
}

extension Spelling {
    /// The type of a part's value, or of a file.
    fileprivate func type(ofPart value: TypeReference?) -> String {
        value.map { type($0) } ?? runtime + "MultipartFile"
    }
}

private func readExpression(of field: MultipartField, _ type: String, _ spelling: Spelling) -> String {
    let name = SwiftText.literal(field.wireName)
    let label = field.isRequired ? (field.isRepeated ? "of" : "as") : "ifPresent"
    let plural = field.isRepeated ? "s" : ""
    if field.structure != nil { return "try await form.part\(plural)(\(name), \(label): \(type).self)" }
    if field.isNullable, field.valueType != nil { return "try await form.value(\(name), ifPresent: \(type)?.self) ?? nil" }
    if field.valueType != nil { return "try await form.value\(plural)(\(name), \(label): \(type).self)" }
    let canFail = field.isRequired && !field.isRepeated
    return (canFail ? "try " : "") + "form.file\(plural)\(field.isRequired ? "" : "IfPresent")(\(name))"
}

private func writeStatement(of field: MultipartField) -> String {
    let name = SwiftText.literal(field.wireName)
    // Inside a function a property of the parameter's name would be hidden.
    let value = "self." + field.name.spelling
    if field.structure != nil { return "try form.add(\(name), \(field.isRepeated ? "parts" : "part"): \(value))" }
    let mediaType = field.mediaType.map { ", as: \(SwiftText.literal($0))" } ?? ""
    if field.valueType == nil { return "form.add(\(name), \(field.isRepeated ? "files" : "file"): \(value)\(mediaType))" }
    return field.isRepeated ? "try form.add(each: \(name), \(value)\(mediaType))" : "try form.add(\(name), \(value)\(mediaType))"
}

/// The property of the parts that no other property describes.
private func formMember(_ others: OtherParts, of form: MultipartForm, _ spelling: Spelling) -> FormMember {
    let names = "besides: [\(form.fields.map { SwiftText.literal($0.wireName) }.joined(separator: ", "))]"
    // Long lists are broken.
    func call(_ function: String, _ arguments: String...) -> String {
        let prefix = 12 + others.name.spelling.count + function.count
        return function + "(" + layout([names] + arguments, prefix: prefix, indent: 12, suffix: 1) + ")"
    }
    let value = "self." + others.name.spelling
    let part = spelling.type(ofPart: others.valueType)
    let comment = "The parts that the document does not list."
    if others.isFree {
        return FormMember(
            name: others.name, type: "[\(spelling.runtime)MultipartPart]", defaultValue: " = []", comment: comment,
            reading: call("form.others"), writing: "form.add(others: \(value))")
    }
    let type = "[\(spelling.swift)String: \(others.isRepeated ? "[\(part)]" : part)]"
    let (reading, writing) =
        switch (others.valueType != nil, others.isRepeated) {
        case (true, false): (call("try await form.others", "of: \(part).self"), "try form.add(others: \(value))")
        case (true, true): (call("try await form.others", "ofEach: \(part).self"), "try form.add(othersEach: \(value))")
        case (false, false): (call("try form.otherFiles"), "form.add(others: \(value))")
        case (false, true): (call("form.otherFileLists"), "form.add(others: \(value))")
        }
    return FormMember(
        name: others.name, type: type, defaultValue: " = [:]", comment: comment, reading: reading, writing: writing)
}

/// The struct of a part with header fields; nil where the part has none.
private func partContext(_ field: MultipartField, _ spelling: Spelling) -> Context? {
    guard let structure = field.structure else { return nil }
    let mediaType = field.mediaType.map { ", as: \(SwiftText.literal($0))" } ?? ""
    let type = spelling.type(ofPart: field.valueType)
    let isFile = field.valueType == nil
    let content = FormMember(
        name: Identifier(memberFrom: isFile ? "file" : "value"), type: type, defaultValue: "", comment: "",
        reading: isFile ? "part.file" : "try await part.value(as: \(type).self)",
        writing: isFile ? "form.add(name, file: file\(mediaType))" : "try form.add(name, value\(mediaType))")
    let members = [content] + structure.headers.map { headerMember($0, spelling) }
    var context = Context(.name, structure.name.spelling)
    context.set(.comment, comment("A part `\(field.wireName)` with its header fields."))
    context.set(.fields, members.map(memberContext))
    context.set(.parameters, layout(members.map(\.parameter), prefix: 20, indent: 8, suffix: 3))
    return context
}

private func headerMember(_ header: OutcomeHeader, _ spelling: Spelling) -> FormMember {
    let name = headerDescription(header.header, spelling.api) ?? SwiftText.literal(header.header.name)
    let mode = header.type.isOptional ? "ifPresent" : "as"
    return FormMember(
        name: header.name, type: spelling.type(header.type), defaultValue: header.type.isOptional ? " = nil" : "",
        comment: "`\(header.header.name)`: \(header.header.description ?? "")",
        reading: "try part.header(\(name), \(mode): \(spelling.type(header.type.unwrapped)).self)",
        writing: "try form.header(\(name), self.\(header.name.spelling))")
}

/// How properties of a URL-encoded form are written, where that is not as plain text; several on a line each.
func formEncoding(of contents: [Content], depth: Int = 0) -> String? {
    guard let form = contents.flatMap(\.representations).first(where: { $0.mediaType.coding == .form }) else { return nil }
    let encodings = form.encodings.compactMap(fieldDescription)
    if encodings.count < 2 { return encodings.first.map { "[\($0)]" } }
    return onLines(encodings, depth: depth)
}

private func fieldDescription(_ encoding: PartEncoding) -> String? {
    switch encoding.serialization {
    case nil: return nil
    case .style(let style): return fieldDescription(encoding.property, style)
    case .content(let mediaType):
        let shape = encoding.isOfItems ? ", shape: .array" : ""
        return ".init(\(SwiftText.literal(encoding.property)), in: .query, content: \(SwiftText.literal(mediaType.text))\(shape))"
    }
}

private func fieldDescription(_ property: String, _ style: SerializationStyle) -> String {
    var arguments = [SwiftText.literal(property), "in: .query"]
    if style.style != .form { arguments.append("style: .\(style.style.rawValue)") }
    arguments.append("explode: \(style.explode)")
    arguments.append("shape: .\(style.shape.rawValue)")
    if let properties = propertiesArgument(style) { arguments.append(properties) }
    if style.allowsReserved { arguments.append("allowReserved: true") }
    return ".init(\(arguments.joined(separator: ", ")))"
}
