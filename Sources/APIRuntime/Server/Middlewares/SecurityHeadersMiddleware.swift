import HTTPTypes

/// Adds header fields that keep browsers from misusing responses.
///
///     router.middlewares = [SecurityHeadersMiddleware()]
///
/// They are `X-Content-Type-Options: nosniff`, `Cache-Control: no-store`, a `Content-Security-Policy` that allows nothing,
/// `X-Frame-Options: DENY` and `Referrer-Policy: no-referrer`. A field that the handler has set is kept.
public struct SecurityHeadersMiddleware: Middleware {
    private var fields: [HTTPField]

    /// Creates a middleware.
    ///
    /// - Parameters:
    ///   - transportSecurity: The time for which browsers use HTTPS only (`Strict-Transport-Security`); `nil` to leave that open.
    ///   - replacing: Other values for some fields, or further fields, by name; an empty value leaves a field out.
    public init(transportSecurity: Duration? = nil, replacing: [String: String] = [:]) {
        var values = Self.defaults
        if let transportSecurity {
            values.append(
                ("Strict-Transport-Security", "max-age=\(max(0, transportSecurity.components.seconds)); includeSubDomains"))
        }
        for (name, value) in replacing.sorted(by: { $0.key < $1.key }) {
            values.removeAll { $0.name.lowercased() == name.lowercased() }
            values.append((name, value))
        }
        fields = values.compactMap { name, value in
            HTTPField.Name(name).flatMap { value.isEmpty ? nil : HTTPField(name: $0, value: value) }
        }
    }

    public func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        var response = try await next(request)
        for field in fields where response.head.headerFields[field.name] == nil { response.head.headerFields.append(field) }
        return response
    }

    private static let defaults: [(name: String, value: String)] = [
        ("X-Content-Type-Options", "nosniff"), ("Cache-Control", "no-store"),
        ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"), ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
    ]
}
