// Written by apigen from bookshop.yaml, which keeps this file once you have changed it.

import APIRuntime
import Bookshop
import Testing

/// Sends the requests and receives the responses that the OpenAPI document shows.
struct WireTests {
    /// GET /health
    @Test func health() async throws {
        let wire = Wire()
        try await wire.client.health()
        try wire.expect(request: "GET /v2/health")
        try wire.expect(response: 204)
    }
}
