import Diagnostics
import YAMLTree

extension DocumentReader {
    mutating func readParameters(_ node: YAMLNode?) -> [Parameter] {
        var parameters: [Parameter] = []
        var places: [ParameterKey: Int] = [:]
        for element in elements(of: node, "parameters") {
            guard element.isMapping else {
                report(.notAParameter(element), choosing: "it is ignored")
                continue
            }
            guard let target = references.resolved(element, as: .parameter), var parameter = parameter(target) else { continue }
            parameter.description = references.siblingText("description", of: element) ?? parameter.description
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

    /// Returns the parameter at a node; each node is read once.
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
            if nameNode?.isScalar != false { report(.parameterWithoutName(node), choosing: "it is ignored") }
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
            choosing: guess.map { "read as '\($0.rawValue)'" } ?? "the parameter is ignored")
        return diagnostics.isLenient ? guess : nil
    }

    private mutating func readFlags(of parameter: inout Parameter, _ fields: inout Fields) {
        let required = fields.take("required")
        parameter.isRequired = bool(required, "required") ?? false
        if parameter.location == .path, !parameter.isRequired {
            if let required, required.bool == false {
                report(.optionalPathParameter(parameter, required), choosing: "read as required")
            } else if required == nil {
                report(.pathParameterNotRequired(parameter))
            }
            parameter.isRequired = true
        }
        parameter.isDeprecated = bool(fields.take("deprecated"), "deprecated") ?? false
        parameter.sunset = fields.take("x-sunset")?.text
        parameter.pagePurpose = fields.take("x-stainless-pagination-property")?["purpose"]?.text
        parameter.allowsEmptyValue = bool(fields.take("allowEmptyValue"), "allowEmptyValue") ?? false
        let allowReserved = fields.take("allowReserved")
        parameter.allowsReserved = bool(allowReserved, "allowReserved") ?? false
        if let allowReserved, parameter.allowsReserved, parameter.location != .query, document.version < .v3_2 {
            report(.reservedOutsideQuery(parameter, allowReserved))
            parameter.allowsReserved = false
        }
    }

    private mutating func readSchemaOrContent(of parameter: inout Parameter, _ fields: inout Fields) {
        let schemaNode = fields.take("schema")
        let contentNode = fields.take("content")
        let content = readContent(contentNode)
        parameter.schema = schemas.schema(schemaNode)
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
            choosing: "read as '\(standard.rawValue)'")
        return standard
    }

    /// Checks that parameters for the whole query string and for parts of it are not mixed; section 4.8.12.1.
    mutating func checkQueryString(_ parameters: [Parameter]) {
        guard let whole = parameters.first(where: { $0.location == .querystring }) else { return }
        for other in parameters where other.name != whole.name || other.location != whole.location {
            guard other.location == .querystring || other.location == .query else { continue }
            report(.besideQueryString(other, whole), choosing: "both are kept")
        }
    }

    /// Returns whether a name is valid for a header field or a cookie; RFC 9110, section 5.1, and RFC 6265, section 4.1.1.
    mutating func isSendable(_ name: String, at node: YAMLNode, _ location: ParameterLocation) -> Bool {
        guard location == .header || location == .cookie, !name.isToken else { return true }
        // Cookie names that are not tokens, such as `filter[a]`, work in practice.
        let endsCookie: (Unicode.Scalar) -> Bool = { $0.value < 0x20 || $0.value == 0x7F || $0 == ";" || $0 == "=" }
        guard location == .header || name.isEmpty || name.unicodeScalars.contains(where: endsCookie) else {
            report(.unusualCookie(name, node))
            return true
        }
        report(.notSendable(name, location, node), choosing: "it is ignored")
        return false
    }
}

/// The identity of a parameter.
struct ParameterKey: Hashable {
    let name: String
    let location: ParameterLocation
}

extension Parameter {
    /// The parameter's identity; names of header fields are case-insensitive (RFC 9110, section 5.1).
    var key: ParameterKey {
        ParameterKey(name: location == .header ? name.lowercased() : name, location: location)
    }
}

extension ParameterLocation {
    /// The styles allowed for a location; section 4.8.12.3.
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
        Diagnostic(.error, "a parameter must be a mapping, found \(node.kindPhrase)", at: node.position)
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
        let found = place.map { $0.text.map { "'\($0)'" } ?? "\($0.kindPhrase)" } ?? "nothing"
        let places = ["path", "query", "header", "cookie"]
        let guess = suggestion(for: place?.text ?? "", among: places)
        return Diagnostic(.error, "'in' must be path, query, header or cookie, found \(found)\(guess)", at: node.position)
    }

    fileprivate static func optionalPathParameter(_ parameter: Parameter, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "path parameter '\(parameter.name)' cannot be optional", at: node.position)
    }

    fileprivate static func pathParameterNotRequired(_ parameter: Parameter) -> Diagnostic {
        Diagnostic(
            .warning, "path parameter '\(parameter.name)' must have 'required: true', read as required",
            at: parameter.position)
    }

    fileprivate static func reservedOutsideQuery(_ parameter: Parameter, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(
            .warning,
            "'allowReserved' of \(parameter.location.rawValue) parameter '\(parameter.name)' needs OpenAPI 3.2 and is ignored",
            at: node.position)
    }

    fileprivate static func schemaAndContent(_ node: YAMLNode, _ parameter: Parameter) -> Diagnostic {
        Diagnostic(.error, "parameter '\(parameter.name)' has both 'schema' and 'content'", at: node.position)
    }

    fileprivate static func severalMediaTypes(_ mediaType: MediaType, _ parameter: Parameter) -> Diagnostic {
        Diagnostic(
            .error, "'content' of parameter '\(parameter.name)' must have one media type", at: mediaType.position)
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
            .error, "style '\(name)' is not allowed for \(location.rawValue) parameters, expected \(list.isEmpty ? "none" : list)",
            at: node.position)
    }

    fileprivate static func besideQueryString(_ other: Parameter, _ whole: Parameter) -> Diagnostic {
        Diagnostic(
            .error, "parameter '\(other.name)' is not allowed beside '\(whole.name)', which describes the whole query string",
            at: other.position, notes: [.init("declared here", at: whole.position)])
    }

    fileprivate static func notSendable(_ name: String, _ location: ParameterLocation, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(
            .error, "'\(name)' cannot be a \(location.rawValue) name; use only letters, digits and !#$%&'*+-.^_`|~",
            at: node.position)
    }

    fileprivate static func unusualCookie(_ name: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "cookie name '\(name)' is not a token, and some HTTP libraries reject it", at: node.position)
    }
}
