extension OperationCall {
    /// Sends the request and returns the value of a successful response.
    ///
    /// - Parameters:
    ///   - failure: Reads a response that the document does not describe as a success. An operation without documented failures
    ///     passes `CallError.init`.
    ///   - read: Reads a response that the document describes as a success.
    /// - Throws: The documented failure that the response is, or that the call failed.
    public func send<Value, Failure: OperationError>(
        or failure: (ClientResponse) throws(CallError) -> Failure, reading read: (ClientResponse) throws(CallError) -> Value
    ) async throws(Failure) -> Value {
        let documented: Failure
        do {
            let response = try await send()
            if response.isSuccess { return try read(response) }
            documented = try failure(response)
        } catch {
            throw .failed(error)
        }
        throw documented
    }

    /// Sends the request of an operation whose success has no value.
    public func send<Failure: OperationError>(or failure: (ClientResponse) throws(CallError) -> Failure) async throws(Failure) {
        try await send(or: failure, reading: ClientResponse.ignored)
    }

    /// Sends the request and returns the body of a successful response, which is JSON.
    public func json<Value: JSONCodable, Failure: OperationError>(
        or failure: (ClientResponse) throws(CallError) -> Failure
    ) async throws(Failure) -> Value {
        try await send(or: failure, reading: ClientResponse.decoded)
    }

    /// Sends the request and returns the value of a successful response whose body is still coming in.
    ///
    /// - Parameters:
    ///   - failure: Reads a response that the document does not describe as a success, with its whole body.
    ///   - read: Reads a response that the document describes as a success.
    /// - Throws: The documented failure that the response is, or that the call failed.
    public func stream<Value, Failure: OperationError>(
        or failure: (ClientResponse) throws(CallError) -> Failure,
        reading read: (StreamedClientResponse) async throws(CallError) -> Value
    ) async throws(Failure) -> Value {
        let documented: Failure
        do {
            let response = try await stream()
            if response.isSuccess { return try await read(response) }
            documented = try failure(try await response.collected())
        } catch {
            throw .failed(error)
        }
        throw documented
    }
}

extension ClientResponse {
    fileprivate static func ignored(_ response: ClientResponse) {}

    fileprivate static func decoded<Value: JSONCodable>(_ response: ClientResponse) throws(CallError) -> Value {
        try response.json(Value.self)
    }
}
