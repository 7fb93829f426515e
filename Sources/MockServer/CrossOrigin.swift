import APIRuntime
import HTTPTypes

extension RequestMessage {
    /// Whether a browser asks if a page may send a request (Fetch Standard, section 3.2.2).
    var isPreflight: Bool {
        let fields = head.headerFields
        return head.method == .options && fields[.origin] != nil && fields[.accessControlRequestMethod] != nil
    }
}

/// Returns the response that allows any request of a page.
func preflightResponse(to message: RequestMessage) -> ResponseMessage {
    var response = ResponseMessage(head: HTTPResponse(status: .noContent))
    response.allowRequests(after: message)
    return response
}

extension ResponseMessage {
    /// Whether it only names the methods of a path, as the document has no operation for OPTIONS there.
    var onlyNamesMethods: Bool {
        head.status == .noContent && head.headerFields[.allow] != nil
    }

    /// Lets pages of an origin read the response, unless the document's example says otherwise.
    mutating func allow(_ origin: String) {
        guard head.headerFields[.accessControlAllowOrigin] == nil else { return }
        head.headerFields[.accessControlAllowOrigin] = origin
        head.headerFields[.accessControlAllowCredentials] = "true"
        head.headerFields[.accessControlExposeHeaders] = "*"
        head.headerFields[.vary] = "Origin"
    }

    /// Lets the page that sent a request with OPTIONS, or any page, send what it asks for.
    mutating func allowRequests(after message: RequestMessage) {
        let fields = message.head.headerFields
        allow(fields[.origin] ?? "*")
        var methods = ["GET", "HEAD", "PUT", "PATCH", "POST", "DELETE"]
        if let asked = fields[.accessControlRequestMethod], !methods.contains(asked) { methods.append(asked) }
        head.headerFields[.accessControlAllowMethods] = methods.joined(separator: ",")
        head.headerFields[.accessControlAllowHeaders] = fields[.accessControlRequestHeaders] ?? "*"
    }
}
