import APIRuntime
import HTTPTypes

/// The request and the response that runtime expressions are about (OpenAPI 3.1.1, section 4.8.20.4).
struct ExpressionContext {
    let request: ServerRequest
    let requestBody: APIRuntime.JSONValue?
    let response: ServerResponse

    /// Returns a text with the values of the expressions in it, or `nil` if one of them has none.
    func text(of template: String) -> String? {
        // The whole may be one expression, without braces.
        if template.hasPrefix("$") { return value(of: template[...]) }
        var text = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            guard let value = value(of: rest[rest.index(after: open)..<close]) else { return nil }
            text += rest[..<open] + value
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    private func value(of expression: Substring) -> String? {
        switch expression {
        case "$url": return "http://\(request.message.head.authority ?? "localhost")\(request.message.head.path ?? "/")"
        case "$method": return request.message.head.method.rawValue
        case "$statusCode": return String(response.status)
        default: break
        }
        let parts = expression.split(separator: ".", maxSplits: 2).map(String.init)
        if parts.count == 2, let pointer = parts[1].pointer {
            switch parts[0] {
            case "$request": return requestBody?[pointer: pointer]?.plainText
            case "$response": return responseBody?[pointer: pointer]?.plainText
            default: return nil
            }
        }
        guard parts.count == 3 else { return nil }
        switch (parts[0], parts[1]) {
        case ("$request", "path"): return try? request.path(parts[2], as: String.self)
        case ("$request", "query"): return (try? request.query(parts[2], ifPresent: String.self)) ?? nil
        case ("$request", "header"): return HTTPField.Name(parts[2]).flatMap { request.message.head.headerFields[$0] }
        case ("$response", "header"): return HTTPField.Name(parts[2]).flatMap { response.headers[$0] }
        default: return nil
        }
    }

    private var responseBody: APIRuntime.JSONValue? {
        response.body.bytes.flatMap { try? APIRuntime.JSONValue(json: $0) }
    }
}

extension String {
    /// The tokens of the JSON Pointer behind `body`; `nil` for other texts.
    fileprivate var pointer: [String]? {
        guard hasPrefix("body") else { return nil }
        return pointerTokens(String(dropFirst(4).drop { $0 == "#" }))
    }
}

extension APIRuntime.JSONValue {
    fileprivate subscript(pointer tokens: [String]) -> APIRuntime.JSONValue? {
        tokens.reduce(self) { value, token in
            switch value {
            case .object(let object)?: object[token]
            case .array(let elements)?: Int(token).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
            default: nil
            }
        }
    }

    /// The text of a scalar; `nil` for others.
    fileprivate var plainText: String? {
        switch self {
        case .string(let text): text
        case .number(let number): "\(number)"
        case .bool(let bool): "\(bool)"
        case .null, .array, .object: nil
        }
    }
}
