// Written by apigen from bookshop.yaml, which keeps this file once you have changed it.

import APIRuntime
import APIRuntimeTesting
import Bookshop
import Testing

/// A client, and a server in the same process that returns the examples of the OpenAPI document.
struct Wire {
    private let transport = RecordingTransport(InProcessTransport(Bookshop.FakeServer().router()))

    var client: Bookshop.Client {
        Bookshop.Client(serverURL: "http://localhost/v2", credentials: .init(token: .bearer("secret")), transport: transport)
    }

    /// Compares the method, the path and the query of the last request.
    func expect(request line: String, at location: SourceLocation = #_sourceLocation) throws {
        #expect(try exchange(location).requestLine == line, sourceLocation: location)
    }

    /// Compares the status of the last response.
    func expect(response status: Int, at location: SourceLocation = #_sourceLocation) throws {
        #expect(try exchange(location).status == status, sourceLocation: location)
    }

    /// Compares the last request, and its body by what a type reads of it.
    func expect<Body: JSONCodable>(
        request line: String, _ json: String, as type: Body.Type, at location: SourceLocation = #_sourceLocation
    ) throws {
        try expect(request: line, at: location)
        let expected = try RecordingTransport.Exchange.json(Array(json.utf8), as: type)
        #expect(try exchange(location).requestJSON(as: type) == expected, sourceLocation: location)
    }

    /// Compares the last response, and its body by what a type reads of it.
    func expect<Body: JSONCodable>(
        response status: Int, _ json: String, as type: Body.Type, at location: SourceLocation = #_sourceLocation
    ) throws {
        try expect(response: status, at: location)
        let expected = try RecordingTransport.Exchange.json(Array(json.utf8), as: type)
        #expect(try exchange(location).responseJSON(as: type) == expected, sourceLocation: location)
    }

    private func exchange(_ location: SourceLocation) throws -> RecordingTransport.Exchange {
        try #require(transport.exchanges.last, sourceLocation: location)
    }
}
