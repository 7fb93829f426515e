import HTTPTypes

/// The exchange of one call: a request that may be sent several times, and the response that counts.
///
/// Each attempt presents its credentials anew and goes through all middlewares, so that none carries a token that has ended.
struct Exchange: Sendable {
    /// Reads the response that counts.
    typealias Reading<Value> = @Sendable (ResponseMessage, TimeLimits.Progress, TimeLimits) async throws -> Value

    private let request: CallRequest
    private let configuration: ClientConfiguration
    private let policy: RetryPolicy
    private let limits: TimeLimits

    init(_ request: CallRequest) {
        configuration = request.configuration
        policy = configuration.retries == .standard ? request.operation.retries ?? .standard : configuration.retries
        limits = TimeLimits(total: configuration.timeout, idle: configuration.idleTimeout)
        var request = request
        request.addIdempotencyKey(by: policy)
        self.request = request
    }

    /// Sends the request until there is a response that counts, and reads it.
    func run<Value: Sendable>(_ read: @escaping Reading<Value>) async throws(CallError) -> Value {
        var attempt = Attempt(try await signed(hiding: []))
        while true {
            attempt.number += 1
            switch await outcome(of: attempt, read) {
            case .value(let value): return value
            case .renewed(let request):
                attempt.mayRenew = false
                attempt.number -= 1
                attempt.request = request
            case .again(let pause):
                do { try await configuration.sleep(pause) } catch { throw CallError(request.operation, .cancelled) }
                attempt.request = try await signed(hiding: attempt.secrets)
            case .failed(let cause, let response):
                throw CallError(request.operation, cause, response, secrets: attempt.secrets)
            }
        }
    }

    /// Asks for the credentials, and completes the message with them.
    /// - Parameter secrets: Those of earlier attempts, which must not show in an error.
    private func signed(hiding secrets: [String]) async throws(CallError) -> SignedRequest {
        var request = request
        let credentials: PresentedCredentials
        do {
            credentials = try await request.addCredentials()
        } catch {
            throw CallError(request.operation, Task.isCancelled ? .cancelled : .credential(error), secrets: secrets)
        }
        return SignedRequest(credentials: credentials, message: try request.message())
    }

    private func outcome<Value: Sendable>(of attempt: Attempt, _ read: @escaping Reading<Value>) async -> Outcome<Value> {
        let progress = TimeLimits.Progress()
        let trace = Trace()
        do {
            return try await limits.hold(progress) {
                var response = try await send(attempt.request.message, progress, trace)
                if let renewed: Outcome<Value> = try await renewal(of: attempt, &response) { return renewed }
                if let pause = pause(after: attempt, response) {
                    await response.drain()
                    return .again(after: pause)
                }
                do {
                    return .value(try await read(response, progress, limits))
                } catch {
                    trace.connectionFailed()
                    throw error
                }
            }
        } catch {
            let cause = cause(of: error)
            if case .transport = cause, trace.hasFailedConnection, policy.retriesConnectionFailures,
                let pause = pause(after: attempt, fields: nil)
            {
                return .again(after: pause)
            }
            return .failed(cause, trace.head.map { FailedResponse(request.operation, $0) })
        }
    }

    private func send(_ message: RequestMessage, _ progress: TimeLimits.Progress, _ trace: Trace) async throws -> ResponseMessage {
        let configuration = configuration
        let response = try await configuration.middlewares.run(message) { message in
            var message = message
            message.body = message.body?.sent(reportingTo: progress)
            do {
                return try await configuration.transport.send(message, followingRedirects: configuration.maximumRedirects)
            } catch {
                trace.connectionFailed()
                throw error
            }
        }
        progress.received()
        trace.received(response.head)
        configuration.recorder?.record(response.head)
        return response
    }

