import Diagnostics
import YAMLTree

extension DocumentReader {
    mutating func readParameters(_ node: YAMLNode?) -> [Parameter] {
        var parameters: [Parameter] = []
        for element in elements(of: node, "parameters") {
            guard let target = resolved(element, as: "parameter"), let parameter = readParameter(target) else { continue }
            if let first = parameters.first(where: { $0.name == parameter.name && $0.location == parameter.location }) {
                log.report(.duplicate(parameter, at: element, first: first))
            } else {
                parameters.append(parameter)
            }
        }
        return parameters
    }

    private mutating func readParameter(_ node: YAMLNode) -> Parameter? {
        var fields = fields(of: node, in: "the parameter object")
        guard let nameNode = fields.take("name"), let name = text(nameNode, "name") else {
            log.report(.parameterWithoutName(node))
            return nil
        }
        let place = fields.take("in")
        guard let location = ParameterLocation(rawValue: text(place, "in") ?? "") else {
            log.report(.unknownLocation(place, at: place ?? node))
            return nil
        }
        let style = readStyle(fields.take("style"), for: location)
        var parameter = Parameter(
            name: name, location: location, style: style,
            explode: bool(fields.take("explode"), "explode") ?? (style == .form || style == .cookie), position: nameNode.position)
        parameter.description = text(fields.take("description"), "description")
        parameter.isRequired = bool(fields.take("required"), "required") ?? false
        if location == .path, !parameter.isRequired {
            log.report(.optionalPathParameter(parameter))
            parameter.isRequired = true
        }
        parameter.isDeprecated = bool(fields.take("deprecated"), "deprecated") ?? false
        parameter.allowsEmptyValue = bool(fields.take("allowEmptyValue"), "allowEmptyValue") ?? false
        parameter.allowsReserved = bool(fields.take("allowReserved"), "allowReserved") ?? false
        parameter.schema = schema(fields.take("schema"))
        parameter.content = readContent(fields.take("content")).first
        if parameter.schema == nil, parameter.content == nil { log.report(.parameterWithoutSchema(parameter)) }
        parameter.examples = readExamples(&fields)
        warn(about: fields)
        return parameter
    }

    private mutating func readStyle(_ node: YAMLNode?, for location: ParameterLocation) -> ParameterStyle {
        let standard: ParameterStyle = location == .query || location == .cookie ? .form : .simple
        guard let node, let name = text(node, "style") else { return standard }
        let allowed = location.styles
        if let style = ParameterStyle(rawValue: name), allowed.contains(style) { return style }
        log.report(.styleNotAllowed(name, location: location, allowed: allowed, at: node))
        return standard
    }

    mutating func readHeaders(_ node: YAMLNode?) -> [Header] {
        entries(of: node, "headers").compactMap { entry in
            resolved(entry.value, as: "header").map { readHeader($0, named: entry) }
        }
    }

    private mutating func readHeader(_ node: YAMLNode, named entry: YAMLEntry) -> Header {
        var fields = fields(of: node, in: "the header object")
        var header = Header(name: entry.name, position: entry.key.position)
        header.description = text(fields.take("description"), "description")
        header.isRequired = bool(fields.take("required"), "required") ?? false
        header.isDeprecated = bool(fields.take("deprecated"), "deprecated") ?? false
        header.explode = bool(fields.take("explode"), "explode") ?? false
        header.schema = schema(fields.take("schema"))
        header.content = readContent(fields.take("content")).first
        header.examples = readExamples(&fields)
        for fixed in ["style", "allowEmptyValue", "allowReserved"] { _ = fields.take(fixed) }
        warn(about: fields)
        return header
    }

    /// `example`, else `examples`.
    mutating func readExamples(_ fields: inout Fields) -> [Example] {
        var examples: [Example] = []
        if let value = fields.take("example") { examples.append(Example(value: value)) }
        for entry in entries(of: fields.take("examples"), "examples") {
            guard let node = resolved(entry.value, as: "example") else { continue }
            var example = self.fields(of: node, in: "the example object")
            examples.append(
                Example(
                    name: entry.name, summary: text(example.take("summary"), "summary"),
                    description: text(example.take("description"), "description"),
                    value: example.take("value") ?? example.take("dataValue"),
                    externalValue: text(example.take("externalValue"), "externalValue")))
            _ = example.take("serializedValue")
            warn(about: example)
        }
        return examples
    }
}

extension ParameterLocation {
    /// Section 4.8.12.3: the styles that a place has.
    fileprivate var styles: [ParameterStyle] {
        switch self {
        case .path: [.simple, .label, .matrix]
        case .query: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
        case .header: [.simple]
        case .cookie: [.form, .cookie]
        case .querystring: []
        }
    }
}

extension Diagnostic {
    fileprivate static func duplicate(_ parameter: Parameter, at node: YAMLNode, first: Parameter) -> Diagnostic {
        Diagnostic(
            .error, "\(parameter.location.rawValue) parameter '\(parameter.name)' is already declared", at: node.position,
            notes: [.init("first declared here", at: first.position)])
    }

    fileprivate static func parameterWithoutName(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "a parameter needs a 'name'", at: node.position)
    }

    fileprivate static func unknownLocation(_ place: YAMLNode?, at node: YAMLNode) -> Diagnostic {
        Diagnostic(
            .error, "'in' must be path, query, header or cookie, found '\(place?.text ?? "nothing")'", at: node.position)
    }

    fileprivate static func optionalPathParameter(_ parameter: Parameter) -> Diagnostic {
        Diagnostic(.warning, "path parameter '\(parameter.name)' must be 'required: true', read as if it were", at: parameter.position)
    }

    fileprivate static func parameterWithoutSchema(_ parameter: Parameter) -> Diagnostic {
        Diagnostic(.warning, "parameter '\(parameter.name)' has neither 'schema' nor 'content', read as a string", at: parameter.position)
    }

    fileprivate static func styleNotAllowed(
        _ name: String, location: ParameterLocation, allowed: [ParameterStyle], at node: YAMLNode
    ) -> Diagnostic {
        let list = allowed.map(\.rawValue).joined(separator: ", ")
        return Diagnostic(
            .error, "style '\(name)' is not for \(location.rawValue) parameters, expected \(list)", at: node.position)
    }
}
