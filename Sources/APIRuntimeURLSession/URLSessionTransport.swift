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
/// Responses are streamed, and a slow reader holds the sender back. A request body that is a stream is first written
/// to a temporary file, since `URLSession` cannot ask for it piece by piece on every platform.
public final class URLSessionTransport: ClientTransport {
    private let session: URLSession
    private let delegate = TransferDelegate()

    /// - Parameter configuration: the session's; cookies and caches are as it says.
    public init(configuration: URLSessionConfiguration = .ephemeral) {
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = 1
        session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: queue)
    }

    deinit {
        session.finishTasksAndInvalidate()
    }

    /// - Throws: what `URLSession` throws, ``URLSessionTransportError`` where a message cannot be expressed.
    public func send(_ request: RequestMessage) async throws -> ResponseMessage {
        let spool = try await Spool(request.body)
        let task = try task(for: request, spool)
        let transfer = Transfer(task: task, spool: spool)
        delegate.add(transfer, for: task)
        let response = try await withTaskCancellationHandler {
            try await transfer.start()
        } onCancel: {
            transfer.cancel()
        }
        return ResponseMessage(head: try Self.head(response), body: HTTPBody(transfer.chunks))
    }

    private func task(for message: RequestMessage, _ spool: Spool) throws -> URLSessionTask {
        let head = message.head
        guard let url = URL(string: "\(head.scheme ?? "http")://\(head.authority ?? "")\(head.path ?? "/")") else {
            throw URLSessionTransportError.invalidURL
        }
        var request = URLRequest(url: url)
        request.httpMethod = head.method.rawValue
        for field in head.headerFields { request.addValue(field.value, forHTTPHeaderField: field.name.rawName) }
        switch spool {
        case .none: return session.dataTask(with: request)
        case .bytes(let data): return session.uploadTask(with: request, from: data)
        case .file(let file): return session.uploadTask(with: request, fromFile: file)
        }
    }

    private static func head(_ response: URLResponse) throws -> HTTPResponse {
        guard let response = response as? HTTPURLResponse else { throw URLSessionTransportError.noHTTPResponse }
        var head = HTTPResponse(status: HTTPResponse.Status(code: response.statusCode))
        for (name, value) in response.allHeaderFields {
            guard let name = name as? String, let name = HTTPField.Name(name), let value = value as? String else { continue }
            head.headerFields.append(HTTPField(name: name, value: value))
        }
        return head
    }
}

/// What `URLSession` cannot do.
public enum URLSessionTransportError: Error, Hashable, Sendable {
    /// Foundation doesn't accept the request's URL.
    case invalidURL
    /// The answer is not one of HTTP.
    case noHTTPResponse
}
