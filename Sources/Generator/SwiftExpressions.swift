package import APIModel
import Printing

/// Writes values as Swift expressions.
package struct SwiftExpressions {
    let spelling: Spelling
    package var api: API { spelling.api }
    /// The modules of the types that expressions have named so far.
    package var modules: [String] { spelling.modules.imports.map(\.name) }

    package init(api: API) {
        self.init(spelling: Spelling(api: api, file: .operations, isQualified: true))
    }

    init(spelling: Spelling) {
        self.spelling = spelling
    }

    /// A request body as the argument of a client's function.
    package func argument(_ body: EndpointBody, _ content: Content, _ example: BodyExample?) -> String {
        guard body.choiceName == nil else { return ".\(content.name.spelling)(\(self.body(example, content)))" }
        guard let form = body.sentForm else { return self.body(example, content) }
        guard case .multipart(let value)? = example else { return self.form(.object([]), form) }
        return self.form(value, form)
    }

    /// A body of a media type; a stream of text where the body would arrive in pieces.
    package func body(_ example: BodyExample?, _ content: Content) -> String {
        if content.isTypedText, let value = content.givenExample ?? content.madeExample(in: api) {
            return argument(value, as: content.type)
        }
        return switch example {
        case .json(let value), .form(let value): argument(value, as: content.type.withoutOptional)
        case .xml(let value, _): argument(value ?? .null, as: content.type.withoutOptional)
        case .multipart(let value): multipart(value, content.form)
        case .text(let text): body(text, content.coding)
        case nil: emptyBody(content)
        }
    }

    private func emptyBody(_ content: Content) -> String {
        switch content.coding {
        case .json, .form, .xml: argument(.null, as: content.type.withoutOptional)
        case .multipart: multipart(.object([]), content.form)
        case .text, .bytes, .events, .jsonEvents, .typedEvents, .jsonLines: body("", content.coding)
        }
    }

    private func body(_ text: String, _ coding: ContentCoding) -> String {
        switch coding {
        case .events: "\(spelling.runtime)EventStream(\(httpBody(text)))"
        case .jsonEvents: "\(spelling.runtime)JSONEvents(\(httpBody(text)))"
        case .typedEvents: "\(spelling.runtime)TypedEvents(\(httpBody(text)))"
        case .jsonLines: "\(spelling.runtime)JSONLines(\(httpBody(text)))"
        case .bytes: httpBody(text)
        case .text, .json, .form, .xml, .multipart: SwiftText.literal(text)
        }
    }

    private func multipart(_ value: JSONValue, _ form: MultipartForm?) -> String {
        if let form { return "\(spelling.runtime)MultipartBody(\(self.form(value, form)))" }
        let parts = value.pairs.map { self.part(named: $0.name, $0.value) }
        return "\(spelling.runtime)MultipartParts([\(parts.joined(separator: ", "))])"
    }

    func httpBody(_ text: String) -> String {
        "\(spelling.runtime)HTTPBody(\(SwiftText.literal(text)))"
    }

    /// The value as an initializer's call or a literal; as JSON that the type reads where there is none.
    package func argument(_ value: JSONValue, as type: TypeReference) -> String {
        expression(value, as: type) ?? read(value.literal(.json), as: type)
    }

    private func expression(_ value: JSONValue, as type: TypeReference) -> String? {
        switch (type, value) {
        case (.standard(.string), .string(let text)): SwiftText.literal(text)
        case (.standard(.bool), .bool(let value)): "\(value)"
        case (.standard(.double), .number(let text)), (.standard(.float), .number(let text)): text
        case (.standard(let standard), .number(let text)) where standard != .string && standard != .bool:
            Int32(text) == nil ? nil : text
        case (.optional(let wrapped), _): value == .null ? nil : expression(value, as: wrapped)
        case (.nullable(let wrapped), _): value == .null ? ".null" : expression(value, as: wrapped).map { ".value(\($0))" }
        case (.array(let element), .array(let values)): list(values.map { expression($0, as: element) })
        case (.declared(let id), _): expression(value, as: api[id])
        default: nil
        }
    }

    private func list(_ elements: [String?]) -> String? {
        let known = elements.compactMap(\.self)
        return known.count == elements.count ? "[\(known.joined(separator: ", "))]" : nil
    }

    private func expression(_ value: JSONValue, as declaration: TypeDeclaration) -> String? {
        switch (declaration.shape, value) {
        case (.structure(let structure), .object(let members)):
            return initializer(structure, members, spelling.qualified(declaration.name))
        case (.alias(let type), _): return expression(value, as: type)
        case (.enumeration(let enumeration), _):
            return enumeration.cases.first { $0.rawValue == value.plainText }.map { "." + $0.name.member }
        default: return nil
        }
    }

    private func initializer(_ structure: Structure, _ members: [JSONMember], _ name: String) -> String? {
        guard members.allSatisfy({ member in structure.properties.contains { $0.wireName == member.name } }) else { return nil }
        var arguments: [String] = []
        for property in structure.properties {
            guard let member = members.first(where: { $0.name == property.wireName }) else {
                if property.isRequired { return nil }
                continue
            }
            guard let argument = expression(member.value, as: property.type) else { return nil }
            arguments.append("\(property.name.label): \(argument)")
        }
        return "\(name)(\(arguments.joined(separator: ", ")))"
    }
}
