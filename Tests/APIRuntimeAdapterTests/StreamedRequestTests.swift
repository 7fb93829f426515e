#if StatusService
import APIRuntime
import Testing

/// Malformed bodies that a handler reads piece by piece, on a real connection: the caller hears which piece is wrong.
@Suite struct StreamedRequestTests {
    struct Malformed: CustomTestStringConvertible, Sendable {
        let path: String
        let mediaType: String
        let body: String
        var status = 400
        let says: String
        var testDescription: String { "\(path): \(says)" }
    }

    private static let multipart = "multipart/form-data; boundary=b"
    private static let part = "--b\r\nContent-Disposition: form-data; name=n\r\n\r\n1\r\n"

    static let malformed = [
        Malformed(path: "/lines", mediaType: "application/jsonl", body: "1\n\n{\n", says: "line 3: expected"),
        Malformed(path: "/lines", mediaType: "application/jsonl", body: "1\n\"2\"\n", says: "line 2: expected an integer"),
        Malformed(path: "/lines", mediaType: "application/jsonl", body: "1\n2\n101\n", says: "line 3: 101 is greater than 100"),
        Malformed(path: "/events", mediaType: "text/event-stream", body: "data: 1\n\ndata: x\n\n", says: "event 2: expected"),
        Malformed(
            path: "/parts", mediaType: multipart, body: part + part + "--b\r\nbad\r\n\r\n", says: "part 3: the header of a part"),
        Malformed(
            path: "/parts", mediaType: multipart, body: part + "--b\r\n\r\nhalf", says: "part 2: the body ends within a part"),
        Malformed(path: "/parts", mediaType: multipart, body: part + "--b\r\n\r\nx\r\n--b--", says: "the part '' cannot be read"),
        Malformed(
            path: "/parts", mediaType: multipart, body: String(repeating: part, count: 6) + "--b--", status: 413,
            says: "the body has more than 5 parts"),
        Malformed(
            path: "/parts", mediaType: multipart, body: part + "--b\r\n\r\n" + String(repeating: "1", count: 2000) + "\r\n--b--",
            status: 413, says: "the body has more than 1000 bytes"),
    ]

    @Test(arguments: malformed) func callerIsToldThePlace(_ malformed: Malformed) async throws {
        let errors = ReceivedTexts()
        var router = Self.router
        router.unexpectedError = { error, _ in errors.add("\(error)") }
        let response = try await rawResponse(
            router,
            [
                "POST \(malformed.path) HTTP/1.1", "Content-Type: \(malformed.mediaType)",
                "Content-Length: \(malformed.body.utf8.count)",
            ],
            body: malformed.body)
        #expect(response.hasPrefix("HTTP/1.1 \(malformed.status) "))
        #expect(response.contains(malformed.says), "\(response)")
        #expect(errors.texts.isEmpty)
    }

    @Test(arguments: ["/lines", "/bytes"]) func bodyThatBreaksOffIsTheCallersFault(path: String) async throws {
        let errors = ReceivedTexts()
        var router = Self.router
        router.unexpectedError = { error, _ in errors.add("\(error)") }
        let response = try await rawResponse(
            router, ["POST \(path) HTTP/1.1", "Content-Type: application/jsonl", "Transfer-Encoding: chunked"],
            body: "2\r\n1\n\r\nzz\r\n")
        #expect(response.hasPrefix("HTTP/1.1 400 "), "\(response)")
        #expect(errors.texts.isEmpty)
    }

    private static var router: APIRuntime.Router {
        var router = APIRuntime.Router()
        router.multipartLimits = MultipartLimits(parts: 5, bytes: 1000)
        router.add(operation("/lines", "application/jsonl")) { request in
            for try await _ in try request.lines(of: Int.self) {}
            return .empty(204)
        }
        router.add(operation("/events", "text/event-stream")) { request in
            for try await _ in try request.events(of: Int.self) {}
            return .empty(204)
        }
        router.add(operation("/parts", "multipart/form-data")) { request in
            for try await part in try request.parts() { _ = try await part.value(Int.self) }
            return .empty(204)
        }
        router.add(operation("/bytes", "application/jsonl")) { request in
            for try await _ in try request.bytes() {}
            return .empty(204)
        }
        return router
    }

    private static func operation(_ path: String, _ mediaType: String) -> APIOperation {
        APIOperation(
            id: String(path.dropFirst()), method: "POST", path: path,
            requestBody: RequestBodyDescription([mediaType], required: true, schema: "#/$defs/Small"),
            responses: [ResponseDescription("204")], schemas: DocumentSchemas(#"{"$defs": {"Small": {"maximum": 100}}}"#))
    }
}
#endif
