import APIModel
import APIRuntime
import Diagnostics
import HTTPTypes

/// Sends the requests of callbacks (OpenAPI 3.1.1, section 4.8.18) after the response of the operation that they belong to.
final class CallbackSender: Sendable {
    private let transport: any ClientTransport
    /// The requests that are being sent, by slot.
    private let tasks = Diagnostics.Locked<[Int: Task<Void, Never>]>([:])

    /// How many requests are sent at a time; callers that cause more of them have the rest left out.
    private static let slots = 0..<20

    init(transport: any ClientTransport) {
        self.transport = transport
    }

    /// Sends the example request of each callback to the URL that its expression gives.
    func send(
        _ endpoint: Endpoint, of model: MockModel, after request: ServerRequest, body: APIRuntime.JSONValue?,
        _ response: ServerResponse
    ) {
        let context = ExpressionContext(request: request, requestBody: body, response: response)
        for callback in endpoint.operation.callbacks {
            guard let url = context.text(of: callback.expression) else { continue }
            for operation in callback.operations {
                let sent = model.api.webhooks.first {
                    $0.operation.position == operation.position && $0.operation.method == operation.method
                }
                guard let sent, let message = message(of: sent, in: model.api, to: url) else { continue }
                start(message)
            }
        }
    }

    private func start(_ message: RequestMessage) {
        let transport = transport
        tasks.withLock { tasks in
            guard let slot = Self.slots.first(where: { tasks[$0] == nil }) else { return }
            tasks[slot] = Task { [self] in
                // Who receives a callback may fail; the caller has its response.
                _ = try? await transport.send(message)
                self.tasks.withLock { _ = $0.removeValue(forKey: slot) }
            }
        }
    }

    /// Waits until the requests that are being sent are sent.
    func finish() async {
        for task in tasks.withLock({ Array($0.values) }) { await task.value }
    }
}

/// Returns the example request of a callback; `nil` if the URL is not one of HTTP.
private func message(of endpoint: Endpoint, in api: API, to url: String) -> RequestMessage? {
    let example = RequestExample(endpoint, in: api, server: "")
    guard let scheme = ["http", "https"].first(where: { url.hasPrefix($0 + "://") }),
        let method = HTTPRequest.Method(example.method),
        url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    let rest = url.dropFirst(scheme.count + 3)
    let authority = rest.prefix { !"/?#".contains($0) }
    let path = rest.dropFirst(authority.count).prefix { $0 != "#" }
    var head = HTTPRequest(
        method: method, scheme: scheme, authority: String(authority), path: path.hasPrefix("/") ? String(path) : "/" + path)
    for (name, value) in example.headers {
        if let name = HTTPField.Name(name) { head.headerFields[name] = value }
    }
    return RequestMessage(head: head, body: example.body?.text.map { HTTPBody($0) })
}

extension BodyExample {
    /// The body as it is sent; `nil` for forms, whose media type tools write themselves.
    fileprivate var text: String? {
        switch self {
        case .json(let value): value.compactText
        case .xml(_, let text), .text(let text): text
        case .form, .multipart: nil
        }
    }
}
