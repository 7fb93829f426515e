import HTTPTypes

/// Gives each request an identifier, which the handler, later middlewares and the caller know it by.
///
///     router.middlewares = [RequestIDMiddleware()]
///
/// An identifier that the caller sends is kept, unless it is longer than 128 characters or has others than letters, digits and
/// `-._:+/=`. Requests without one get a random UUID. Every response has the identifier of its request.
public struct RequestIDMiddleware: Middleware {
    private let name: HTTPField.Name
    private let keepsCallers: Bool

    /// Creates a middleware.
    ///
    /// - Parameters:
    ///   - header: The name of the header field in requests and responses; `X-Request-Id` if the name is not valid.
    ///   - keepsCallers: Whether the identifiers of callers are kept.
    public init(header: String = "X-Request-Id", keepsCallers: Bool = true) {
        name = HTTPField.Name(header) ?? .requestID
        self.keepsCallers = keepsCallers
    }

    public func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        var request = request
        let given = request.head.headerFields[name]
        let identifier = given.flatMap { keepsCallers && Self.isPlain($0) ? $0 : nil } ?? UniqueID().description
        request.head.headerFields[name] = identifier
        var response = try await next(request)
        response.head.headerFields[name] = identifier
        return response
    }

    /// Whether a text can stand in logs and header fields as it is.
    private static func isPlain(_ text: String) -> Bool {
        (1...128).contains(text.utf8.count)
            && text.unicodeScalars.allSatisfy {
                $0.isASCII
                    && ($0.properties.isAlphabetic || $0.properties.numericType != nil || "-._:+/=".unicodeScalars.contains($0))
            }
    }
}

extension HTTPField.Name {
    fileprivate static let requestID = HTTPField.Name("X-Request-Id") ?? .via
}
