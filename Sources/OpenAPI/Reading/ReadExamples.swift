import Diagnostics
import YAMLTree

extension DocumentReader {
    /// Reads `example` and `examples`, which are mutually exclusive; section 4.8.14.
    mutating func readExamples(_ fields: inout Fields) -> [Example] {
        var examples: [Example] = []
        if let value = fields.take("example") { examples.append(Example(value: value)) }
        guard let node = fields.take("examples"), !node.isNull else { return examples }
        if let other = fields.node.entry("example") { report(.exampleBesideExamples(other)) }
        // Authors write JSON Schema's list of values where OpenAPI requires a mapping of objects.
        if node.isSequence { return examples + node.elements.map { Example(value: $0) } }
        return examples + entries(of: node, "examples").compactMap { readExample($0) }
    }

    private mutating func readExample(_ entry: YAMLEntry) -> Example? {
        guard let node = references.resolved(entry.value, as: .example) else { return nil }
        guard node.isMapping else { return Example(name: entry.name, value: node) }
        var fields = fields(of: node, in: "the example object")
        var example = Example(name: entry.name)
        example.summary = references.siblingText("summary", of: entry.value) ?? prose(fields.take("summary"), "summary")
        example.description =
            references.siblingText("description", of: entry.value) ?? prose(fields.take("description"), "description")
        let value = fields.take("value")
        let dataValue = fields.take("dataValue")
        let serialized = fields.take("serializedValue")
        example.value = value ?? dataValue ?? serialized
        example.externalValue = prose(fields.take("externalValue"), "externalValue")
        // An object with none of the fields of an Example Object is the value itself.
        if example.value == nil, example.externalValue == nil, !fields.unknown.isEmpty {
            return Example(name: entry.name, value: node)
        }
        _ = fields.take("summary")
        _ = fields.take("description")
        warn(about: fields)
        return example
    }
}

extension Diagnostic {
    fileprivate static func exampleBesideExamples(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(.warning, "'example' and 'examples' are mutually exclusive; both are read", at: entry.key.position)
    }
}
