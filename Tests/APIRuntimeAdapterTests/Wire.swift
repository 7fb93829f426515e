#if StatusService
import APIRuntime

/// The operations that the tests of single exchanges call.
enum Wire {
    static let schemes: [SecurityScheme] = [
        SecurityScheme("bearer", .http("bearer")), SecurityScheme("header", .apiKey(in: .header, name: "X-Api-Key")),
        SecurityScheme("query", .apiKey(in: .query, name: "key")), SecurityScheme("cookie", .apiKey(in: .cookie, name: "SID")),
    ]

    /// An operation with security, cookies and header fields.
    static func get(_ statuses: String..., content: [String] = ["text/plain"]) -> APIOperation {
        APIOperation(
            id: "get", method: "GET", path: "/thing",
            parameters: [
                Parameter("theme", in: .cookie), Parameter("lang", in: .cookie), Parameter("X-Tags", in: .header, shape: .array),
            ],
            responses: (["200"] + statuses).map { ResponseDescription($0, content) },
            security: [schemes.map { RequiredScheme($0.name) }])
    }

    static func send(_ method: String, _ statuses: String...) -> APIOperation {
        APIOperation(
            id: "send", method: method, path: "/thing", requestBody: RequestBodyDescription(["text/plain"]),
            responses: (["200"] + statuses).map { ResponseDescription($0, ["text/plain"]) })
    }

    static func configuration(_ server: ScriptedServer, _ adapter: ClientAdapter, timeout: Duration? = nil) -> ClientConfiguration {
        ClientConfiguration(
            serverURL: "http://127.0.0.1:\(server.port)", securitySchemes: schemes,
            credentials: [
                "bearer": Credential<BearerScheme>.bearer("s3cret"), "header": Credential<APIKeyScheme>.apiKey("k3y"),
                "query": Credential<APIKeyScheme>.apiKey("qu3ry"), "cookie": Credential<APIKeyScheme>.apiKey("abc"),
            ], transport: adapter.transport,
            timeout: timeout)
    }

    static func call(
        _ operation: APIOperation, _ server: ScriptedServer, _ adapter: ClientAdapter, timeout: Duration? = nil
    ) -> OperationCall {
        OperationCall(operation, configuration(server, adapter, timeout: timeout))
    }
}

/// Why a call or its streamed body failed.
func cause(of error: any Error) -> CallError.Cause? {
    (error as? CallError)?.cause
}
#endif
