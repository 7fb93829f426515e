/// A request that an operation accepts, from the document's examples and, where it has none, from its schemas.
///
/// All samples are made from it. Its texts are those that the generated client writes.
package struct RequestExample {
    package let method: String
    package let url: String
    package let headers: [(name: String, value: String)]
    package let body: BodyExample?

    /// - Parameters:
    ///   - server: The URL of the server without a slash at its end.
    ///   - hasCredentials: Whether placeholders for the credentials are a part of it.
    package init(_ endpoint: Endpoint, in api: API, server: String, hasCredentials: Bool = true) {
        let operation = endpoint.operation
        let texts = operation.parameters.filter { $0.isSent && $0.isShown }.map {
            ParameterText(parameter: $0, value: exampleValue(of: $0, in: api))
        }
        let credentials: Endpoint.CredentialExamples =
            hasCredentials ? endpoint.credentialExamples(in: api.about) : ([], [], [])
        var path = operation.path
        for text in texts where text.parameter.location == .path {
            path = path.replacing("{\(text.parameter.name)}", with: text.segment)
        }
        let query = texts.filter { [.query, .querystring].contains($0.parameter.location) }.compactMap(\.query) + credentials.query
        let cookies = credentials.cookies + texts.filter { $0.parameter.location == .cookie }.compactMap(\.cookie)
        var headers = credentials.headers
        headers += texts.filter { $0.parameter.location == .header }.map { ($0.parameter.name, oneLine($0.header)) }
        if !cookies.isEmpty { headers.append(("Cookie", cookies.joined(separator: "; "))) }
        let content = endpoint.body?.content.first
        let body = content.flatMap { content in BodyExample.sample(content, in: api)?.encoded(as: content) }
        if let content, let body, !body.namesItsMediaType { headers.append(("Content-Type", content.representation.name)) }
        method = operation.method
        url = oneLine(server + path) + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
        self.headers = headers
        self.body = body
    }
}

extension ResolvedParameter {
    /// Whether a sample sends it: what must be sent, and what the document shows a value for.
    package var isShown: Bool {
        isRequired || !examples.isEmpty
    }
}

/// Returns a value for a parameter: the document's, else a valid one, else its name in angle brackets.
package func exampleValue(of parameter: ResolvedParameter, in api: API) -> JSONValue {
    knownValue(of: parameter, in: api) ?? .string(parameter.placeholder)
}

/// Returns a value for a parameter: the document's, else a valid one, else `nil`.
package func knownValue(of parameter: ResolvedParameter, in api: API) -> JSONValue? {
    if let value = parameter.examples.first?.value { return value.value }
    return parameter.schema.flatMap { ExampleSynthesis.value(for: $0, in: api) }
}

extension Endpoint {
    /// The security schemes that an operation accepts and that are not internal, in the order of the document.
    package func publicSchemes(in about: About) -> [SecurityScheme] {
        let names = operation.security.flatMap { $0.schemes.map(\.name) }
        return about.securitySchemes.filter { names.contains($0.name) && !$0.isInternal }
    }

    fileprivate typealias CredentialExamples = (headers: [(name: String, value: String)], query: [String], cookies: [String])

    /// The credentials of the first alternative with a public scheme, all of which a request must have.
    fileprivate func credentialExamples(in about: About) -> CredentialExamples {
        let schemes = publicSchemes(in: about)
        let alternatives = operation.security.map { alternative in
            alternative.schemes.compactMap { required in schemes.first { $0.name == required.name } }
        }
        var examples: CredentialExamples = ([], [], [])
        for scheme in alternatives.first(where: { !$0.isEmpty }) ?? [] { add(scheme, to: &examples) }
        return examples
    }

    private func add(_ scheme: SecurityScheme, to examples: inout CredentialExamples) {
        let placeholder = "<\(scheme.name)>"
        let value = oneLine(scheme.example ?? placeholder)
        let escaped = value == placeholder ? value : RequestText.escape(value)
        switch scheme.kind {
        case .apiKey(let name, .query): examples.query.append("\(RequestText.escape(name))=\(escaped)")
        case .apiKey(let name, .cookie): examples.cookies.append("\(name)=\(value)")
        case .apiKey(let name, _): examples.headers.append((name, value))
        case .http where scheme.kind.credential == .basic:
            examples.headers.append(("Authorization", value.hasPrefix("Basic ") ? value : "Basic " + value))
        case .http, .oauth2, .openIDConnect:
            examples.headers.append(("Authorization", value.hasPrefix("Bearer ") ? value : "Bearer " + value))
        case .mutualTLS: break
        }
    }
}

extension BodyExample {
    /// The body with the properties of a form in the styles that the document gives them (OpenAPI 3.1.1, section 4.8.15.1.2).
    package func encoded(as content: Content) -> BodyExample {
        switch self {
        case .form(let value):
            return content.hasDelimiters(in: value) ? .text(content.formText(of: value)) : .form(content.flattened(value))
        case .multipart(let value): return .multipart(content.flattened(value))
        case .json, .xml, .text: return self
        }
    }
}

extension Content {
    fileprivate var styles: [String: SerializationStyle] {
        var styles: [String: SerializationStyle] = [:]
        for encoding in representation.encodings {
            if case .style(let style)? = encoding.serialization { styles[encoding.property] = style }
        }
        return styles
    }

    /// Whether a style puts characters between the parts of a property that must not be escaped.
    fileprivate func hasDelimiters(in value: JSONValue) -> Bool {
        styles.contains { property, style in
            guard !style.explode, style.style != .deepObject else { return false }
            return switch value[property] {
            case .array(let elements)?: elements.count > 1
            case .object(let members)?: !members.isEmpty
            default: false
            }
        }
    }

    /// A form with delimiters between the parts of its properties.
    fileprivate func formText(of value: JSONValue) -> String {
        guard case .object(let members) = value else { return "" }
        let styles = styles
        return members.flatMap { member -> [String] in
            guard let style = styles[member.name] else {
                let values = if case .array(let elements) = member.value { elements } else { [member.value] }
                let texts = values.map { $0.isScalar ? $0.plainText : $0.compactText }
                return texts.map { "\(RequestText.escape(member.name))=\(RequestText.escape($0))" }
            }
            let text = StyledText(name: member.name, style: style, escape: { RequestText.escape($0) })
            return text.text(of: member.value).map { [$0] } ?? []
        }.joined(separator: "&")
    }

    /// The value with a member for each of the pairs or parts that a style makes of a property.
    fileprivate func flattened(_ value: JSONValue) -> JSONValue {
        let styles = styles
        guard !styles.isEmpty, case .object(let members) = value else { return value }
        return .object(
            members.flatMap { member in
                guard let style = styles[member.name] else { return [member] }
                let parts = StyledText(name: member.name, style: style, escape: { $0 }).parts(of: member.value)
                return parts.map { JSONMember($0.name, .string($0.text)) }
            })
    }
}

private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
}
