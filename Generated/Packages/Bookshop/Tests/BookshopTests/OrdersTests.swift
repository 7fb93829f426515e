// Written by apigen from bookshop.yaml, which keeps this file once you have changed it.

import APIRuntime
import Bookshop
import Testing

/// Sends the requests and receives the responses that the OpenAPI document shows of the operations with the tag `orders`.
struct OrdersTests {
    /// POST /orders
    @Test func order() async throws {
        let wire = Wire()
        _ = try await wire.client.order(body: Bookshop.OrderBody(isbns: ["9780140439083"], note: "a \"gift\" \\ for #1"))
        try wire.expect(
            request: "POST /v2/orders",
            ##"{"isbns": ["9780140439083"], "note": "a \"gift\" \\ for #1"}"##,
            as: Bookshop.OrderBody.self
        )
        try wire.expect(response: 200)
    }

    /// GET /stock
    @Test func stock() async throws {
        let wire = Wire()
        _ = try await wire.client.stock()
        try wire.expect(request: "GET /v2/stock")
        try wire.expect(response: 200)
    }
}
