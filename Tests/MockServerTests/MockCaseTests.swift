import APIRuntime
import ApigenCommand
import Diagnostics
import HTTPTypes
import MockServer
import Testing

/// What the mock responds, case by case.
struct MockCaseTests {
    @Test func thereAreCases() {
        #expect(MockCase.all.count >= 60)
    }

    @Test(arguments: MockCase.all)
    func requestGetsItsResponse(_ example: MockCase) async throws {
        let mock = try mock(of: example.document)
        let response = await mock.respond(to: try message(of: example))
        let body = String(decoding: try await response.body.collect(upTo: 1 << 20), as: UTF8.self)
        #expect(response.head.status.code == example.status, "\(body)")
        for header in example.headers {
            let parts = header.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }
            let name = try #require(HTTPField.Name(String(parts[0])))
            #expect(response.head.headerFields[name] == parts.dropFirst().first.map(String.init), "\(header)")
        }
        for header in example.absentHeaders {
            #expect(response.head.headerFields[try #require(HTTPField.Name(header))] == nil)
        }
        for text in example.texts { #expect(body.contains(text), "\(body)") }
        guard !example.body.isEmpty else { return }
        let expected = example.body.joined(separator: "\n")
        if let json = try? JSONValue(json: Array(expected.utf8)),
            !(response.head.headerFields[.contentType] ?? "").contains("text/")
        {
            let found = try JSONValue(json: Array(body.utf8))
            #expect(found == json, "\(body)")
        } else {
            #expect(body == expected)
        }
    }
}

/// Returns the mock of a document.
func mock(of document: String, options: MockOptions = MockOptions()) throws -> MockService {
    var log = DiagnosticLog()
    let source = log.add(SourceFile(path: "api.yaml", bytes: Array(document.utf8)))
    let api = model(of: source, options: GenerationOptions(), log: &log)
    return MockService(try #require(api, "\(log.rendered())"), options: options)
}

private func message(of example: MockCase) throws -> RequestMessage {
    let line = try #require(example.request.first).split(separator: " ", maxSplits: 1).map(String.init)
    let method = try #require(HTTPRequest.Method(line[0]))
    var head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: line[1])
    for header in example.request.dropFirst() {
        let parts = header.split(separator: ":", maxSplits: 1)
        head.headerFields[try #require(HTTPField.Name(String(parts[0])))] = String(parts[1].drop { $0 == " " })
    }
    let body = example.requestBody.isEmpty ? nil : HTTPBody(example.requestBody.joined(separator: "\n"))
    return RequestMessage(head: head, body: body)
}
