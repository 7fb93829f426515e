import Diagnostics
import YAMLTree

extension DocumentReader {
    mutating func readParameters(_ node: YAMLNode?) -> [Parameter] {
        var parameters: [Parameter] = []
        var places: [ParameterKey: Int] = [:]
        for element in elements(of: node, "parameters") {
            guard element.isMapping else {
                report(.notAParameter(element), choosing: "it is left out")
                continue
            }
            guard let target = resolved(element, as: .parameter), var parameter = parameter(target) else { continue }
            parameter.description = siblingText("description", of: element) ?? parameter.description
            if let first = places[parameter.key] {
                report(.duplicate(parameter, at: element, first: parameters[first]), choosing: "the first one is used")
            } else {
                places[parameter.key] = parameters.count
                parameters.append(parameter)
            }
        }
        checkQueryString(parameters)
        return parameters
    }

    /// The parameter that a node is, read when it has not been met before.
    mutating func parameter(_ node: YAMLNode) -> Parameter? {
        if let known = parameters[node] { return known }
        let parameter = document.version == .v2_0 ? readSwaggerParameter(node) : readParameter(node)
        parameters[node] = .some(parameter)
        return parameter
    }

    private mutating func readParameter(_ node: YAMLNode) -> Parameter? {
        var fields = fields(of: node, in: "the parameter object")
        let nameNode = fields.take("name")
        guard let nameNode, let name = text(nameNode, "name") else {
            if nameNode?.isScalar != false { report(.parameterWithoutName(node), choosing: "it is left out") }
            return nil
        }
        guard let location = readLocation(fields.take("in"), of: node) else { return nil }
        guard isSendable(name, at: nameNode, location) else { return nil }
        let style = readStyle(fields.take("style"), for: location)
        var parameter = Parameter(name: name, location: location, style: style, explode: false, position: nameNode.position)
        parameter.explode = bool(fields.take("explode"), "explode") ?? (style == .form || style == .cookie)
        parameter.description = prose(fields.take("description"), "description")
        readFlags(of: &parameter, &fields)
        readSchemaOrContent(of: &parameter, &fields)
        parameter.examples = readExamples(&fields)
        parameter.componentName = componentNames[node]
        warn(about: fields)
        return parameter
    }

    private mutating func readLocation(_ node: YAMLNode?, of parameter: YAMLNode) -> ParameterLocation? {
        let location = node?.string.flatMap(ParameterLocation.init(rawValue:))
        if let location, location != .querystring || document.version >= .v3_2 { return location }
        let guess = node?.string.flatMap { ParameterLocation(rawValue: $0.lowercased()) }
        report(
            .unknownLocation(node, at: node ?? parameter),
            choosing: guess.map { "read as \($0.rawValue)" } ?? "the parameter is left out")
        return options.isLenient ? guess : nil
    }

    private mutating func readFlags(of parameter: inout Parameter, _ fields: inout Fields) {
        let required = fields.take("required")
        parameter.isRequired = bool(required, "required") ?? false
        if parameter.location == .path, !parameter.isRequired {
            if let required, required.bool == false {
                report(.optionalPathParameter(parameter, required), choosing: "it is read as required")
            } else if required == nil {
                report(.pathParameterNotRequired(parameter))
            }
            parameter.isRequired = true
        }
        parameter.isDeprecated = bool(fields.take("deprecated"), "deprecated") ?? false
        parameter.allowsEmptyValue = bool(fields.take("allowEmptyValue"), "allowEmptyValue") ?? false
        parameter.allowsReserved = bool(fields.take("allowReserved"), "allowReserved") ?? false
    }

    private mutating func readSchemaOrContent(of parameter: inout Parameter, _ fields: inout Fields) {
        let schemaNode = fields.take("schema")
        let contentNode = fields.take("content")
        let content = readContent(contentNode)
        parameter.schema = schema(schemaNode)
        parameter.content = content.first
        if schemaNode != nil, let contentNode {
            report(.schemaAndContent(contentNode, parameter), choosing: "the schema is used")
            parameter.content = nil
        }
        if content.count > 1 {
            report(.severalMediaTypes(content[1], parameter), choosing: "the first one is used")
        }
        if parameter.schema == nil, parameter.content == nil { report(.parameterWithoutSchema(parameter)) }
    }

