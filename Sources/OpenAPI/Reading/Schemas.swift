import Diagnostics
import YAMLTree

/// A node that waits to be read as a schema.
struct PendingSchema {
    let node: YAMLNode
    let id: SchemaID
    let role: SchemaRole
}

/// Where a schema stands.
enum SchemaRole {
    case schema
    /// It is a parameter or header of Swagger, whose keywords stand among the parameter's own fields.
    case swaggerParameter
    /// It is the value of `additionalProperties` or the like, where a boolean was always allowed.
    case maybeBoolean
}

extension DocumentReader {
    /// The schema that a node is, read later when it has not been met before.
    mutating func schema(_ node: YAMLNode?, as role: SchemaRole = .schema) -> SchemaID? {
        guard let node else { return nil }
        if let known = schemaIDs[node] {
            if untouched.remove(known) != nil {
                let node = document.schemas[known.index].node ?? node
                pendingSchemas.append(PendingSchema(node: node, id: known, role: role))
            }
            return known
        }
        let id = addSchema(node)
        pendingSchemas.append(PendingSchema(node: node, id: id, role: role))
        return id
    }

    private mutating func addSchema(_ node: YAMLNode) -> SchemaID {
        let id = SchemaID(index: document.schemas.count)
        var schema = Schema(at: node.position)
        schema.node = node
        document.schemas.append(schema)
        schemaIDs[node] = id
        return id
    }

    mutating func readPendingSchemas() {
        while let next = pendingSchemas.popLast() {
            var schema = document.schemas[next.id.index]
            if let value = next.node.bool {
                schema.booleanValue = value
                if document.version <= .v3_0, next.role != .maybeBoolean {
                    report(.booleanSchema(next.node), choosing: "read as OpenAPI 3.1 does")
                }
            } else if next.node.isMapping {
                read(next.node, into: &schema, as: next.role)
                check(&schema, next.node)
            } else {
                report(.notASchema(next.node), choosing: "any value is allowed")
            }
            document.schemas[next.id.index] = schema
        }
    }

    /// Gives every component schema its place, in document order; it is read when something refers to it.
    mutating func noteComponentSchemas(_ node: YAMLNode?) {
        guard let node, node.isMapping else { return }
        for entry in node.entries where !entry.name.hasPrefix("x-") || entry.value.isMapping {
            let target = foreignTarget(of: entry.value) ?? entry.value
            if let known = schemaIDs[target] {
                addAlias(of: known, named: entry)
            } else {
                let id = addSchema(target)
                schemaIDs[entry.value] = id
                untouched.insert(id)
                untouchedSchemas.append(PendingSchema(node: target, id: id, role: .schema))
                addComponent(id, named: entry.name, at: entry.key.position)
            }
        }
    }

    mutating func addComponent(_ id: SchemaID, named name: String, at position: Position) {
        document.schemas[id.index].componentName = name
        document.componentSchemas.append(ComponentSchema(name: name, position: position, schema: id))
    }

    /// A second component of the same node, as a YAML alias makes it.
    private mutating func addAlias(of id: SchemaID, named entry: YAMLEntry) {
        var schema = Schema(at: entry.value.position)
        schema.reference = id
        document.schemas.append(schema)
        addComponent(SchemaID(index: document.schemas.count - 1), named: entry.name, at: entry.key.position)
    }

    mutating func readUntouchedSchemas() {
        readPendingSchemas()
        for pending in untouchedSchemas where untouched.remove(pending.id) != nil {
            pendingSchemas.append(pending)
            readPendingSchemas()
        }
    }

    /// The schema of another file that a component consists of: the component's name is its name then.
    private mutating func foreignTarget(of node: YAMLNode) -> YAMLNode? {
        guard node.isMapping, node.count == 1, let reference = node["$ref"], let text = reference.string else { return nil }
        guard !text.hasPrefix("#"), case .success(let target) = find(text, from: reference, as: .schema) else { return nil }
        return files.number(of: target) == 0 || target["$ref"] != nil ? nil : target
    }
}

extension Diagnostic {
    fileprivate static func notASchema(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "a schema is a mapping, true or false, found a \(node.kindName)", at: node.position)
    }

    fileprivate static func booleanSchema(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "a schema that is a boolean came with OpenAPI 3.1", at: node.position)
    }
}
