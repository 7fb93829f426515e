import OpenAPI
import Testing

struct MediaTypeTests {
    @Test(arguments: [
        "application/json", "application/vnd.api+json; version=2", "text/plain;charset=utf-8", "*/*", "image/*",
        "text/plain ; a=\"b; \\\" c\";",
        "multipart/form-data; boundary=x;",
    ])
    func aMediaTypeIsTakenWithoutAWord(_ name: String) {
        #expect(Self.diagnostics(name) == [])
    }

    @Test(arguments: [
        ("application/json, okta-version=1.0.0", "; did you mean 'application/json; okta-version=1.0.0'?"),
        ("application/json ", "; did you mean 'application/json'?"), ("application / json", "; did you mean 'application/json'?"),
        ("text/plain; charset = utf-8", "; did you mean 'text/plain;charset=utf-8'?"), ("XML", "; did you mean 'application/xml'?"),
        ("application.json", "; did you mean 'application/json'?"),
        ("application/json,application/xml", "; use one entry for each of 'application/json' and 'application/xml'"),
        ("application/json/xml", "; did you mean 'application/json'?"), ("nothing like it", ""), ("application/{format}", ""),
        ("a/b; c", ""),
    ])
    func aMistakeIsAWarningWithTheLikelyFix(_ name: String, _ fix: String) {
        #expect(Self.diagnostics(name) == ["9:21 warning: '\(name)' is not a media type\(fix)"])
    }

    private static func diagnostics(_ name: String) -> [String] {
        let quoted = "'" + name + "'"
        return Reading.operation("responses:\n  '200':\n    description: d\n    content: {\(quoted): {schema: {type: string}}}")
            .diagnostics
    }
}