    private mutating func readStyle(_ node: YAMLNode?, for location: ParameterLocation) -> ParameterStyle {
        let standard: ParameterStyle = location == .query || location == .cookie || location == .querystring ? .form : .simple
        guard let node, let name = text(node, "style") else { return standard }
        let allowed = location.styles
        if let style = ParameterStyle(rawValue: name), allowed.contains(style) { return style }
        report(
            .styleNotAllowed(name, location: location, allowed: allowed, at: node),
            choosing: "read as \(standard.rawValue)")
        return standard
    }

    /// Section 4.8.12.1: one parameter describes the whole query string, or others its parts.
    mutating func checkQueryString(_ parameters: [Parameter]) {
        guard let whole = parameters.first(where: { $0.location == .querystring }) else { return }
        for other in parameters where other.name != whole.name || other.location != whole.location {
            guard other.location == .querystring || other.location == .query else { continue }
            report(.besideQueryString(other, whole), choosing: "both are kept")
        }
    }

    /// Whether a name can be sent at all; a line break would end the line that it stands on.
    mutating func isSendable(_ name: String, at node: YAMLNode, _ location: ParameterLocation) -> Bool {
        guard location == .header || location == .cookie else { return true }
        guard name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) || name.isEmpty else { return true }
        report(.notSendable(location, node), choosing: "it is left out")
        return false
    }
}

/// What tells two parameters apart.
struct ParameterKey: Hashable {
    let name: String
    let location: ParameterLocation
}

extension Parameter {
    /// RFC 9110, section 5.1: a header's case does not matter.
    var key: ParameterKey {
        ParameterKey(name: location == .header ? name.lowercased() : name, location: location)
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
    fileprivate static func notAParameter(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "a parameter is a mapping, found a \(node.kindName)", at: node.position)
    }

    fileprivate static func duplicate(_ parameter: Parameter, at node: YAMLNode, first: Parameter) -> Diagnostic {
        Diagnostic(
            .error, "\(parameter.location.rawValue) parameter '\(parameter.name)' is already declared", at: node.position,
            notes: [.init("first declared here", at: first.position)])
    }

    fileprivate static func parameterWithoutName(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "a parameter needs a 'name'", at: node.position)
    }

    fileprivate static func unknownLocation(_ place: YAMLNode?, at node: YAMLNode) -> Diagnostic {
        let found = place.map { $0.text.map { "'\($0)'" } ?? "a \($0.kindName)" } ?? "nothing"
        let places = ["path", "query", "header", "cookie"]
        let guess = suggestion(for: place?.text ?? "", among: places)
        return Diagnostic(.error, "'in' must be path, query, header or cookie, found \(found)\(guess)", at: node.position)
    }

    fileprivate static func optionalPathParameter(_ parameter: Parameter, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "path parameter '\(parameter.name)' cannot be optional", at: node.position)
    }

    fileprivate static func pathParameterNotRequired(_ parameter: Parameter) -> Diagnostic {
        Diagnostic(
            .warning, "path parameter '\(parameter.name)' must be 'required: true', read as if it were",
            at: parameter.position)
    }

    fileprivate static func schemaAndContent(_ node: YAMLNode, _ parameter: Parameter) -> Diagnostic {
        Diagnostic(.error, "parameter '\(parameter.name)' has both 'schema' and 'content'", at: node.position)
    }

    fileprivate static func severalMediaTypes(_ mediaType: MediaType, _ parameter: Parameter) -> Diagnostic {
        Diagnostic(
            .error, "the content of parameter '\(parameter.name)' has more than one media type", at: mediaType.position)
    }

    fileprivate static func parameterWithoutSchema(_ parameter: Parameter) -> Diagnostic {
        Diagnostic(
            .warning, "parameter '\(parameter.name)' has neither 'schema' nor 'content', read as a string",
            at: parameter.position)
    }

    fileprivate static func styleNotAllowed(
        _ name: String, location: ParameterLocation, allowed: [ParameterStyle], at node: YAMLNode
    ) -> Diagnostic {
        let list = allowed.map(\.rawValue).joined(separator: ", ")
        return Diagnostic(
            .error, "style '\(name)' is not for \(location.rawValue) parameters, expected \(list.isEmpty ? "none" : list)",
            at: node.position)
    }

    fileprivate static func besideQueryString(_ other: Parameter, _ whole: Parameter) -> Diagnostic {
        Diagnostic(
            .error, "parameter '\(other.name)' stands beside '\(whole.name)', which is the whole query string",
            at: other.position, notes: [.init("declared here", at: whole.position)])
    }

    fileprivate static func notSendable(_ location: ParameterLocation, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "a \(location.rawValue) cannot have this name, which is empty or holds a control character", at: node.position)
    }
}
