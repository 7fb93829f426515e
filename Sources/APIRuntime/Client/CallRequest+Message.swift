import HTTPTypes

extension CallRequest {
    /// The message, complete except for what middlewares add.
    func message() throws(CallError) -> RequestMessage {
        if let failure { throw CallError(operation, failure) }
        let server = serverURL
        guard let url = ServerURL(server), let method = HTTPRequest.Method(operation.method) else {
            throw CallError(operation, .invalidServerURL(server))
        }
        let path = url.path + (try target(below: server))
        var head = HTTPRequest(
            method: method, scheme: url.scheme, authority: url.authority, path: path.hasPrefix("/") ? path : "/" + path)
        head.headerFields = headers
        if !cookieTexts.isEmpty { head.headerFields[.cookie] = cookieTexts.joined(separator: "; ") }
        let accepted = accept ?? head.headerFields[.accept] ?? documentedMediaTypes
        if !accepted.isEmpty { head.headerFields[.accept] = accepted }
        return RequestMessage(head: head, body: body, operation: operation)
    }

    /// The operation's own server where it has one; a relative one is resolved against the client's (RFC 3986, section 5.2).
    private var serverURL: String {
        if let target = configuration.targetURL { return target }
        guard let own = operation.serverURL, configuration.usesOperationServers else { return configuration.serverURL }
        guard let url = ServerURL(configuration.serverURL) else { return own }
        return URIReference(own).resolved(against: URIReference("\(url.scheme)://\(url.authority)\(url.path)/")).resource
    }

    /// The path with its parameters, and the query.
    private func target(below server: String) throws(CallError) -> String {
        if configuration.targetURL != nil {
            let queries =
                server.split(separator: "?", maxSplits: 1).dropFirst().map { String($0.prefix { $0 != "#" }) } + queryTexts
            return queries.isEmpty ? "" : "?" + queries.joined(separator: "&")
        }
        var path = ""
        var rest = Substring(operation.path)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            guard let text = pathTexts.first(where: { $0.name == name })?.text else {
                throw CallError(operation, .unencodable(part: "the path parameter '\(name)'", reason: "it has no value"))
            }
            // A segment of one or two dots would be taken out of the path (RFC 3986, section 5.2.4).
            guard !text.isEmpty, text != ".", text != ".." else {
                throw CallError(operation, .unencodable(part: "the path parameter '\(name)'", reason: "'\(text)' changes the path"))
            }
            path += rest[..<open] + text
            rest = rest[rest.index(after: close)...]
        }
        path += rest
        if queryTexts.isEmpty { return path }
        return path + (path.contains("?") ? "&" : "?") + queryTexts.joined(separator: "&")
    }

    private var documentedMediaTypes: String {
        var mediaTypes: [String] = []
        for mediaType in operation.responses.flatMap(\.content) where !mediaTypes.contains(mediaType) {
            mediaTypes.append(mediaType)
        }
        return mediaTypes.joined(separator: ", ")
    }
}

/// The parts of a base URL.
struct ServerURL: Equatable {
    let scheme: String
    let authority: String
    /// Without a slash at its end.
    let path: String

    init?(_ text: String) {
        guard let mark = text.firstRange(of: "://") else { return nil }
        scheme = text[..<mark.lowerBound].lowercased()
        let rest = text[mark.upperBound...].prefix { $0 != "?" && $0 != "#" }
        authority = String(rest.prefix { $0 != "/" })
        var path = rest.drop { $0 != "/" }
        while path.last == "/" { path.removeLast() }
        self.path = String(path)
        let isPlain = rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        guard !scheme.isEmpty, !authority.isEmpty, isPlain, !authority.contains("{"), !path.contains("{") else { return nil }
    }
}
