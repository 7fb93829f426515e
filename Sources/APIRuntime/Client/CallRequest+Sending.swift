import HTTPTypes

extension CallRequest {
    /// Sends the request and reads the whole response within the client's time limits.
    func send() async throws(CallError) -> (HTTPResponse, [UInt8]) {
        let limit = configuration.maximumResponseBytes
        return try await exchange { response, progress, _ in
            if response.hasNoContent(for: operation) {
                for try await _ in response.body { progress.received() }
                return (response.head, [])
            }
            return (response.head, try await response.body.received(reportingTo: progress).collect(upTo: limit))
        }
    }

    /// Sends the request and returns with the response's head; the time limits hold for the body too.
    func stream() async throws(CallError) -> ResponseMessage {
        try await exchange { response, _, limits in
            var response = response
            response.body = response.hasNoContent(for: operation) ? HTTPBody() : response.body.limited(by: limits, of: operation)
            return response
        }
    }

    private func exchange<Value: Sendable>(
        _ read: @escaping @Sendable (ResponseMessage, TimeLimits.Progress, TimeLimits) async throws -> Value
    ) async throws(CallError) -> Value {
        var copy = self
        let secrets: [String]
        do {
            secrets = try await copy.addCredentials()
        } catch {
            throw CallError(operation, Task.isCancelled ? .cancelled : .credential(error))
        }
        let message = try copy.message()
        let configuration = configuration
        let limits = TimeLimits(total: configuration.timeout, idle: configuration.idleTimeout)
        let progress = TimeLimits.Progress()
        do {
            return try await limits.hold(progress) {
                let response = try await configuration.middlewares.run(message) { message in
                    var message = message
                    message.body = message.body?.sent(reportingTo: progress)
                    return try await configuration.transport.send(message, followingRedirects: configuration.maximumRedirects)
                }
                progress.received()
                configuration.recorder?.record(response.head)
                return try await read(response, progress, limits)
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

extension ResponseMessage {
    /// Whether the response has no content by HTTP (RFC 9110, section 6.4.1), even if the document describes some.
    fileprivate func hasNoContent(for operation: APIOperation) -> Bool {
        operation.method == "HEAD" || head.status.hasNoContent
    }
}
