import APIRuntime
import CAllocationCount
import Foundation
import Shop

/// Counts what a request of about 1 KB costs on its way through router, security, decoding, validation, handler and response.
func compareRequests(_ arguments: [String]) async throws {
    guard let order = Shop.sample(orders: 10).orders.last else { return }
    let router = OrderService().router()
    let recorder = Recorder(router: router)
    let client = Shop.Client(serverURL: "http://localhost", credentials: .init(token: "secret"), transport: recorder)
    _ = try await client.createOrder(body: order)
    guard let request = recorder.request.withLock({ $0 }), let body = request.body?.bytes else { return }
    var unvalidated = router
    unvalidated.validatesRequests = false

    print("A request with a body of \(body.count) bytes          µs  allocations")
    try await show("router, security, JSON and validation") { _ = await router.respond(to: request) }
    try await show("without validation") { _ = await unvalidated.respond(to: request) }
    try await show("validation alone") { _ = try Shop.schemas.violations(in: body, against: "#/$defs/Order", in: .requests) }
    try await show("validation of the decoded tree alone") {
        _ = Shop.schemas.violations(of: try JSONValue(json: body), against: "#/$defs/Order", in: .requests)
    }
    try await show("decoding alone") { _ = try Shop.Order(json: body) }
    try await show("encoding alone") { _ = try JSONWriter.write(order) }
}

struct OrderService: Shop.Server {
    func token(_ credential: BearerToken) async throws -> Bool? { credential.value == "secret" ? true : nil }
    func orders() async throws -> Shop.Store { Shop.Store(name: "", orders: []) }
    func replaceOrders(body: Shop.Store) async throws {}
    func replaceMeasurements(body: Shop.Measurements) async throws {}
    func replaceSettings(body: Shop.Settings) async throws {}
    func replaceStation(body: Shop.Station) async throws {}
    func createOrder(body: Shop.Order, principal: Bool) async throws -> Shop.Order { body }
}

/// Keeps the request that a client has made.
struct Recorder: ClientTransport {
    let router: Router
    let request = Locked<RequestMessage?>(nil)

    func send(_ request: RequestMessage) async throws -> ResponseMessage {
        self.request.withLock { $0 = request }
        return await router.respond(to: request)
    }
}

private func show(_ name: String, _ work: () async throws -> Void) async throws {
    let count = 2000
    var best = Double.infinity
    for _ in 0..<5 {
        let start = processorTime()
        for _ in 0..<count { try await work() }
        best = min(best, (processorTime() - start) / Double(count))
    }
    let before = allocation_count()
    for _ in 0..<count { try await work() }
    let allocations = Double(allocation_count() - before) / Double(count)
    print(name.padding(toLength: 40, withPad: " ", startingAt: 0) + String(format: " %7.2f  %11.1f", best * 1e6, allocations))
}
