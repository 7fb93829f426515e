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
        let list = try service.curl("/docs")
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
