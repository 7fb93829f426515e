import Diagnostics
import YAMLTree

extension DocumentReader {
    /// The schema that a node is, read later when it has not been met before.
    mutating func schema(_ node: YAMLNode?) -> SchemaID? {
        guard let node else { return nil }
        if let known = schemaIDs[node] { return known }
        let id = SchemaID(index: document.schemas.count)
        document.schemas.append(Schema(at: node.position))
        schemaIDs[node] = id
        pendingSchemas.append((node, id))
        return id
    }

    mutating func readPendingSchemas() {
        while let (node, id) = pendingSchemas.popLast() {
            var schema = document.schemas[id.index]
            if let value = node.bool {
                schema.booleanValue = value
            } else if node.isMapping {
                read(node, into: &schema)
            } else {
                log.report(.notASchema(node))
            }
            document.schemas[id.index] = schema
        }
    }

    mutating func readComponentSchemas(_ components: YAMLNode?) {
        for entry in entries(of: components?["schemas"], "schemas") {
            guard let id = schema(entry.value) else { continue }
            document.schemas[id.index].componentName = entry.name
            document.componentSchemas.append(ComponentSchema(name: entry.name, position: entry.key.position, schema: id))
        }
    }

    private mutating func read(_ node: YAMLNode, into schema: inout Schema) {
        for entry in node.entries {
            let value = entry.value
            if readWords(entry.name, value, into: &schema) || readObject(entry.name, value, into: &schema)
                || readArray(entry.name, value, into: &schema) || readCombination(entry.name, value, into: &schema)
                || readBounds(entry.name, value, into: &schema)
            {
                continue
            }
            if let kept = keywordsKept[entry.name] {
                if kept == .warn { log.report(.notEnforced(entry)) }
            } else if !entry.name.hasPrefix("x-") {
                log.report(.unknownKeyword(entry))
            }
        }
        if document.version == .v3_0, schema.reference != nil { schema.ignoreSiblings() }
    }

    private mutating func readWords(_ name: String, _ value: YAMLNode, into schema: inout Schema) -> Bool {
        switch name {
        case "type": schema.types = readTypes(value)
        case "nullable", "x-nullable": schema.isNullable = schema.isNullable || bool(value, name) ?? false
        case "title": schema.title = text(value, name)
        case "description": schema.description = text(value, name)
        case "format": schema.format = text(value, name)
        case "default": schema.defaultValue = value
        case "const": schema.const = value
        case "enum": schema.enumeration = elements(of: value, name)
        case "x-enum-varnames", "x-enumNames": schema.enumerationNames = texts(value, name)
        case "x-enum-descriptions", "x-enumDescriptions":
            schema.enumerationDescriptions = value.isSequence ? texts(value, name) : []
        case "example": schema.examples.append(value)
        case "examples": schema.examples += value.isSequence ? Array(value.elements) : []
        case "readOnly": schema.isReadOnly = bool(value, name) ?? false
        case "writeOnly": schema.isWriteOnly = bool(value, name) ?? false
        case "deprecated": schema.isDeprecated = bool(value, name) ?? false
        case "x-autoincrement": schema.isAutoIncremented = bool(value, name) ?? false
        default: return false
        }
        return true
    }

    private mutating func readObject(_ name: String, _ value: YAMLNode, into schema: inout Schema) -> Bool {
        switch name {
        case "properties": schema.properties = members(of: value, name)
        case "patternProperties": schema.patternProperties = members(of: value, name)
        case "required": schema.required = readRequired(value)
        case "additionalProperties": schema.additionalProperties = self.schema(value)
        case "unevaluatedProperties": schema.unevaluatedProperties = self.schema(value)
        case "propertyNames": schema.propertyNames = self.schema(value)
        case "minProperties": schema.minProperties = count(value, name)
        case "maxProperties": schema.maxProperties = count(value, name)
        default: return false
        }
        return true
    }

    private mutating func readArray(_ name: String, _ value: YAMLNode, into schema: inout Schema) -> Bool {
        switch name {
        case "items": schema.items = self.schema(value)
        case "prefixItems": schema.prefixItems = elements(of: value, name).compactMap { self.schema($0) }
        case "contains": schema.contains = self.schema(value)
        case "minItems": schema.minItems = count(value, name)
        case "maxItems": schema.maxItems = count(value, name)
        case "uniqueItems": schema.uniqueItems = bool(value, name) ?? false
        default: return false
        }
        return true
    }