    /// Asks for other credentials where the service has refused those of the attempt; `nil` where there are none.
    /// - Parameter response: Its body is read as a whole, so that it can be returned nevertheless.
    private func renewal<Value>(of attempt: Attempt, _ response: inout ResponseMessage) async throws -> Outcome<Value>? {
        guard response.head.status.code == 401, attempt.mayRenew, !attempt.request.credentials.areFixed,
            attempt.request.message.body?.isReplayable ?? true
        else { return nil }
        response.body = HTTPBody(try await response.body.collect(upTo: configuration.maximumResponseBytes))
        var request = request
        do {
            let credentials = try await request.addCredentials(insteadOf: attempt.request.credentials)
            guard credentials.texts != attempt.request.credentials.texts else { return nil }
            return .renewed(SignedRequest(credentials: credentials, message: try request.message()))
        } catch {
            throw Task.isCancelled ? CancellationError() : RenewalError(reason: error)
        }
    }

    private func pause(after attempt: Attempt, _ response: ResponseMessage) -> Duration? {
        guard policy.includes(response.head.status.code, of: request.operation) else { return nil }
        return pause(after: attempt, fields: response.head.headerFields)
    }

    /// How long to wait before the request is sent again; `nil` where it is not.
    private func pause(after attempt: Attempt, fields: HTTPFields?) -> Duration? {
        guard attempt.number <= policy.retries, policy.allows(attempt.request.message),
            let pause = policy.pause(after: attempt.number, fields)
        else { return nil }
        let elapsed = ContinuousClock.now - limits.start
        let longest = [configuration.timeout, policy.longestTime].compactMap { $0 }.min()
        return longest.map { elapsed + pause < $0 } ?? true ? pause : nil
    }

    private func cause(of error: any Error) -> CallError.Cause {
        switch error {
        case let timeout as TimeoutError: .timedOut(after: timeout.limit)
        case HTTPBodyError.tooLarge(let limit): .responseTooLarge(limit: limit)
        case is CancellationError: .cancelled
        case _ where Task.isCancelled: .cancelled
        case let renewal as RenewalError: .credential(renewal.reason)
        default: .transport(error)
        }
    }
}

/// A complete request with the credentials in it.
private struct SignedRequest: Sendable {
    let credentials: PresentedCredentials
    let message: RequestMessage
}

/// One time that a request is sent.
private struct Attempt: Sendable {
    var number = 0
    /// Whether other credentials may be asked for if the service refuses these. That is done once for a call.
    var mayRenew = true
    var request: SignedRequest {
        didSet { secrets += request.credentials.secrets }
    }
    /// The secrets of this attempt and those before it.
    private(set) var secrets: [String]

    init(_ request: SignedRequest) {
        self.request = request
        secrets = request.credentials.secrets
    }
}

private enum Outcome<Value: Sendable>: Sendable {
    case value(Value)
    case renewed(SignedRequest)
    case again(after: Duration)
    case failed(CallError.Cause, FailedResponse?)
}

/// How far an attempt has come.
private final class Trace: Sendable {
    private let state = Locked((head: HTTPResponse?.none, hasFailedConnection: false))

    var head: HTTPResponse? { state.withLock { $0.head } }
    /// Whether the transport has failed, and not a middleware.
    var hasFailedConnection: Bool { state.withLock { $0.hasFailedConnection } }

    func received(_ head: HTTPResponse) {
        state.withLock { $0.head = head }
    }

    func connectionFailed() {
        state.withLock { $0.hasFailedConnection = true }
    }
}

/// The failure to get another credential in place of one that the service has refused.
private struct RenewalError: Error {
    let reason: any Error
}

extension CallRequest {
    /// Gives a request that is not idempotent a key, by which the service recognizes further attempts.
    fileprivate mutating func addIdempotencyKey(by policy: RetryPolicy) {
        guard policy.retries > 0, let name = policy.idempotencyKeyHeader, headers[name] == nil, body?.isReplayable ?? true,
            let method = HTTPRequest.Method(operation.method), !method.isIdempotent
        else { return }
        setHeader(name, UniqueID().description)
    }
}

extension ResponseMessage {
    /// Reads a short body to its end, which leaves the connection for the next request.
    func drain() async {
        guard let length = body.length, length <= 1 << 14 else { return }
        _ = try? await body.collect(upTo: 1 << 14)
    }
}
