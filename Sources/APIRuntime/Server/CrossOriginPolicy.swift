import HTTPTypes

/// Which pages of other origins may call the API in a browser (CORS, Fetch Standard, section 3.2).
///
///     router.crossOrigin = CrossOriginPolicy(["https://app.example.com"])
///
/// Preflight requests are answered from the document: with the methods of the path, and the header fields of the operation. They reach
/// neither middlewares nor handlers.
public struct CrossOriginPolicy: Sendable {
    /// The origins whose pages may call the API, such as `https://app.example.com`; `nil` for all.
    public var origins: Set<String>?
    /// Whether pages may send cookies and read responses to requests with them. It has no effect if all origins are allowed.
    public var allowsCredentials: Bool
    /// Header fields that pages may send besides those in the document.
    public var requestHeaders: [String]
    /// The time for which browsers may keep the answer to a preflight request.
    public var maximumAge: Duration

    /// Creates a policy for pages of some origins.
    public init(
        _ origins: Set<String>?, allowsCredentials: Bool = false, requestHeaders: [String] = [],
        maximumAge: Duration = .seconds(600)
    ) {
        self.origins = origins
        self.allowsCredentials = allowsCredentials
        self.requestHeaders = requestHeaders
        self.maximumAge = maximumAge
    }

    /// A policy for the pages of all origins, without credentials.
    public static let anyOrigin = CrossOriginPolicy(nil)
}

extension CrossOriginPolicy {
    /// The method that a preflight request of an allowed origin asks for; `nil` for all other requests.
    func preflightMethod(_ head: HTTPRequest) -> String? {
        head.method == .options && allows(head) ? head.headerFields[.accessControlRequestMethod] : nil
    }

    private func allows(_ head: HTTPRequest) -> Bool {
        guard let origin = head.headerFields[.origin] else { return false }
        return origins?.contains(origin) ?? true
    }

    /// The response to a preflight request.
    ///
    /// - Parameters:
    ///   - methods: The methods of the path.
    ///   - headers: The header fields of the operation with the method that is asked for.
    func preflight(_ head: HTTPRequest, methods: String, headers: [String]) -> ResponseMessage {
        var response = HTTPResponse(status: .noContent)
        response.headerFields[.accessControlAllowMethods] = methods
        let names = headers + requestHeaders
        if !names.isEmpty { response.headerFields[.accessControlAllowHeaders] = names.joined(separator: ", ") }
        response.headerFields[.accessControlMaxAge] = String(max(0, maximumAge.components.seconds))
        var message = ResponseMessage(head: response)
        share(&message, with: head)
        message.head.headerFields[.vary] = "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"
        return message
    }

    /// Lets the page that sent a request read its response.
    func share(_ response: inout ResponseMessage, with head: HTTPRequest) {
        if origins != nil { response.head.headerFields.appendToVary("Origin") }
        guard allows(head), let origin = head.headerFields[.origin] else { return }
        response.head.headerFields[.accessControlAllowOrigin] = origins == nil ? "*" : origin
        if origins != nil, allowsCredentials { response.head.headerFields[.accessControlAllowCredentials] = "true" }
        let exposed = response.head.headerFields.map(\.name).filter { !Self.readable.contains($0) && !$0.isOfCrossOrigin }
        guard preflightMethod(head) == nil, !exposed.isEmpty else { return }
        var seen: Set<HTTPField.Name> = []
        response.head.headerFields[.accessControlExposeHeaders] =
            exposed.filter { seen.insert($0).inserted }.map(\.rawName).joined(separator: ", ")
    }

    /// What pages can read of every response, and what they never can.
    private static let readable: Set<HTTPField.Name> = [
        .cacheControl, .contentLanguage, .contentLength, .contentType, .expires, .lastModified, .setCookie, .vary,
    ]
}

extension APIOperation {
    /// The header fields that requests of the operation can have, as far as browsers ask whether they may send them.
    func requestHeaders(_ schemes: [SecurityScheme]) -> [String] {
        var names = parameters.filter { $0.location == .header }.map(\.name)
        if requestBody != nil { names.append("Content-Type") }
        let required = Set(security.joined().map(\.name))
        for scheme in schemes where required.contains(scheme.name) {
            switch scheme.kind {
            case .apiKey(.header, let name): names.append(name)
            case .http, .oauth2, .openIDConnect: names.append("Authorization")
            case .apiKey, .mutualTLS: break
            }
        }
        var seen: Set<String> = []
        return names.filter { HTTPField.Name($0) != nil && seen.insert($0.lowercased()).inserted }
    }
}

extension HTTPFields {
    /// Says that responses differ by a request's header field (RFC 9110, section 12.5.5).
    package mutating func appendToVary(_ name: String) {
        let names = self[.vary].map { $0.split(separator: ",").map { $0.filter { $0 != " " } } } ?? []
        guard !names.contains(where: { $0 == "*" || $0.lowercased() == name.lowercased() }) else { return }
        self[.vary] = (names + [name]).joined(separator: ", ")
    }
}

extension HTTPField.Name {
    fileprivate var isOfCrossOrigin: Bool { canonicalName.hasPrefix("access-control-") }
}
