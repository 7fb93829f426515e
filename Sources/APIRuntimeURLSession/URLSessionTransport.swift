public import APIRuntime
import HTTPTypes

#if canImport(FoundationNetworking)
import Foundation
public import FoundationNetworking
#else
public import Foundation
#endif

/// Sends a client's requests through Foundation's `URLSession`.
///
/// Responses are streamed. A slow reader holds the sender back on Apple's systems; on Linux, what it has not read yet goes to a
/// temporary file of up to 4 GiB. A request body that is a stream is first written to a temporary file, since `URLSession` cannot
/// ask for it piece by piece on every platform; a file is sent as it is.
///
/// On Linux, Foundation traps when a server ends the connection within the head of its response. Where servers are not trusted,
/// use another transport there.
public final class URLSessionTransport: ClientTransport {
    private let session: URLSession
    private let delegate: TransferDelegate
    /// Whether the session is the app's, which invalidates it.
    private let isShared: Bool
    private let isInBackground: Bool

    /// - Parameters:
    ///   - configuration: the session's, of which the cookies are not used: requests have the cookies that the client sets.
    ///   - delegate: the app's own delegate, which is kept. On Apple's systems it receives all events but redirects and
    ///     those of bodies and heads, for example challenges, for certificate pinning, and metrics. On Linux it receives the end of
    ///     each task.
    public init(
        configuration: URLSessionConfiguration = URLSessionTransport.defaultConfiguration, delegate: (any URLSessionDelegate)? = nil
    ) {
        let configuration = configuration.copy() as? URLSessionConfiguration ?? configuration
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        // Credentials come from the client, and none of them is kept for other requests.
        configuration.urlCredentialStorage = nil
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = 1
        isShared = false
        #if canImport(Darwin)
        isInBackground = configuration.identifier != nil
        #else
        isInBackground = false
        #endif
        let delegate = TransferDelegate(forwardingTo: delegate)
        self.delegate = delegate
        session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: queue)
    }

    #if canImport(Darwin)
    /// Creates a transport that uses a session of the app with its configuration and delegate.
    ///
    /// - Parameter session: A session that is not in the background. It has to outlive the transport. Its cookies and
    ///   credentials are used besides those of the client.
    public init(session: URLSession) {
        self.session = session
        delegate = TransferDelegate()
        isShared = true
        isInBackground = false
    }
    #endif

    /// A configuration that keeps nothing on disk and leaves time limits to the client.
    public static var defaultConfiguration: URLSessionConfiguration {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = 24 * 60 * 60
        return configuration
    }

    deinit {
        if !isShared { session.finishTasksAndInvalidate() }
    }

    /// - Throws: what `URLSession` throws, `CancellationError` when the task is cancelled, ``URLSessionTransportError`` where a message cannot be expressed.
    public func send(_ request: RequestMessage) async throws -> ResponseMessage {
        let spool = try await Spool(request.body, isInBackground: isInBackground)
        let task = try task(for: request, spool)
        let transfer = Transfer(task: task, spool: spool)
        delegate.add(transfer, for: task)
        #if canImport(Darwin)
        // The delegate of a task receives its events before that of the session.
        if isShared { task.delegate = delegate }
        #endif
        let response = try await withTaskCancellationHandler {
            try await transfer.start()
        } onCancel: {
            transfer.cancel()
        }
        let head = try Self.head(response)
        #if canImport(Darwin)
        if let download = transfer.downloaded { return ResponseMessage(head: head, body: try download.body) }
        #endif
        return ResponseMessage(head: head, body: HTTPBody(transfer.chunks))
    }

    private func task(for message: RequestMessage, _ spool: Spool) throws -> URLSessionTask {
        let head = message.head
        guard let url = URL(string: "\(head.scheme ?? "http")://\(head.authority ?? "")\(head.path ?? "/")") else {
            throw URLSessionTransportError.invalidURL
        }
        var request = URLRequest(url: url)
        request.httpMethod = head.method.rawValue
        for line in message.fieldLines { request.addValue(line.value, forHTTPHeaderField: line.name) }
        switch spool {
        case .none where isInBackground: return session.downloadTask(with: request)
        case .none: return session.dataTask(with: request)
        case .bytes(let data): return session.uploadTask(with: request, from: data)
        case .file(let file), .ownFile(let file, _): return session.uploadTask(with: request, fromFile: file)
        }
    }

    private static func head(_ response: URLResponse) throws -> HTTPResponse {
        guard let response = response as? HTTPURLResponse else { throw URLSessionTransportError.noHTTPResponse }
        var head = HTTPResponse(status: HTTPResponse.Status(code: response.statusCode))
        for (name, value) in response.allHeaderFields {
            guard let name = name as? String, let name = HTTPField.Name(name), let value = value as? String else { continue }
            // Foundation joins the lines of a field; cookies are the field that cannot be joined (RFC 9110, section 5.3).
            for line in name == .setCookie ? SetCookieLines.split(value) : [value] {
                head.headerFields.append(HTTPField(name: name, value: line))
            }
        }
        return head
    }
}

/// The messages that `URLSession` cannot send or receive.
public enum URLSessionTransportError: Error, Hashable, Sendable {
    /// Foundation doesn't accept the request's URL.
    case invalidURL
    /// The response is not an HTTP response.
    case noHTTPResponse
    /// On Linux, 4 GiB of a response were received and not read.
    case readTooSlowly
}
