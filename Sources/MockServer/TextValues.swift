import APIModel
import APIRuntime

extension SchemaGraph {
    /// Returns the value that the texts of a parameter or a form stand for, by the kinds of value that a schema allows.
    ///
    /// - Parameter depth: How deep the value is nested; what is deeper stays text.
    func value(of sent: APIRuntime.JSONValue, as id: SchemaID?, depth: Int = 0) -> APIRuntime.JSONValue {
        guard let id, depth < 30 else { return sent }
        let form = form(id)
        let kinds = form.allKinds(in: self)
        switch sent {
        case .string(let text): return scalar(text, kinds, form) ?? container(text, kinds, id, depth) ?? sent
        case .array(let elements) where kinds.contains(.array):
            return .array(
                elements.enumerated().map { index, element in
                    value(of: element, as: form.array.schema(at: index), depth: depth + 1)
                })
        case .object(let object):
            var read = object
            for member in object.members {
                read[member.name] = value(of: member.value, as: form.object.schema(of: member.name), depth: depth + 1)
            }
            return .object(read)
        default: return sent
        }
    }

    /// Returns the scalar that a text stands for, or `nil` if no kind is that of the text.
    private func scalar(_ text: String, _ kinds: APIModel.JSONKinds, _ form: NormalForm) -> APIRuntime.JSONValue? {
        if let listed = form.values?.first(where: { $0.value.isScalar && $0.value.plainText == text }) {
            return listed.value.atRuntime
        }
        if kinds.contains(.string) { return .string(text) }
        let isNumeric = !kinds.isDisjoint(with: [.number, .integer])
        if isNumeric, case .number(let number)? = try? APIRuntime.JSONValue(json: Array(text.utf8)) { return .number(number) }
        if kinds.contains(.boolean), text == "true" || text == "false" { return .bool(text == "true") }
        return kinds.contains(.null) && (text.isEmpty || text == "null") ? .null : nil
    }

    /// Returns the array or object that a text stands for: JSON, or the only element.
    private func container(_ text: String, _ kinds: APIModel.JSONKinds, _ id: SchemaID, _ depth: Int) -> APIRuntime.JSONValue? {
        guard !kinds.isDisjoint(with: [.array, .object]) else { return nil }
        switch try? APIRuntime.JSONValue(json: Array(text.utf8)) {
        case .object(let object)? where kinds.contains(.object): return .object(object)
        case .array(let elements)? where kinds.contains(.array): return .array(elements)
        default: return kinds.contains(.array) ? value(of: .array([.string(text)]), as: id, depth: depth + 1) : nil
        }
    }
}

extension NormalForm {
    /// The kinds of value that the schema or one of its alternatives allows.
    func allKinds(in graph: SchemaGraph) -> APIModel.JSONKinds {
        guard let alternatives, !namesKinds else { return kinds }
        return alternatives.list.prefix(100).reduce(into: []) { $0.formUnion(graph.form($1.schema).kinds) }
    }
}

extension ArrayForm {
    fileprivate func schema(at index: Int) -> SchemaID? {
        if index < prefix.count { return prefix[index] }
        return if case .schema(let id) = rest { id } else { nil }
    }
}

extension ObjectForm {
    fileprivate func schema(of name: String) -> SchemaID? {
        if let member = members.first(where: { $0.name == name }) { return member.schema }
        return if case .schema(let id) = additionalProperties { id } else { nil }
    }
}
