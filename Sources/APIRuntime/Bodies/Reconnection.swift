import HTTPTypes

/// Opens a stream of a response again.
struct StreamSource: Sendable {
    /// Whether a stream without ids can be requested again, because its method is safe (RFC 9110, section 9.2.1).
    let isSafe: Bool
    /// Requests the events after the one with an id.
    ///
    /// - Returns: The body of the response, or `nil` if the server has no more events.
    let open: @Sendable (_ lastEventID: String?) async throws -> HTTPBody?
}

/// A stream that is opened again when it ends or breaks off (HTML, section 9.2.3).
struct Reconnection: Sendable {
    private let source: StreamSource
    private let limit: Int
    /// The time to wait before each attempt, until the server sends another one.
    private var pause: Duration
    /// How many attempts there were since the last event.
    private var attempts = 0
    private(set) var lastEventID: String?
    /// The id that the events of the open stream follow.
    private var resumedAfter: String?

    init(_ source: StreamSource, limit: Int, pause: Duration) {
        self.source = source
        self.limit = limit
        self.pause = min(max(pause, .zero), .seconds(1 << 20))
    }

    /// Keeps the id and the time of an event, of which the data may be empty.
    mutating func ended(_ event: ServerSentEvent) {
        if let id = event.id { lastEventID = id.isEmpty ? nil : id }
        if let retry = event.retry { pause = .milliseconds(min(max(retry, 0), 600_000)) }
    }

    /// Whether an event is new. Some servers repeat the one that a stream is to follow.
    mutating func isNew(_ event: ServerSentEvent) -> Bool {
        defer { resumedAfter = nil }
        guard resumedAfter == nil || event.id != resumedAfter else { return false }
        attempts = 0
        return true
    }

    /// Opens the stream again.
    ///
    /// - Parameter failure: Why it ended; `nil` if the server ended it.
    /// - Returns: The body of the new stream, or `nil` if there are no more events.
    /// - Throws: The failure if the stream cannot go on.
    mutating func reopen(after failure: (any Error)?) async throws -> HTTPBody? {
        var failure = failure
        // A stream without ids that the server ends is complete, because the next one would begin from the start.
        let isResumable = lastEventID.map { $0.utf8.count <= longestEventID } ?? (source.isSafe && failure != nil)
        while isResumable, failure.map(mayPass) ?? true, attempts < limit {
            attempts += 1
            try await Task.sleep(for: delay)
            do {
                resumedAfter = lastEventID
                return try await source.open(lastEventID)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return nil
    }

    /// The pause, doubled for each attempt after the first one up to half a minute.
    private var delay: Duration {
        max(pause, min(.seconds(30), pause * (1 << min(attempts - 1, 10))))
    }
}

/// The greatest number of bytes of an id that is sent in a header field.
private let longestEventID = 4096

/// Whether the reason why a stream broke off may pass.
func mayPass(_ error: any Error) -> Bool {
    if Task.isCancelled { return false }
    switch error {
    case is CancellationError, is HTTPBodyError, is JSONError: return false
    case let error as CallError:
        switch error.cause {
        case .transport, .timedOut: return true
        case .undocumented: return error.status.map(RetryPolicy.standard.statuses.contains) ?? false
        default: return false
        }
    default: return true
    }
}

extension CallRequest {
    /// How the stream of the response is opened again; `nil` if the body of the request cannot be sent twice.
    var streamSource: StreamSource? {
        guard body?.isReplayable ?? true else { return nil }
        return StreamSource(isSafe: operation.method == "GET" || operation.method == "QUERY") { lastEventID in
            var request = self
            // Attempts to open the stream are counted by whoever reads it.
            request.configuration.retries = .off
            if let lastEventID, let name = HTTPField.Name("Last-Event-ID") { request.setHeader(name, lastEventID) }
            let message = try await request.stream()
            let response = StreamedClientResponse(request, message)
            guard response.status != 204 else { return nil }
            guard response.isSuccess else { throw try await response.collected().undocumented() }
            return response.body
        }
    }
}

extension EventStream {
    /// Returns a stream that is opened again when it breaks off or the server ends it, as browsers do.
    ///
    /// The request for it has the id of the last event in `Last-Event-ID`, so that the server goes on after it. The stream ends when
    /// the server responds with status 204, and when it ends a stream whose events have no ids. Without an id, only a request with a
    /// safe method is repeated.
    ///
    ///     for try await event in try await client.events().reconnecting(max: 10) { … }
    ///
    /// A silent connection counts as broken off after ``ClientConfiguration/idleTimeout``.
    ///
    /// - Parameters:
    ///   - limit: The greatest number of attempts in a row without an event.
    ///   - pause: The time to wait before an attempt, unless the server sends another one in `retry`. It doubles with each attempt
    ///     that fails.
    public func reconnecting(max limit: Int, pause: Duration = .seconds(1)) -> EventStream {
        var copy = self
        copy.reconnection = source.map { Reconnection($0, limit: limit, pause: pause) }
        return copy
    }
}

extension JSONEvents {
    /// Returns a stream that is opened again when it breaks off or the server ends it. The event `[DONE]` still ends it.
    ///
    /// See ``EventStream/reconnecting(max:pause:)``.
    public func reconnecting(max limit: Int, pause: Duration = .seconds(1)) -> JSONEvents {
        var copy = self
        copy.events = events.reconnecting(max: limit, pause: pause)
        return copy
    }
}

extension TypedEvents {
    /// Returns a stream that is opened again when it breaks off or the server ends it.
    ///
    /// See ``EventStream/reconnecting(max:pause:)``.
    public func reconnecting(max limit: Int, pause: Duration = .seconds(1)) -> TypedEvents {
        var copy = self
        copy.events = events.reconnecting(max: limit, pause: pause)
        return copy
    }
}
