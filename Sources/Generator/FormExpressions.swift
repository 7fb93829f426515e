import APIModel
import Printing

/// Writes multipart forms as Swift expressions.
extension SwiftExpressions {
    /// The call of the form's initializer with the members of a value; required parts without a member are empty.
    func form(_ value: JSONValue, _ form: MultipartForm) -> String {
        var arguments = form.fields.compactMap { field in
            self.value(of: field, value[field.wireName]).map { "\(field.name.label): \($0)" }
        }
        let names = Set(form.fields.map(\.wireName))
        if let others = form.others, case .object(let members) = value {
            let rest = members.filter { !names.contains($0.name) }
            if !rest.isEmpty { arguments.append("\(others.name.label): \(parts(rest, others))") }
        }
        return "\(spelling.qualified(form.name))(\(arguments.joined(separator: ", ")))"
    }

    /// A part that no property describes.
    func part(named name: String, _ text: String) -> String {
        "\(spelling.runtime)MultipartPart(name: \(SwiftText.literal(name)), body: \(httpBody(text)))"
    }

    /// The argument for a property of a form; nil where it is left out.
    private func value(of field: MultipartField, _ value: JSONValue?) -> String? {
        let given = value.flatMap { $0 == .null ? nil : $0 }
        if given == nil, !field.isRequired { return nil }
        guard field.isRepeated else { return part(given ?? .null, field) }
        let elements = if case .array(let elements)? = given { elements } else { given.map { [$0] } ?? [] }
        return "[\(elements.map { part($0, field) }.joined(separator: ", "))]"
    }

    private func part(_ value: JSONValue, _ field: MultipartField) -> String {
        let content = part(value, field.valueType)
        guard let structure = field.structure else { return content }
        let label = field.valueType == nil ? "file" : "value"
        let headers = structure.headers.filter { !$0.type.isOptional }.map { header in
            "\(header.name.label): \(argument(header.header.answer(in: api), as: header.type))"
        }
        return "\(spelling.qualified(structure.name))(\((["\(label): \(content)"] + headers).joined(separator: ", ")))"
    }

    /// The value of a part, or a file.
    private func part(_ value: JSONValue, _ type: TypeReference?) -> String {
        type.map { argument(value, as: $0.withoutOptional) }
            ?? "\(spelling.runtime)MultipartFile(\(httpBody(value == .null ? "" : value.isScalar ? value.plainText : value.literal(.json))))"
    }

    /// The parts that no property describes.
    private func parts(_ members: [JSONMember], _ others: OtherParts) -> String {
        if others.isFree {
            return "[\(JSONValue.object(members).pairs.map { part(named: $0.name, $0.value) }.joined(separator: ", "))]"
        }
        let entries = members.map { member in
            let elements = if case .array(let elements) = member.value { elements } else { [member.value] }
            let parts = (others.isRepeated ? elements : [member.value]).map { part($0, others.valueType) }
            let value = others.isRepeated ? "[\(parts.joined(separator: ", "))]" : parts.joined()
            return "\(SwiftText.literal(member.name)): \(value)"
        }
        return "[\(entries.joined(separator: ", "))]"
    }
}
