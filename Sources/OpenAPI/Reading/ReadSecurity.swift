import Diagnostics
import YAMLTree

extension DocumentReader {
    mutating func readSecuritySchemes(_ node: YAMLNode?) -> [SecurityScheme] {
        entries(of: node, "securitySchemes").compactMap { entry in
            guard !entry.name.hasPrefix("x-") else { return nil }
            diagnostics.isUnused = hasOperations && !isRequired(entry.name)
            defer { diagnostics.isUnused = false }
            guard let node = references.resolved(entry.value, as: .securityScheme) else { return nil }
            if references.files.number(of: node) > 0, !isRequired(entry.name) { diagnostics.isUnused = true }
            return readSecurityScheme(node, named: entry)
        }
    }

    private var hasOperations: Bool { root["paths"].map { $0.count > 0 } ?? false }

    /// Returns whether the document or one of its operations requires a scheme.
    private func isRequired(_ name: String) -> Bool {
        func names(_ node: YAMLNode?) -> Bool { node?.elements.contains { $0[name] != nil } ?? false }
        if names(root["security"]) { return true }
        guard let paths = root["paths"] else { return false }
        return paths.entries.contains { $0.value.entries.contains { names($0.value["security"]) } }
    }

    private mutating func readSecurityScheme(_ node: YAMLNode, named entry: YAMLEntry) -> SecurityScheme? {
        var fields = fields(of: node, in: "the security scheme object")
        guard node.isMapping else { return nil }
        let type = fields.take("type")
        guard let kind = readKind(text(type, "type") ?? "", &fields, at: type ?? node) else { return nil }
        var scheme = SecurityScheme(name: entry.name, kind: kind, position: entry.key.position)
        scheme.description = prose(fields.take("description"), "description")
        scheme.displayName = fields.take("x-displayName")?.text
        scheme.example = fields.take("x-example")?.text
        scheme.isInternal = fields.take("x-internal")?.bool ?? false
        scheme.isDeprecated = bool(fields.take("deprecated"), "deprecated") ?? false
        // Fields of other types of schemes are common and harmless.
        for other in ["bearerFormat", "name", "in", "scheme", "flows", "openIdConnectUrl", "flow", "scopes"] {
            _ = fields.take(other)
        }
        warn(about: fields)
        return scheme
    }

    private mutating func readKind(_ type: String, _ fields: inout Fields, at node: YAMLNode) -> SecuritySchemeKind? {
        switch type {
        case "basic" where document.version == .v2_0: return .http(scheme: "basic", bearerFormat: nil)
        case "apiKey": return readAPIKey(&fields)
        case "http" where document.version > .v2_0: return readHTTPScheme(&fields)
        case "mutualTLS": return .mutualTLS
        case "oauth2" where document.version == .v2_0: return readSwaggerFlow(&fields)
        case "oauth2": return readFlows(&fields)
        case "openIdConnect":
            return .openIDConnect(url: text(fields.take("openIdConnectUrl"), "openIdConnectUrl") ?? "")
        default:
            report(.unknownSecurityType(type, at: node), choosing: "it is ignored")
            return nil
        }
    }

    private mutating func readAPIKey(_ fields: inout Fields) -> SecuritySchemeKind? {
        let place = fields.take("in")
        let nameNode = fields.take("name")
        guard let nameNode, let name = text(nameNode, "name") else {
            report(.incomplete("apiKey", lacks: "name", fields.node), choosing: "it is ignored")
            return nil
        }
        guard let location = ParameterLocation(rawValue: place?.text ?? ""),
            [.query, .header, .cookie].contains(location)
        else {
            report(.unknownKeyLocation(place, at: place ?? fields.node), choosing: "it is ignored")
            return nil
        }
        return isSendable(name, at: nameNode, location) ? .apiKey(name: name, in: location) : nil
    }

    private mutating func readHTTPScheme(_ fields: inout Fields) -> SecuritySchemeKind? {
        let schemeNode = fields.take("scheme")
        guard let schemeNode, let scheme = text(schemeNode, "scheme") else {
            report(.incomplete("http", lacks: "scheme", fields.node), choosing: "it is ignored")
            return nil
        }
        if !registeredSchemes.contains(where: { $0.lowercased() == scheme.lowercased() }) {
            report(.unknownScheme(scheme, schemeNode))
        }
        return .http(scheme: scheme.lowercased(), bearerFormat: prose(fields.take("bearerFormat"), "bearerFormat"))
    }

    private mutating func readFlows(_ fields: inout Fields) -> SecuritySchemeKind? {
        _ = fields.take("oauth2MetadataUrl")
        let flows = fields.take("flows")
        if flows == nil { report(.incomplete("oauth2", lacks: "flows", fields.node), choosing: "read as empty") }
        return .oauth2(
            entries(of: flows, "flows").compactMap { $0.name.hasPrefix("x-") ? nil : readFlow($0.value, kind: $0.name) })
    }

    private mutating func readSwaggerFlow(_ fields: inout Fields) -> SecuritySchemeKind? {
        let kinds = ["accessCode": "authorizationCode", "application": "clientCredentials"]
        let name = text(fields.take("flow"), "flow") ?? "implicit"
        return .oauth2([readFlow(fields.node, kind: kinds[name] ?? name, &fields)])
    }

    private mutating func readFlow(_ node: YAMLNode, kind: String) -> OAuthFlow {
        var fields = fields(of: node, in: "the OAuth flow object")
        let flow = readFlow(node, kind: kind, &fields)
        warn(about: fields)
        return flow
    }

    private mutating func readFlow(_ node: YAMLNode, kind: String, _ fields: inout Fields) -> OAuthFlow {
        _ = fields.take("deviceAuthorizationUrl")
        return OAuthFlow(
            kind: kind, authorizationURL: prose(fields.take("authorizationUrl"), "authorizationUrl"),
            tokenURL: prose(fields.take("tokenUrl"), "tokenUrl"), refreshURL: prose(fields.take("refreshUrl"), "refreshUrl"),
            scopes: entries(of: fields.take("scopes"), "scopes").map { OAuthScope(name: $0.name, description: $0.value.string) })
    }
}

/// The IANA registry of HTTP authentication schemes; RFC 9110, section 16.4.1.
private let registeredSchemes = [
    "Basic", "Bearer", "Concealed", "Digest", "DPoP", "GNAP", "HOBA", "Mutual", "Negotiate", "OAuth", "PrivateToken", "SCRAM-SHA-1",
    "SCRAM-SHA-256", "vapid",
]

extension Diagnostic {
    fileprivate static func unknownScheme(_ name: String, _ node: YAMLNode) -> Diagnostic {
        let guess = suggestion(for: name, among: registeredSchemes.map { $0.lowercased() })
        return Diagnostic(.warning, "'\(name)' is not a registered HTTP authentication scheme\(guess)", at: node.position)
    }

    fileprivate static func unknownSecurityType(_ type: String, at node: YAMLNode) -> Diagnostic {
        Diagnostic(
            .error, "'type' must be apiKey, http, mutualTLS, oauth2 or openIdConnect, found '\(type)'", at: node.position)
    }

    fileprivate static func incomplete(_ type: String, lacks field: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "a security scheme of type \(type) needs '\(field)'", at: node.position)
    }

    fileprivate static func unknownKeyLocation(_ place: YAMLNode?, at node: YAMLNode) -> Diagnostic {
        Diagnostic(
            .error, "'in' must be query, header or cookie, found \(place?.text.map { "'\($0)'" } ?? "nothing")", at: node.position)
    }
}
