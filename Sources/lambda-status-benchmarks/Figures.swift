#if StatusService
import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// What requests have shown.
struct Figures {
    private(set) var requests = 0
    private(set) var unexpected = 0
    private(set) var firstUnexpected: String?
    /// How long all requests took together, as they were sent over many connections.
    var time = Duration.zero
    /// The processor time of the service, in seconds.
    var processorTime = 0.0
    /// The numbers of responses by their time, in steps of a tenth of a millisecond; the last one has all that are slower.
    private var times = [Int](repeating: 0, count: 20_000)

    mutating func measure(_ checked: CheckedRequest, at url: String, _ client: HTTPClient) async {
        requests += 1
        let start = ContinuousClock.now
        do {
            var request = HTTPClientRequest(url: url + checked.path)
            request.headers.add(name: "Authorization", value: "Token \(checked.token)")
            let response = try await client.execute(request, timeout: .seconds(30))
            let body = String(buffer: try await response.body.collect(upTo: 1 << 16))
            if response.status.code != checked.status || !body.contains(checked.text) {
                refuse("status \(response.status.code) in place of \(checked.status): \(body.prefix(200))")
            }
        } catch {
            refuse("\(error)")
        }
        let step = Int((ContinuousClock.now - start) / .microseconds(100))
        times[min(max(step, 0), times.count - 1)] += 1
    }

    private mutating func refuse(_ reason: String) {
        unexpected += 1
        if firstUnexpected == nil { firstUnexpected = reason }
    }

    mutating func add(_ other: Figures) {
        requests += other.requests
        unexpected += other.unexpected
        if firstUnexpected == nil { firstUnexpected = other.firstUnexpected }
        time += other.time
        processorTime += other.processorTime
        for index in times.indices { times[index] += other.times[index] }
    }

    var perSecond: Double { Double(requests) / (time / .seconds(1)) }

    /// The processor time of the service for each request, in microseconds.
    var microseconds: Double { processorTime * 1e6 / Double(max(requests, 1)) }

    /// Returns the time within which a share of the responses came.
    func latency(_ share: Double) -> String {
        let wanted = Int(Double(requests) * share)
        var seen = 0
        for (step, count) in times.enumerated() {
            seen += count
            if seen >= wanted { return "\(Double(step + 1) / 10) ms" }
        }
        return "more than 2 s"
    }
}
#endif
