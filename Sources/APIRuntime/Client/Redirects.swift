import HTTPTypes

extension ClientTransport {
    /// Sends a request and follows the redirects that the operation does not document (RFC 9110, section 15.4).
    /// - Parameter limit: the greatest number of redirects; the next one is returned as it is.
    func send(_ message: RequestMessage, followingRedirects limit: Int) async throws -> ResponseMessage {
        var request = message
        var remaining = limit
        while true {
            let response = try await send(request)
            guard remaining > 0, let next = request.redirected(by: response.head) else { return response }
            await response.drain()
            request = next
            remaining -= 1
        }
    }
}

extension RequestMessage {
    /// The request that follows a redirect; `nil` where the response is for the caller:
    /// the operation documents the status, or the request cannot be repeated safely.
    func redirected(by response: HTTPResponse) -> RequestMessage? {
        let status = response.status.code
        guard operation?.documents(status) != true, let target = redirectTarget(response) else { return nil }
        var next = self
        switch (status, head.method) {
        case (303, .get), (303, .head), (307, _), (308, _): break
        // Clients have always changed POST to GET here, and RFC 9110, sections 15.4.2 and 15.4.3, allows it.
        case (303, _), (301, .post), (302, .post): next.becomeGet()
        case (301, _), (302, _): break
        default: return nil
        }
        guard next.body?.isReplayable ?? true else { return nil }
        next.head.scheme = target.scheme
        next.head.authority = target.authority
        next.head.path = (target.path.isEmpty ? "/" : target.path) + (target.query.map { "?" + $0 } ?? "")
        if origin(head.scheme, head.authority) != origin(target.scheme, target.authority) {
            next.head.headerFields = next.head.headerFields.withoutCredentials
        }
        return next
    }

    private mutating func becomeGet() {
        body = nil
        head.method = .get
        head.headerFields = HTTPFields(head.headerFields.filter { !$0.name.canonicalName.hasPrefix("content-") })
    }

    /// The URL in `Location`. Not one with user and password, and not one that leaves HTTPS.
    private func redirectTarget(_ response: HTTPResponse) -> URIReference? {
        guard let text = response.headerFields[.location], text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        let base = URIReference("\(head.scheme ?? "http")://\(head.authority ?? "")\(head.path ?? "/")")
        var target = URIReference(text).resolved(against: base)
        target.scheme = target.scheme?.lowercased()
        guard let authority = target.authority, !authority.isEmpty, !authority.contains("@"),
            target.scheme == "https" || (target.scheme == "http" && base.scheme == "http")
        else { return nil }
        return target
    }
}

/// Scheme, host and port of a URL (RFC 6454, section 4).
func origin(_ scheme: String?, _ authority: String?) -> String {
    let scheme = (scheme ?? "http").lowercased()
    let authority = (authority ?? "").lowercased()
    let defaultPort = scheme == "https" ? ":443" : ":80"
    return scheme + "://" + (authority.hasSuffix(defaultPort) ? String(authority.dropLast(defaultPort.count)) : authority)
}

extension APIOperation {
    /// Whether the document describes the status by its number or range; `default` means errors, not redirects.
    func documents(_ status: Int) -> Bool {
        responses.contains { response in
            switch response.covers(status) {
            case .exactly, .asRange: true
            case .asDefault, nil: false
            }
        }
    }
}

extension HTTPFields {
    /// The fields that another origin may see.
    ///
    /// Any field can hold a key, also one that a middleware sets. Hence the list is of those known to hold none.
    fileprivate var withoutCredentials: HTTPFields {
        HTTPFields(
            filter { field in
                let name = field.name.canonicalName
                return Self.harmless.contains(name) || name.hasPrefix("content-") || name.hasPrefix("if-")
            })
    }

    private static let harmless: Set<String> = [
        "accept", "accept-charset", "accept-encoding", "accept-language", "cache-control", "prefer", "range", "traceparent",
        "tracestate",
        "user-agent",
    ]
}
