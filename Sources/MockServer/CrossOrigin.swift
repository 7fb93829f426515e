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
    let fields = message.head.headerFields
    var response = ResponseMessage(head: HTTPResponse(status: .noContent))
    response.allow(fields[.origin] ?? "*")
    response.head.headerFields[.accessControlAllowMethods] = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, TRACE"
    response.head.headerFields[.accessControlAllowHeaders] = fields[.accessControlRequestHeaders] ?? "*"
    return response
}

extension ResponseMessage {
    /// Lets pages of an origin read the response, unless the document's example says otherwise.
    mutating func allow(_ origin: String) {
        guard head.headerFields[.accessControlAllowOrigin] == nil else { return }
        head.headerFields[.accessControlAllowOrigin] = origin
        head.headerFields[.accessControlAllowCredentials] = "true"
        head.headerFields[.accessControlExposeHeaders] = "*"
        head.headerFields[.vary] = "Origin"
    }
}
