import HTTPTypes

extension CallRequest {
    /// Sends the request and reads the whole response within the client's timeout.
    func send() async throws(CallError) -> (HTTPResponse, [UInt8]) {
        try await exchange { response in
            (response.head, try await response.body.collect(upTo: configuration.maximumResponseBytes))
        }
    }

    /// Sends the request; the timeout ends with the response's head.
    func stream() async throws(CallError) -> ResponseMessage {
        try await exchange { $0 }
    }

    private func exchange<Value: Sendable>(
        _ read: @escaping @Sendable (ResponseMessage) async throws -> Value
    ) async throws(CallError) -> Value {
        var copy = self
        let secrets: [String]
        do {
            secrets = try await copy.addCredentials()
        } catch {
            throw CallError(operation, Task.isCancelled ? .cancelled : .credential(error))
        }
        let message = try copy.message()
        do {
            let configuration = configuration
            return try await withTimeout(configuration.timeout) {
                let response = try await configuration.middlewares.run(message) { try await configuration.transport.send($0) }
                configuration.recorder?.record(response.head)
                return try await read(response)
            }
        } catch {
            throw CallError(operation, cause(of: error), secrets: secrets)
        }
    }

    private func cause(of error: any Error) -> CallError.Cause {
        switch error {
        case let timeout as TimeoutError: .timedOut(after: timeout.limit)
        case HTTPBodyError.tooLarge(let limit): .responseTooLarge(limit: limit)
        case is CancellationError: .cancelled
        case _ where Task.isCancelled: .cancelled
        default: .transport(error)
        }
    }
}
