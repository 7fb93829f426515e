import APIModel
import Printing
import Templating

/// The struct of a multipart body, and those of its parts with header fields.
func formTemplate(_ form: MultipartForm, _ spelling: Spelling) -> FormTemplate {
    let styles = form.fields.compactMap { field in field.style.map { fieldDescription(field.wireName, $0) } }
    return FormTemplate(
        name: form.name.spelling, encoding: styles,
        members: form.fields.map { formMember($0, spelling) } + (form.others.map { [formMember($0, of: form, spelling)] } ?? []),
        parts: form.fields.compactMap { partTemplate($0, spelling) })
}

private func formMember(_ field: MultipartField, _ spelling: Spelling) -> FormTemplate.Member {
    let type = field.structure.map { spelling.qualified($0.name) } ?? spelling.type(ofPart: field.valueType)
    let name = SwiftText.literal(field.wireName)
    let (reading, readArguments) = readCall(of: field, name, type)
    return FormTemplate.Member(
        comment: comment(field.documentation), name: field.name.spelling,
        type: (field.isRepeated ? "[\(type)]" : type) + (field.isRequired ? "" : "?"),
        defaultValue: field.isRequired ? "" : " = nil", reading: reading, readArguments: readArguments,
        isNullable: field.isNullable && field.valueType != nil && field.structure == nil,
        canFailToWrite: field.structure != nil || field.valueType != nil, writing: "add",
        writeArguments: writeArguments(of: field, name))
}

extension Spelling {
    /// The type of a part's value, or of a file.
    fileprivate func type(ofPart value: TypeReference?) -> String {
        value.map { type($0) } ?? runtime + "MultipartFile"
    }
}

/// The function that reads a part, and what it is given.
private func readCall(of field: MultipartField, _ name: String, _ type: String) -> (String, [String]) {
    let label = field.isRequired ? (field.isRepeated ? "of" : "as") : "ifPresent"
    let plural = field.isRepeated ? "s" : ""
    if field.structure != nil { return ("try await form.part\(plural)", [name, "\(label): \(type).self"]) }
    if field.isNullable, field.valueType != nil { return ("try await form.value", [name, "ifPresent: \(type)?.self"]) }
    if field.valueType != nil { return ("try await form.value\(plural)", [name, "\(label): \(type).self"]) }
    let canFail = field.isRequired && !field.isRepeated
    return ((canFail ? "try " : "") + "form.file\(plural)\(field.isRequired ? "" : "IfPresent")", [name])
}

/// What a form is given as a part.
private func writeArguments(of field: MultipartField, _ name: String) -> [String] {
    // Inside a function a property of the parameter's name would be hidden.
    let value = "self." + field.name.spelling
    if field.structure != nil { return [name, "\(field.isRepeated ? "parts" : "part"): \(value)"] }
    let mediaType = field.mediaType.map { ["as: " + SwiftText.literal($0)] } ?? []
    if field.valueType == nil { return [name, "\(field.isRepeated ? "files" : "file"): \(value)"] + mediaType }
    return [field.isRepeated ? "each: " + name : name, value] + mediaType
}

/// The property of the parts that no other property describes.
private func formMember(_ others: OtherParts, of form: MultipartForm, _ spelling: Spelling) -> FormTemplate.Member {
    let names = "besides: [\(form.fields.map { SwiftText.literal($0.wireName) }.joined(separator: ", "))]"
    let value = "self." + others.name.spelling
    let part = spelling.type(ofPart: others.valueType)
    let hasValues = others.valueType != nil
    func member(_ type: String, _ empty: String, _ reading: String, _ label: String? = nil, each: Bool = false)
        -> FormTemplate.Member
    {
        FormTemplate.Member(
            comment: comment("Additional parts."), name: others.name.spelling, type: type,
            defaultValue: " = " + empty, reading: reading, readArguments: [names] + (label.map { ["\($0): \(part).self"] } ?? []),
            isNullable: false,
            canFailToWrite: hasValues && !others.isFree, writing: "add",
            writeArguments: [(each ? "othersEach: " : "others: ") + value])
    }
    if others.isFree { return member("[\(spelling.runtime)MultipartPart]", "[]", "form.others") }
    let type = "[\(spelling.swift)String: \(others.isRepeated ? "[\(part)]" : part)]"
    return switch (hasValues, others.isRepeated) {
    case (true, false): member(type, "[:]", "try await form.others", "of")
    case (true, true): member(type, "[:]", "try await form.others", "ofEach", each: true)
    case (false, false): member(type, "[:]", "try form.otherFiles")
    case (false, true): member(type, "[:]", "form.otherFileLists")
    }
}

/// The struct of a part with header fields; nil where the part has none.
private func partTemplate(_ field: MultipartField, _ spelling: Spelling) -> FormTemplate.Part? {
    guard let structure = field.structure else { return nil }
    let mediaType = field.mediaType.map { ["as: " + SwiftText.literal($0)] } ?? []
    let type = spelling.type(ofPart: field.valueType)
    let isFile = field.valueType == nil
    let content = FormTemplate.Member(
        comment: [], name: isFile ? "file" : "value", type: type, defaultValue: "",
        reading: isFile ? "part.file" : "try await part.value", readArguments: isFile ? [] : ["as: \(type).self"],
        isNullable: false,
        canFailToWrite: !isFile, writing: "add", writeArguments: ["name", isFile ? "file: file" : "value"] + mediaType)
    return FormTemplate.Part(
        comment: comment("A part `\(field.wireName)` with its header fields."), name: structure.name.spelling,
        members: [content] + structure.headers.map { headerMember($0, spelling) })
}

private func headerMember(_ header: OutcomeHeader, _ spelling: Spelling) -> FormTemplate.Member {
    let name = headerDescription(header.header, spelling.api) ?? SwiftText.literal(header.header.name)
    let mode = header.type.isOptional ? "ifPresent" : "as"
    return FormTemplate.Member(
        comment: comment("`\(header.header.name)`: \(header.header.description ?? "")"), name: header.name.spelling,
        type: spelling.type(header.type), defaultValue: header.type.isOptional ? " = nil" : "", reading: "try part.header",
        readArguments: [name, "\(mode): \(spelling.type(header.type.unwrapped)).self"], isNullable: false, canFailToWrite: true,
        writing: "header",
        writeArguments: [name, "self.\(header.name.spelling)"])
}

/// How properties of a URL-encoded form are written, where that is not as plain text.
func formEncoding(of contents: [Content]) -> String? {
    guard let form = contents.flatMap(\.representations).first(where: { $0.mediaType.coding == .form }) else { return nil }
    let encodings = form.encodings.compactMap(fieldDescription)
    return encodings.isEmpty ? nil : array(encodings)
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
