#if StatusService
import Foundation
import Testing

@Suite struct OwnRoutesTests {
    let service: RunningService

    init() throws { service = try RunningService() }

    @Test func healthIsKnownWithoutAToken() throws {
        let answer = try service.curl("/health")
        #expect(answer.status == 200)
        #expect(answer.body == "ok\n")
    }

    @Test func documentIsServedAsItIs() throws {
        let answer = try service.curl("/openapi.yaml")
        #expect(answer.headers["content-type"] == "application/yaml")
        let document = URL(filePath: #filePath).appending(path: "../../../Specs/lambda.yaml").standardized
        #expect(answer.body == (try String(contentsOf: document, encoding: .utf8)))
    }

    @Test func pagesAreListedAndLinkedToOneAnother() throws {
        let list = try service.curl("/docs/")
        #expect(list.body.contains("<a href=\"/docs/LambdaInstanceStatus.md\">API | lambda instance status</a>"))
        let page = try service.curl("/docs/LambdaInstanceStatus.md")
        #expect(page.headers["content-type"] == "text/html; charset=utf-8")
        #expect(page.body.contains("<a href=\"/docs/LambdaInstanceList.md\">List Lambda instances page</a>"))
        for name in ["LambdaInstanceList.md", "Authentication.md"] {
            #expect(try service.curl("/docs/" + name).status == 200)
        }
    }

    @Test(arguments: ["/docs/absent.md", "/docs/..%2f..%2fPackage.swift", "/docs/lambda.yaml", "/", "/nothing"])
    func anythingElseIsNotFound(path: String) throws {
        #expect(try service.curl(path).status == 404)
    }

    @Test(arguments: ["/health", "/docs", "/openapi.yaml", "/docs/LambdaInstanceStatus.md"])
    func ownPathHasNoOtherMethods(path: String) throws {
        for method in ["POST", "DELETE"] {
            let answer = try service.curl(path, "-X", method)
            #expect(answer.status == 405)
            #expect(answer.headers["allow"] == "GET, HEAD, OPTIONS")
        }
        #expect(try service.curl(path, "-X", "OPTIONS").status == 204)
        #expect(try service.curl(path + "-absent", "-X", "POST").status == 404)
    }

    @Test func responsesAreNotMistakenOrKept() throws {
        for path in ["/health", "/backend/authenticate", "/backend/lambda-instances/3/status", "/nothing"] {
            let answer = try service.curl(path, "-H", "x-api-key: \(RunningService.token)")
            #expect(answer.headers["x-content-type-options"] == "nosniff")
            #expect(answer.headers["cache-control"] == "no-store")
        }
        #expect(try service.curl("/docs").headers["x-content-type-options"] == "nosniff")
    }

    @Test func unauthorizedCallerIsToldWhereTheKeyBelongs() throws {
        let answer = try service.curl("/backend/authenticate")
        #expect(answer.status == 401)
        #expect(answer.headers["www-authenticate"]?.contains(#"ApiKey in="header", name="x-api-key""#) == true)
    }

    @Test(.timeLimit(.minutes(1))) func secondSignalEndsAtOnce() throws {
        let stalled = try stalledRequest()
        kill(service.identifier, SIGTERM)
        usleep(300_000)
        #expect(service.isRunning, "the request in progress was cut off")
        kill(service.identifier, SIGTERM)
        #expect(service.stop() == 128 + SIGTERM)
        withExtendedLifetime(stalled) {}
    }

    @Test(.timeLimit(.minutes(1))) func shutdownEndsAfterTheTimeToDrain() throws {
        let service = try RunningService("--drain", "0.5")
        let stalled = try stalledRequest(of: service)
        #expect(service.stop() == 0)
        withExtendedLifetime(stalled) {}
    }

    /// Requests as much of the documentation as does not fit in the buffers of a connection, and reads nothing.
    private func stalledRequest(of other: RunningService? = nil) throws -> Connection {
        let connection = try Connection(port: (other ?? service).port)
        connection.send(String(repeating: "GET /openapi.yaml HTTP/1.1\r\nHost: a\r\n\r\n", count: 3_000))
        usleep(500_000)
        return connection
    }

    @Test func terminationIsAnOrderlyEnd() throws {
        #expect(service.stop() == 0)
        let log = try? Data(contentsOf: URL(filePath: service.folder.file("lambda-status.sqlite-wal")))
        #expect(log?.isEmpty != false, "the log of the database was not written back")
    }

    @Test func takenPortIsAnErrorThatSaysSo() throws {
        let second = try run(in: service.folder, "serve", "--port", "\(service.port)")
        #expect(second.status == 1)
        #expect(second.errors.contains("cannot listen on 127.0.0.1, port \(service.port): "))
    }
}
#endif
