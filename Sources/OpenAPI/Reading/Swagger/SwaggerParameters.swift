import Diagnostics
import YAMLTree

extension DocumentReader {
    /// Reads a parameter other than body and form parameters; section "Parameter Object".
    mutating func readSwaggerParameter(_ node: YAMLNode) -> Parameter? {
        guard let nameNode = node["name"], let name = nameNode.text,
            let location = node["in"]?.text.flatMap(ParameterLocation.init(rawValue:))
        else { return nil }
        let (style, explode) = style(of: node, in: location)
        var parameter = Parameter(name: name, location: location, style: style, explode: explode, position: nameNode.position)
        parameter.description = prose(node["description"], "description")
        parameter.isRequired = bool(node["required"], "required") ?? false
        if location == .path, !parameter.isRequired {
            if let required = node["required"], required.bool == false {
                report(.optionalPathParameter(name, required), choosing: "read as required")
            } else if node["required"] == nil {
                report(.pathParameterNotRequired(name, nameNode))
            }
            parameter.isRequired = true
        }
        parameter.allowsEmptyValue = bool(node["allowEmptyValue"], "allowEmptyValue") ?? false
        parameter.schema = swaggerSchema(of: node)
        parameter.examples = example(in: node)
        parameter.componentName = componentNames[node]
        return parameter
    }

    /// Returns the schema among a parameter's own fields, or, as some authors write it, in `schema`.
    mutating func swaggerSchema(of node: YAMLNode) -> SchemaID? {
        if node["type"] == nil, let nested = node["schema"] {
            report(.schemaOutsideBody(nested))
            return schemas.schema(nested)
        }
        if node["type"] == nil { report(.typeMissing(node)) }
        return schemas.schema(node, as: .swaggerParameter)
    }

    /// Converts `collectionFormat` to a style and `explode`.
    ///
    /// - Parameter location: `nil` for a parameter of a form, which is written as one of the query.
    mutating func style(of node: YAMLNode, in location: ParameterLocation?) -> (ParameterStyle, Bool) {
        let isInPairs = location == .query || location == nil
        let standard: ParameterStyle = isInPairs ? .form : .simple
        guard let format = node["collectionFormat"] else { return (standard, false) }
        switch format.text ?? "" {
        case "csv": return (standard, false)
        case "multi" where isInPairs: return (.form, true)
        case "ssv" where isInPairs: return (.spaceDelimited, false)
        case "pipes" where isInPairs: return (.pipeDelimited, false)
        default:
            report(.formatLeftOut(format, location?.rawValue ?? "form"))
            return (standard, false)
        }
    }

    mutating func readSwaggerHeader(_ node: YAMLNode) -> Header {
        guard node.isMapping else {
            report(.notAHeader(node), choosing: "it is ignored")
            return Header(name: "", position: node.position)
        }
        var header = Header(name: "", position: node.position)
        header.description = prose(node["description"], "description")
        header.schema = node["type"] == nil && node["schema"] == nil ? nil : swaggerSchema(of: node)
        header.examples = example(in: node)
        return header
    }

    private func example(in node: YAMLNode) -> [Example] {
        (node["example"] ?? node["x-example"]).map { [Example(value: $0)] } ?? []
    }
}

extension Diagnostic {
    fileprivate static func optionalPathParameter(_ name: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "path parameter '\(name)' cannot be optional", at: node.position)
    }

    fileprivate static func pathParameterNotRequired(_ name: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(
            .warning, "path parameter '\(name)' must have 'required: true', read as required", at: node.position)
    }

    fileprivate static func schemaOutsideBody(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "in Swagger 2.0 only a body parameter has 'schema', read as in OpenAPI 3", at: node.position)
    }

    fileprivate static func typeMissing(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "a parameter or header needs a 'type'", at: node.position)
    }

    fileprivate static func formatLeftOut(_ node: YAMLNode, _ location: String) -> Diagnostic {
        Diagnostic(
            .warning, "collectionFormat '\(node.text ?? "")' is not allowed for a \(location) parameter, read as 'csv'",
            at: node.position)
    }

    fileprivate static func notAHeader(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "the header object must be a mapping, found \(node.kindPhrase)", at: node.position)
    }
}
