import Diagnostics
import YAMLTree

/// A node to be read as a schema.
struct PendingSchema {
    let node: YAMLNode
    let id: SchemaID
    let role: SchemaRole
}

/// The context of a schema.
enum SchemaRole {
    case schema
    /// A parameter or header of Swagger, whose keywords are among its own fields.
    case swaggerParameter
    /// The value of a keyword that accepts a boolean in every version, such as `additionalProperties`.
    case maybeBoolean
}

/// Reads the schemas of a document, each once.
struct SchemaReader: NodeReading {
    let references: ReferenceResolver
    var schemas: [Schema] = []
    var components: [ComponentSchema] = []
    /// The schema of each node.
    private var ids: [YAMLNode: SchemaID] = [:]
    /// The nodes to be read; a list instead of recursion, as schemas can be deeply nested.
    private var pending: [PendingSchema] = []
    /// The component schemas without a reference so far.
    private(set) var untouched: Set<SchemaID> = []
    /// All component schemas and definitions, in document order.
    var untouchedSchemas: [PendingSchema] = []
    /// The boolean `required` keywords of draft 3 that the enclosing object's schema includes already.
    var requiredFlags: Set<YAMLNode> = []

    var diagnostics: DiagnosticReporter { references.diagnostics }
    var version: SpecificationVersion { references.version }

    init(references: ReferenceResolver) {
        self.references = references
    }
}

extension SchemaReader {
    /// Returns the schema of a node, which is read later if it is new.
    mutating func schema(_ node: YAMLNode?, as role: SchemaRole = .schema) -> SchemaID? {
        guard let node else { return nil }
        if let known = ids[node] {
            if untouched.remove(known) != nil {
                let node = schemas[known.index].node ?? node
                pending.append(PendingSchema(node: node, id: known, role: role))
            }
            return known
        }
        let id = addSchema(node)
        pending.append(PendingSchema(node: node, id: id, role: role))
        return id
    }

    /// Adds a schema that is no node of the document.
    mutating func add(_ schema: Schema) -> SchemaID {
        schemas.append(schema)
        return SchemaID(index: schemas.count - 1)
    }

    private mutating func addSchema(_ node: YAMLNode) -> SchemaID {
        let schema = Schema(at: node.position)
        schema.node = node
        let id = add(schema)
        ids[node] = id
        return id
    }

    mutating func readPending() {
        while let next = pending.popLast() {
            var schema = schemas[next.id.index]
            if let value = next.node.bool {
                schema.booleanValue = value
                if version <= .v3_0, next.role != .maybeBoolean {
                    report(.booleanSchema(next.node), choosing: "read as in OpenAPI 3.1")
                }
            } else if next.node.isMapping {
                read(next.node, into: &schema, as: next.role)
                check(&schema, next.node)
            } else {
                report(.notASchema(next.node), choosing: "any value is allowed")
            }
            schemas[next.id.index] = schema
        }
    }

    /// Registers the component schemas in document order; each is read when a reference to it is found.
    mutating func noteComponents(_ node: YAMLNode?) {
        guard let node, node.isMapping else { return }
        for entry in node.entries where !entry.name.hasPrefix("x-") || entry.value.isMapping {
            let target = foreignTarget(of: entry.value) ?? entry.value
            if let known = ids[target] {
                addAlias(of: known, named: entry)
            } else {
                addUntouched(target)
                guard let id = ids[target] else { continue }
                ids[entry.value] = id
                addComponent(id, named: entry.name, at: entry.key.position)
            }
        }
    }

    /// Registers a schema that is read when a reference to it is found.
    mutating func addUntouched(_ node: YAMLNode) {
        guard ids[node] == nil else { return }
        let id = addSchema(node)
        untouched.insert(id)
        untouchedSchemas.append(PendingSchema(node: node, id: id, role: .schema))
    }

    mutating func addComponent(_ id: SchemaID, named name: String, at position: Position) {
        schemas[id.index].componentName = name
        components.append(ComponentSchema(name: name, position: position, schema: id))
    }

    /// Adds a second component with the same node, as a YAML alias creates it.
    private mutating func addAlias(of id: SchemaID, named entry: YAMLEntry) {
        let schema = Schema(at: entry.value.position)
        schema.reference = id
        addComponent(add(schema), named: entry.name, at: entry.key.position)
    }

    mutating func readUntouched() {
        readPending()
        // Reading a schema can add the definitions in it.
        var index = 0
        while index < untouchedSchemas.count {
            let next = untouchedSchemas[index]
            index += 1
            guard untouched.remove(next.id) != nil else { continue }
            pending.append(next)
            readPending()
        }
    }

    /// Returns the schema in another file that a component refers to; the component gives it its name.
    private mutating func foreignTarget(of node: YAMLNode) -> YAMLNode? {
        guard node.isMapping, node.count == 1, let reference = node["$ref"], let text = reference.string else { return nil }
        guard !text.hasPrefix("#"), case .success(let target) = references.find(text, from: reference, as: .schema) else {
            return nil
        }
        return references.files.number(of: target) == 0 || target["$ref"] != nil ? nil : target
    }
}

extension Diagnostic {
    fileprivate static func notASchema(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "a schema must be a mapping, true or false, found \(node.kindPhrase)", at: node.position)
    }

    fileprivate static func booleanSchema(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "a boolean schema needs OpenAPI 3.1", at: node.position)
    }
}
