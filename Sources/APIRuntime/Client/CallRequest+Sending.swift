import HTTPTypes

extension CallRequest {
    /// Sends the request and reads the whole response within the client's time limits.
    func send() async throws(CallError) -> (HTTPResponse, [UInt8]) {
        let limit = configuration.maximumResponseBytes
        return try await Exchange(self).run { response, progress, _ in
            if response.hasNoContent(for: operation) {
                for try await _ in response.body { progress.received() }
                return (response.head, [])
            }
            return (response.head, try await response.body.received(reportingTo: progress).collect(upTo: limit))
        }
    }

    /// Sends the request and returns with the response's head; the time limits hold for the body too.
    func stream() async throws(CallError) -> ResponseMessage {
        try await Exchange(self).run { response, _, limits in
            var response = response
            response.body = response.hasNoContent(for: operation) ? HTTPBody() : response.body.limited(by: limits, of: operation)
            return response
        }
    }
}

extension ResponseMessage {
    /// Whether the response has no content by HTTP (RFC 9110, section 6.4.1), even if the document describes some.
    fileprivate func hasNoContent(for operation: APIOperation) -> Bool {
        operation.method == "HEAD" || head.status.hasNoContent
    }
}
