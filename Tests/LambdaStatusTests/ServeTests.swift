#if StatusService
import Foundation
import Testing

/// The running service, seen through curl.
@Suite struct ServeTests {
    let service: RunningService
    let authorization = "Authorization: Token " + RunningService.token

    init() throws { service = try RunningService() }

    @Test func curlLineOfThePageGivesTheBodyOfThePage() throws {
        let answer = try service.curl(
            "/backend/lambda-instances/3/status/", "-X", "GET", "-H", "Authentication: Token " + RunningService.token)
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "application/json")
        #expect(
            try json(answer.body)
                == json(
                    """
                    {
                      "data": {
                        "status": "STARTED", "id": 14, "name": "Lambda Instance 2", "uuid": 3
                      }
                    }
                    """))
    }

    @Test(arguments: [
        "Authorization: Token \(RunningService.token)", "authorization: token \(RunningService.token)",
        "Authentication: Token \(RunningService.token)", "x-api-key: \(RunningService.token)",
    ])
    func eachHeaderOfThePageLetsIn(header: String) throws {
        #expect(try service.curl("/backend/authenticate", "-H", header).body == #"{"result":"success"}"#)
        #expect(try service.curl("/backend/lambda-instances/3/status", "-H", header).status == 200)
    }

    @Test func oneGoodHeaderAmongBadOnesLetsIn() throws {
        let answer = try service.curl(
            "/backend/authenticate", "-H", "Authorization: Token wrong", "-H", "x-api-key: " + RunningService.token)
        #expect(answer.status == 200)
    }

    @Test(arguments: [
        "X: y", "Authorization: Token wrong", "Authorization: \(RunningService.token)", "Authorization:",
        "Authorization: Bearer \(RunningService.token)", "x-api-key: Token \(RunningService.token)", "Authorization: Token \u{FF}",
    ])
    func anythingElseIsUnauthorized(header: String) throws {
        for path in ["/backend/authenticate", "/backend/lambda-instances", "/backend/lambda-instances/3/status"] {
            let answer = try service.curl(path, "-H", header)
            #expect(answer.status == 401)
            #expect(
                try json(answer.body)
                    == json(
                        #"{"errors": [{"message": "Invalid token", "code": 401, "details": "unauthorized"}]}"#))
        }
    }

    @Test func tokenIsLookedAtFirst() throws {
        #expect(try service.curl("/backend/lambda-instances/absent/status").status == 401)
        #expect(try service.curl("/backend/lambda-instances?limit=x").status == 401)
    }

    @Test(arguments: ["4", "-3", "three", "3.5", "3x", "0x3", "99999999999999999999", "%20", "%00", "3%2F4"])
    func absentInstanceIsNotFound(uuid: String) throws {
        let answer = try service.curl("/backend/lambda-instances/\(uuid)/status", "-H", authorization)
        #expect(answer.status == 404)
        #expect(
            try json(answer.body)
                == json(
                    #"{"errors": [{"message": "Lambda instance not found", "code": 404, "details": "not found"}]}"#))
    }

    @Test(arguments: [
        "?limit=2", "?page=1", "?limit=0&page=1", "?limit=1&page=0", "?limit=-1&page=1", "?limit=a&page=1",
        "?limit=1&page=2147483648", "?limit=&page=1",
    ])
    func listRefusesPagesThatAreNone(query: String) throws {
        let answer = try service.curl("/backend/lambda-instances" + query, "-H", authorization)
        #expect(answer.status == 400)
        #expect(answer.body.contains(#""code":400"#))
    }

    @Test func listIsWholeOrInPages() throws {
        for uuid in [5, 4] { try run(in: service.folder, "instance", "add", "--uuid", "\(uuid)", "--name", "n\(uuid)") }
        let all = #"{"name":"Lambda Instance 2","uuid":3,"id":14},{"name":"n5","uuid":5,"id":15},{"name":"n4","uuid":4,"id":16}"#
        #expect(try service.curl("/backend/lambda-instances", "-H", authorization).body == "{\"data\":[\(all)]}")
        #expect(try service.curl("/backend/lambda-instances?other=1", "-H", authorization).body == "{\"data\":[\(all)]}")
        let page = try service.curl("/backend/lambda-instances?page=2&limit=2&other=1", "-H", authorization)
        #expect(page.body == #"{"data":[{"name":"n4","uuid":4,"id":16}]}"#)
        #expect(try service.curl("/backend/lambda-instances?page=3&limit=2", "-H", authorization).status == 404)
    }

    @Test func statusThatWasSetIsToldAtOnceAndRevokedTokenIsNot() throws {
        try run(in: service.folder, "instance", "set-status", "3", "STOPPING")
        let path = "/backend/lambda-instances/3/status"
        #expect(try service.curl(path, "-H", authorization).body.contains("STOPPING"))
        try run(in: service.folder, "token", "revoke", "1")
        #expect(try service.curl(path, "-H", authorization).status == 401)
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "PATCH"])
    func otherMethodIsNotAllowed(method: String) throws {
        let answer = try service.curl("/backend/lambda-instances/3/status", "-X", method, "-H", authorization)
        #expect(answer.status == 405)
        #expect(answer.headers["allow"]?.contains("GET") == true)
        #expect(answer.body.contains(#""code":405"#))
    }

    @Test func headIsGetWithoutTheBody() throws {
        let path = "/backend/lambda-instances/3/status"
        let head = try service.curl(path, "--head", "-H", authorization)
        #expect(head.status == 200)
        #expect(head.body.isEmpty)
        #expect(head.headers["content-length"] == (try service.curl(path, "-H", authorization).headers["content-length"]))
    }

    @Test func unknownPathUnderTheAPIIsNotFound() throws {
        #expect(try service.curl("/backend/lambda-instances/3", "-H", authorization).status == 404)
    }

    @Test func bodyIsRefusedAfterTheTokenIsKnown() throws {
        let path = "/backend/lambda-instances/3/status"
        let small = ["-X", "GET", "-H", "Content-Type: text/plain", "--data", "x"]
        #expect(try service.curl(path, small).status == 401)
        let answer = try service.curl(path, small + ["-H", authorization])
        #expect(answer.status == 415)
        #expect(answer.body.contains(#""code":415"#))
        let large = service.folder.file("large")
        try Data(count: 2 << 20).write(to: URL(filePath: large))
        let refused = try service.curl(path, ["-X", "GET", "-H", authorization, "-H", "Expect:", "--data-binary", "@" + large])
        #expect(refused.status == 413)
        #expect(refused.body.contains(#""code":413"#))
    }

    @Test func callerThatAcceptsNoJSONIsToldSo() throws {
        let answer = try service.curl("/backend/authenticate", "-H", authorization, "-H", "Accept: text/csv")
        #expect(answer.status == 406)
    }
}

private func json(_ text: String) throws -> NSDictionary {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary)
}
#endif
