import APIModel
import Printing

/// The file with the XML representation of values; none if no body is XML.
func planXML(_ api: API, _ layout: Layout, _ options: SwiftOptions) -> [FilePlan<SwiftConstants>] {
    guard !api.xml.declarations.isEmpty else { return [] }
    let shapes = api.xml.declarations.map { declaration in
        XMLTemplate.Shape(
            name: declaration.name.spelling, value: expression(declaration.shape, element: declaration.element))
    }
    return [FilePlan(layout.swift("XML"), XMLTemplate(shapes: shapes), SwiftConstants(api, .operations, options))]
}

extension Spelling {
    /// The shape of an XML body, from anywhere.
    func xmlShape(_ content: Content) -> String {
        guard let declaration = content.xml?.schema.flatMap({ api.xml.declaration(of: $0) }) else { return ".any" }
        return "\(api.namespace.spelling).XMLShapes.\(declaration.name.spelling)"
    }
}

private func expression(_ shape: XMLShape, element: XMLName? = nil) -> String {
    switch shape {
    case .text: ".text" + (element.map { "(\(literal($0)))" } ?? "")
    case .token: ".token" + (element.map { "(\(literal($0)))" } ?? "")
    case .any: ".any"
    case .named(let name): name.spelling
    case .list(let item, let shape):
        ".list(" + arguments([element.map(literal), "item: " + literal(item), expression(shape)]) + ")"
    case .object(let members, let others):
        ".object(" + arguments([element.map(literal), array(members.map(expression)), others.map { "others: " + expression($0) }])
            + ")"
    }
}

private func expression(_ member: XMLMember) -> String {
    let name = member.name == XMLName(member.property) ? nil : "as: " + literal(member.name)
    let property = SwiftText.literal(member.property)
    switch member.place {
    case .element(let shape): return ".element(" + arguments([property, name, expression(shape)]) + ")"
    case .items(let shape, let isRequired):
        return ".items(" + arguments([property, name, isRequired ? "required: true" : nil, expression(shape)]) + ")"
    case .attribute(let shape): return ".attribute(" + arguments([property, name, unlessText(shape)]) + ")"
    case .text(let shape, let isCDATA, let isRequired):
        let flags = [isCDATA ? "isCDATA: true" : nil, isRequired ? "required: true" : nil]
        return ".text(" + arguments([property] + flags + [unlessText(shape)]) + ")"
    }
}

private func unlessText(_ shape: XMLShape) -> String? {
    if case .token = shape { expression(shape) } else { nil }
}

private func arguments(_ arguments: [String?]) -> String {
    arguments.compactMap(\.self).joined(separator: ", ")
}

private func literal(_ name: XMLName) -> String {
    if name.prefix == nil, name.namespace == nil { return SwiftText.literal(name.local) }
    let more = [
        name.prefix.map { "prefix: " + SwiftText.literal($0) }, name.namespace.map { "namespace: " + SwiftText.literal($0) },
    ]
    return ".init(" + arguments([SwiftText.literal(name.local)] + more) + ")"
}
