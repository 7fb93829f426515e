import APIRuntime
import APIRuntimeTesting
import Features
import Testing

/// Bodies of `Specs/Features/nullability.yaml`, which may be null.
struct NullBodiesTests {
    private let recorder = RecordingTransport(InProcessTransport(Notes().router()))
    private var client: Nullability.Client { Nullability.Client(serverURL: "http://example.org/notes", transport: recorder) }

    @Test func aRequiredBodyIsNullWithoutAValue() async throws {
        #expect(try await client.setNote(body: nil) == nil)
        #expect(try await sentBody() == "null")
        #expect(try await client.setNote(body: "x") == "x")
        #expect(try await sentBody() == #""x""#)
    }

    @Test func anOptionalBodyIsAbsentNullOrAValue() async throws {
        #expect(try await client.addNote() == "absent")
        #expect(try await client.addNote(body: .null) == "null")
        #expect(try await sentBody() == "null")
        #expect(try await client.addNote(body: .value("x")) == "x")
    }

    private func sentBody() async throws -> String {
        let body = try await recorder.exchanges.last?.request.body?.collect(upTo: 1 << 10)
        return String(decoding: body ?? [], as: UTF8.self)
    }
}

private struct Notes: Nullability.Server {
    func setNote(body: String?) async throws -> String? { body }

    func addNote(body: Nullable<String>?) async throws -> String {
        switch body {
        case nil: "absent"
        case .null?: "null"
        case .value(let text)?: text
        }
    }
}