    private mutating func readCombination(_ name: String, _ value: YAMLNode, into schema: inout Schema) -> Bool {
        switch name {
        case "$ref": schema.reference = target(of: value, as: "schema").flatMap { self.schema($0) }
        case "allOf": schema.allOf = elements(of: value, name).compactMap { self.schema($0) }
        case "oneOf": schema.oneOf = elements(of: value, name).compactMap { self.schema($0) }
        case "anyOf": schema.anyOf = elements(of: value, name).compactMap { self.schema($0) }
        case "not": schema.not = self.schema(value)
        case "discriminator": schema.discriminator = readDiscriminator(value)
        case "$defs", "definitions": for member in entries(of: value, name) { _ = self.schema(member.value) }
        default: return false
        }
        return true
    }

    private mutating func readBounds(_ name: String, _ value: YAMLNode, into schema: inout Schema) -> Bool {
        switch name {
        case "minimum": schema.minimum = number(value, name)
        case "maximum": schema.maximum = number(value, name)
        // OpenAPI 3.0 has booleans here, which say how to read minimum and maximum.
        case "exclusiveMinimum": schema.exclusiveMinimum = value.bool == nil ? number(value, name) : nil
        case "exclusiveMaximum": schema.exclusiveMaximum = value.bool == nil ? number(value, name) : nil
        case "multipleOf": schema.multipleOf = number(value, name)
        case "minLength": schema.minLength = count(value, name)
        case "maxLength": schema.maxLength = count(value, name)
        case "pattern": schema.pattern = text(value, name)
        case "contentEncoding": schema.contentEncoding = text(value, name)
        case "contentMediaType": schema.contentMediaType = text(value, name)
        default: return false
        }
        return true
    }

    private mutating func members(of node: YAMLNode, _ name: String) -> [SchemaProperty] {
        entries(of: node, name).compactMap { entry in
            schema(entry.value).map { SchemaProperty(name: entry.name, position: entry.key.position, schema: $0) }
        }
    }

    private mutating func readRequired(_ node: YAMLNode) -> [Located<String>] {
        // Draft 3 wrote `required: true` at a property; its meaning is gone since.
        if node.bool != nil {
            log.report(.requiredIsNoList(node))
            return []
        }
        return elements(of: node, "required").compactMap { name in
            text(name, "required").map { Located($0, at: name.position) }
        }
    }

    private mutating func readDiscriminator(_ node: YAMLNode) -> Discriminator? {
        var fields = fields(of: node, in: "the discriminator object")
        guard let name = text(fields.take("propertyName"), "propertyName") else { return nil }
        var discriminator = Discriminator(propertyName: name, position: node.position)
        for entry in entries(of: fields.take("mapping"), "mapping") {
            discriminator.mapping.append(DiscriminatorMapping(value: entry.name, schema: mapped(entry.value)))
        }
        _ = fields.take("defaultMapping")
        warn(about: fields)
        return discriminator
    }

    /// A mapping's value is a reference, or the bare name of a component.
    private mutating func mapped(_ node: YAMLNode) -> SchemaID? {
        guard let text = node.text else { return nil }
        if let component = root["components"]?["schemas"]?[text] { return schema(component) }
        return target(of: node, as: "schema").flatMap { schema($0) }
    }
}

extension Schema {
    /// OpenAPI 3.0, section 4.7.23: what stands beside `$ref` shall be ignored.
    fileprivate mutating func ignoreSiblings() {
        var bare = Schema(at: position)
        bare.componentName = componentName
        bare.reference = reference
        // Authors mean what they write there, and these two change nothing else.
        bare.description = description
        bare.isNullable = isNullable
        bare.isDeprecated = isDeprecated
        self = bare
    }
}

/// What happens to a keyword that has no place in the model.
private enum Keeping {
    /// It says something about the document only.
    case documentation
    /// It restricts values, and nobody checks that yet.
    case warn
}

private let keywordsKept: [String: Keeping] = [
    "$schema": .documentation, "$id": .documentation, "$anchor": .documentation, "$comment": .documentation,
    "$vocabulary": .documentation, "externalDocs": .documentation, "xml": .documentation, "id": .documentation,
    "$dynamicRef": .warn, "$dynamicAnchor": .documentation, "if": .warn, "then": .warn, "else": .warn,
    "dependentRequired": .warn, "dependentSchemas": .warn, "unevaluatedItems": .warn, "minContains": .warn,
    "maxContains": .warn, "additionalItems": .warn, "contentSchema": .documentation, "dependencies": .warn,
]

extension Diagnostic {
    fileprivate static func notASchema(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "a schema is a mapping, true or false, found a \(node.kindName)", at: node.position)
    }

    fileprivate static func unknownKeyword(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(.warning, "unknown keyword '\(entry.name)' in a schema", at: entry.key.position)
    }

    fileprivate static func notEnforced(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(.warning, "'\(entry.name)' is not enforced by the generated code", at: entry.key.position)
    }

    fileprivate static func requiredIsNoList(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "'required' at a property means nothing, list the name in the object's 'required'", at: node.position)
    }
}
