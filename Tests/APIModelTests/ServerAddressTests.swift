import APIModel
import Diagnostics
import Testing

/// Where the operations of a document are found on its server (OpenAPI 3.1.1, section 4.8.5).
struct ServerAddressTests {
    @Test(arguments: [
        ("https://example.com/api/v1", "/api/v1"), ("https://example.com/api/v1/", "/api/v1"), ("https://example.com", "/"),
        ("https://example.com/", "/"), ("/api/v1", "/api/v1"), ("/", "/"), ("api/v1", "/api/v1"), ("./api", "/api"),
        ("../api", "/api"), (".", "/"), ("", "/"), ("//example.com/api", "/api"), ("https://example.com?a=/b", "/"),
        ("https://{host}:{port}/{base}/x", "/v2/a/x"), ("{base}/x", "/v2/a/x"), ("{host}/x", "/example.org/x"),
        ("http://{all}", "/p"), ("/{unknown}", "/{unknown}"), ("https://example.com/a//b", "/a/b"),
    ])
    func theBasePathIsThatOfTheURLWithItsDefaults(template: String, path: String) {
        let variables = ["host": "example.org", "port": "443", "base": "v2/a", "all": "example.org/p"].map {
            ServerVariable(name: $0, defaultValue: $1, values: [], description: nil)
        }
        var log = DiagnosticLog()
        let file = log.add(SourceFile(path: "document.yaml", bytes: []))
        let address = ServerAddress(
            name: nil, description: nil, template: template, variables: variables,
            position: Position(file: file, line: 1, column: 1))
        #expect(address.basePath == path)
    }
}
