import Diagnostics
import YAMLTree

extension DocumentReader {
    mutating func readSecuritySchemes(_ node: YAMLNode?) -> [SecurityScheme] {
        entries(of: node, "securitySchemes").compactMap { entry in
            resolved(entry.value, as: "security scheme").flatMap { readSecurityScheme($0, named: entry) }
        }
    }

    private mutating func readSecurityScheme(_ node: YAMLNode, named entry: YAMLEntry) -> SecurityScheme? {
        var fields = fields(of: node, in: "the security scheme object")
        let type = fields.take("type")
        guard let kind = readKind(text(type, "type") ?? "", &fields, at: type ?? node) else { return nil }
        var scheme = SecurityScheme(name: entry.name, kind: kind, position: entry.key.position)
        scheme.description = text(fields.take("description"), "description")
        scheme.displayName = text(fields.take("x-displayName"), "x-displayName")
        scheme.example = text(fields.take("x-example"), "x-example")
        scheme.isInternal = bool(fields.take("x-internal"), "x-internal") ?? false
        scheme.isDeprecated = bool(fields.take("deprecated"), "deprecated") ?? false
        for alsoAllowed in ["bearerFormat", "name", "in", "scheme", "flows"] { _ = fields.take(alsoAllowed) }
        warn(about: fields)
        return scheme
    }

    private mutating func readKind(_ type: String, _ fields: inout Fields, at node: YAMLNode) -> SecuritySchemeKind? {
        switch type {
        case "apiKey": return readAPIKey(&fields)
        case "http":
            let scheme = text(fields.take("scheme"), "scheme") ?? ""
            return .http(scheme: scheme.lowercased(), bearerFormat: text(fields.take("bearerFormat"), "bearerFormat"))
        case "mutualTLS": return .mutualTLS
        case "oauth2":
            _ = fields.take("oauth2MetadataUrl")
            return .oauth2(entries(of: fields.take("flows"), "flows").map { readFlow($0) })
        case "openIdConnect":
            return .openIDConnect(url: text(fields.take("openIdConnectUrl"), "openIdConnectUrl") ?? "")
        default:
            log.report(.unknownSecurityType(type, at: node))
            return nil
        }
    }

    private mutating func readAPIKey(_ fields: inout Fields) -> SecuritySchemeKind? {
        let place = fields.take("in")
        let name = text(fields.take("name"), "name") ?? ""
        guard let location = ParameterLocation(rawValue: text(place, "in") ?? ""),
            [.query, .header, .cookie].contains(location)
        else {
            log.report(.unknownKeyLocation(place, at: place ?? fields.node))
            return nil
        }
        return .apiKey(name: name, in: location)
    }

    private mutating func readFlow(_ entry: YAMLEntry) -> OAuthFlow {
        var fields = fields(of: entry.value, in: "the OAuth flow object")
        let flow = OAuthFlow(
            kind: entry.name, authorizationURL: text(fields.take("authorizationUrl"), "authorizationUrl"),
            tokenURL: text(fields.take("tokenUrl"), "tokenUrl"), refreshURL: text(fields.take("refreshUrl"), "refreshUrl"),
            scopes: entries(of: fields.take("scopes"), "scopes").map(\.name))
        _ = fields.take("deviceAuthorizationUrl")
        warn(about: fields)
        return flow
    }

    /// nil where the field is absent, which means something else than an empty list.
    mutating func readSecurity(_ node: YAMLNode?) -> [SecurityRequirement]? {
        guard let node, !node.isNull else { return nil }
        return elements(of: node, "security").compactMap { requirement in
            let entries = entries(of: requirement, "security requirement")
            let schemes = entries.compactMap { readRequiredScheme($0) }
            // Without one of its schemes a requirement would let in whom the author kept out.
            guard schemes.count == entries.count else { return nil }
            return SecurityRequirement(schemes: schemes, position: requirement.position)
        }
    }

    private mutating func readRequiredScheme(_ entry: YAMLEntry) -> RequiredScheme? {
        guard document.securitySchemes.contains(where: { $0.name == entry.name }) else {
            log.report(.unknownScheme(entry, among: document.securitySchemes.map(\.name)))
            return nil
        }
        return RequiredScheme(name: entry.name, scopes: texts(entry.value, "scopes"))
    }
}

extension Diagnostic {
    fileprivate static func unknownSecurityType(_ type: String, at node: YAMLNode) -> Diagnostic {
        Diagnostic(
            .error, "'type' must be apiKey, http, mutualTLS, oauth2 or openIdConnect, found '\(type)'", at: node.position)
    }

    fileprivate static func unknownKeyLocation(_ place: YAMLNode?, at node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'in' must be query, header or cookie, found '\(place?.text ?? "nothing")'", at: node.position)
    }

    fileprivate static func unknownScheme(_ entry: YAMLEntry, among names: [String]) -> Diagnostic {
        let guess = closestMatch(to: entry.name, in: names).map { ", did you mean '\($0)'" } ?? ""
        return Diagnostic(
            .warning, "no security scheme is called '\(entry.name)'\(guess); the requirement is left out",
            at: entry.key.position)
    }
}
