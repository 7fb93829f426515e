import APIRuntime
import APIRuntimeTesting

/// What a view shows; it belongs to the main actor, as everything here that does not say otherwise.
final class Display {
    private(set) var lines: [String] = []
    private let client: Timer.Client

    init(_ transport: any ClientTransport) {
        client = Timer.Client(credentials: Timer.Client.Credentials(token: "t"), transport: transport)
    }

    func show(_ id: Int) async throws {
        let timer = try await client.timer(id: id)
        lines.append("\(timer.seconds) \(timer.state == .paused)")
    }
}

let display = Display(MockTransport(status: 200, json: #"{"seconds": 7, "state": "paused"}"#))
try await display.show(1)
let served = Display(InProcessTransport(Timer.FakeServer().router()))
try await served.show(2)
print(display.lines, served.lines)
