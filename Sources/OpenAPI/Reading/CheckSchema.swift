import Diagnostics
import YAMLTree

extension SchemaReader {
    /// Reports contradictions within a schema.
    mutating func check(_ schema: inout Schema, _ node: YAMLNode) {
        checkValues(of: &schema)
        checkBounds(of: &schema, node)
        checkRequired(of: &schema)
        if schema.types.contains(.array), schema.items == nil, version <= .v3_0, schema.reference == nil {
            report(.noItems(node))
        }
        if schema.isReadOnly, schema.isWriteOnly, let writeOnly = node["writeOnly"] { report(.neverSent(writeOnly)) }
    }

    private mutating func checkValues(of schema: inout Schema) {
        if let value = schema.defaultValue {
            if let culprit = firstNotFinite(in: value, types: schema.types) {
                report(.notFinite(culprit), choosing: "the default is ignored")
                schema.defaultValue = nil
            } else if !value.fits(schema) {
                report(.doesNotFit("default", value, schema))
                schema.defaultValue = nil
            }
        }
        for value in schema.enumeration ?? [] + (schema.const.map { [$0] } ?? []) {
            if let culprit = firstNotFinite(in: value, types: schema.types) {
                report(.notFinite(culprit), choosing: "read as null")
            } else if !value.fits(schema) {
                report(.doesNotFit("value", value, schema))
            }
        }
        for value in schema.examples where !value.fits(schema) { report(.doesNotFit("example", value, schema)) }
    }

    /// Returns the first value that is not a JSON number: an infinity or NaN of YAML, or JavaScript's name of one.
    private func firstNotFinite(in value: YAMLNode, types: JSONTypes) -> YAMLNode? {
        if let text = value.string, ["NaN", "Infinity", "-Infinity"].contains(text) {
            let isNumber = !types.isDisjoint(with: [.number, .integer])
            return isNumber && !types.contains(.string) ? value : nil
        }
        var open = [value]
        var seen: Set<YAMLNode> = []
        while let node = open.popLast() {
            if node.isScalar {
                if node.isNotFinite { return node }
            } else if seen.insert(node).inserted {
                for element in node.elements { open.append(element) }
                for entry in node.entries { open.append(entry.value) }
            }
        }
        return nil
    }

    private mutating func checkBounds(of schema: inout Schema, _ node: YAMLNode) {
        if let text = schema.multipleOf, let value = Double(text), value <= 0 {
            report(.notPositive(text, node["multipleOf"] ?? node), choosing: "it is ignored")
            schema.multipleOf = nil
        }
        let lower = (schema.minimum ?? schema.exclusiveMinimum).flatMap(Double.init)
        let upper = (schema.maximum ?? schema.exclusiveMaximum).flatMap(Double.init)
        if let lower, let upper, lower > upper { report(.noValueFits("minimum", "maximum", node)) }
        checkCounts(schema.minLength, schema.maxLength, "minLength", "maxLength", node)
        checkCounts(schema.minItems, schema.maxItems, "minItems", "maxItems", node)
        checkCounts(schema.minProperties, schema.maxProperties, "minProperties", "maxProperties", node)
    }

    private func checkCounts(_ low: Int?, _ high: Int?, _ lowName: String, _ highName: String, _ node: YAMLNode) {
        if let low, let high, low > high { report(.noValueFits(lowName, highName, node)) }
    }

    private mutating func checkRequired(of schema: inout Schema) {
        guard schema.required.count > 1 else { return }
        var seen: Set<String> = []
        var distinct: [Located<String>] = []
        for name in schema.required {
            if seen.insert(name.value).inserted { distinct.append(name) } else { report(.requiredTwice(name)) }
        }
        schema.required = distinct
    }
}

extension YAMLNode {
    /// Returns whether the value has one of the schema's types; a schema without types accepts any value.
    fileprivate func fits(_ schema: Schema) -> Bool {
        let types = schema.types
        if types.isEmpty { return true }
        switch kind {
        case .mapping: return types.contains(.object)
        case .sequence: return types.contains(.array)
        case .scalar: break
        }
        switch scalar {
        case .null?: return types.contains(.null) || schema.isNullable || schema.enumeration != nil
        case .bool?: return types.contains(.boolean)
        case .int?: return types.contains(.integer) || types.contains(.number)
        case .number(let text)?:
            return types.contains(.number) || types.contains(.integer) && (int != nil || !text.contains("."))
        // Plain scalars such as dates are strings in YAML's core schema.
        default: return types.contains(.string)
        }
    }
}

extension Diagnostic {
    fileprivate static func noItems(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "an array needs 'items', read as an array of any values", at: node.position)
    }

    fileprivate static func neverSent(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "a property cannot be both 'readOnly' and 'writeOnly'; it is never sent", at: node.position)
    }

    fileprivate static func notFinite(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "\(node.text ?? "the number") is not a JSON value", at: node.position)
    }

    fileprivate static func doesNotFit(_ what: String, _ node: YAMLNode, _ schema: Schema) -> Diagnostic {
        let ending = what == "default" ? "; it is ignored" : ""
        return Diagnostic(
            .warning, "the \(what) is \(node.kindPhrase), but the type of the schema is \(schema.types.names)\(ending)",
            at: node.position)
    }

    fileprivate static func notPositive(_ text: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'multipleOf' must be greater than 0, found \(text)", at: node.position)
    }

    fileprivate static func noValueFits(_ lower: String, _ upper: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "'\(lower)' is greater than '\(upper)', so no value is valid", at: (node[lower] ?? node).position)
    }

    fileprivate static func requiredTwice(_ name: Located<String>) -> Diagnostic {
        Diagnostic(.warning, "'\(name.value)' is listed twice in 'required'", at: name.position)
    }
}

extension JSONTypes {
    fileprivate var names: String {
        let all: [(JSONTypes, String)] = [
            (.null, "null"), (.boolean, "boolean"), (.object, "object"), (.array, "array"), (.integer, "integer"),
            (.number, "number"), (.string, "string"),
        ]
        return all.filter { contains($0.0) }.map(\.1).joined(separator: " or ")
    }
}
