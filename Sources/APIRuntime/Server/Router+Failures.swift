import HTTPTypes

extension Router {
    /// Returns the response to a request whose handling threw an error.
    func refuse(
        _ error: any Error, of message: RequestMessage, _ operation: APIOperation?,
        _ failureResponse: (RequestFailure) async -> ServerResponse
    ) async -> ServerResponse {
        switch error {
        case let failure as RequestFailure:
            return await respond(failure, failureResponse, of: operation)
        case let documented as any ErrorResponse:
            return await written(documented.serverResponse, for: message, operation, failureResponse)
        case HTTPBodyError.tooLarge(let limit):
            return await respond(.bodyTooLarge(limit: limit), failureResponse, of: operation)
        case is TimeoutError:
            return await respond(.tooSlow(), failureResponse, of: operation)
        default:
            return await fail(error, operation, failureResponse)
        }
    }

    /// Returns a response in the media type that the caller prefers, or a response with status 500 if its value cannot be encoded.
    func written(
        _ response: ServerResponse, for message: RequestMessage, _ operation: APIOperation?,
        _ failureResponse: (RequestFailure) async -> ServerResponse
    ) async -> ServerResponse {
        let response = response.negotiated(for: message.head, of: operation)
        guard let failure = response.failure else { return response }
        return await fail(failure, operation, failureResponse)
    }

    /// Reports an error that callers must not see, and returns a response with status 500.
    private func fail(
        _ error: any Error, _ operation: APIOperation?, _ failureResponse: (RequestFailure) async -> ServerResponse
    ) async -> ServerResponse {
        if let operation { unexpectedError(error, operation) }
        return await respond(.internalError(), failureResponse, of: operation)
    }

    /// Returns the error response for a rejected request, with the status, media type and header fields that callers expect.
    func respond(
        _ failure: RequestFailure, _ failureResponse: (RequestFailure) async -> ServerResponse, of operation: APIOperation? = nil
    ) async -> ServerResponse {
        let failure = operation.map(failure.documented) ?? failure
        var response = await failureResponse(failure)
        if response.failure != nil { response = failure.response }
        if let documented = operation?.response(for: failure.status) { response = response.labeled(as: documented.content) }
        for field in failure.headers { response.headers.append(field) }
        return response
    }
}

extension ServerResponse {
    /// Returns the response with the documented media type of its JSON, such as `application/problem+json`.
    fileprivate func labeled(as documented: [String]) -> ServerResponse {
        guard let sent = headers[.contentType].flatMap(MediaType.init), sent.isJSON,
            !documented.contains(where: { MediaType($0)?.covers(sent) == true }),
            let own = documented.first(where: { MediaType($0)?.isJSON == true })
        else { return self }
        var response = self
        response.headers[.contentType] = MediaType.label(for: own)
        return response
    }
}

extension RequestFailure {
    static func nothingHere() -> RequestFailure {
        RequestFailure(.notFound, "nothing has this path")
    }

    static func methodNotAllowed(_ method: HTTPRequest.Method, allow: String) -> RequestFailure {
        RequestFailure(.methodNotAllowed, "this path does not have the method \(method.rawValue)", headers: [.allow: allow])
    }

    static func internalError() -> RequestFailure {
        RequestFailure(.internalError, "the service failed")
    }

    static func tooSlow() -> RequestFailure {
        RequestFailure(.unavailable, "the response took too long")
    }

    static func bodyTooLarge(limit: Int) -> RequestFailure {
        RequestFailure(.bodyTooLarge, "the body has more than \(limit) bytes")
    }
}
