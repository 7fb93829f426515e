#if StatusService
import APIRuntime
import Httpbin
import Testing

/// A call that httpbin answers with what it received of it.
struct HttpbinEcho: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Members of the answer; of its header fields only those that are named here, `null` for one that must not be there.
    let expected: [String: JSONValue]
    let call: @Sendable (Httpbin.Client) async throws -> Httpbin.Echo

    /// - Parameter url: where the request goes, where it is not left to the other members.
    init(
        _ description: String, url: String? = nil, _ expected: [String: JSONValue] = [:],
        call: @escaping @Sendable (Httpbin.Client) async throws -> Httpbin.Echo
    ) {
        testDescription = description
        self.expected = url.map { expected.merging(["url": .string($0)]) { $1 } } ?? expected
        self.call = call
    }

    /// What is not as it should be, one line for each member.
    func differences(_ echo: Httpbin.Echo) throws -> [String] {
        let echo = try JSONValue(representing: echo)
        var differences: [String] = []
        for (name, value) in expected where name != "headers" && echo[name] != value {
            differences.append("\(name) is \(echo[name] ?? .null)")
        }
        for field in expected["headers"]?.object?.members ?? [] where (echo["headers"]?[field.name] ?? .null) != field.value {
            differences.append("\(field.name) is \(echo["headers"]?[field.name] ?? .null)")
        }
        return differences
    }

    static let parameters: [HttpbinEcho] = [
        HttpbinEcho("path: simple", url: "\(base)/anything/simple/a%20b;=,ü/1,2/x=3,y=4") {
            try await $0.simple(one: "a b;=,ü", list: [1, 2], map: point)
        },
        HttpbinEcho("path: label", url: "\(base)/anything/label/.a%20b/.1.2/.x,3,y,4") {
            try await $0.label(one: "a b", list: [1, 2], map: point)
        },
        HttpbinEcho("path: matrix", url: "\(base)/anything/matrix/;one=a%20b/;list=1,2/;x=3;y=4") {
            try await $0.matrix(one: "a b", list: [1, 2], map: point)
        },
        HttpbinEcho("query: text", ["args": ["text": "a b&c=d+e#f/?ü"]]) { try await $0.query(text: "a b&c=d+e#f/?ü") },
        HttpbinEcho("query: allowReserved", ["args": ["reserved": "a b&c=d+e#f/?ü"]]) {
            try await $0.query(reserved: "a b&c=d+e#f/?ü")
        },
        HttpbinEcho("query: a boolean", ["args": ["flag": "true"]]) { try await $0.query(flag: true) },
        HttpbinEcho("query: form, exploded", ["args": ["exploded": ["a,b", "c&d", "e f"]]]) {
            try await $0.query(exploded: ["a,b", "c&d", "e f"])
        },
        HttpbinEcho("query: form", ["args": ["joined": "a,b c"]]) { try await $0.query(joined: ["a", "b c"]) },
        HttpbinEcho("query: spaceDelimited", ["args": ["spaced": "a b"]]) { try await $0.query(spaced: ["a", "b"]) },
        HttpbinEcho("query: pipeDelimited", ["args": ["piped": "a|b"]]) { try await $0.query(piped: ["a", "b"]) },
        HttpbinEcho("query: object, exploded", ["args": ["x": "3", "y": "4"]]) { try await $0.query(point: point) },
        HttpbinEcho("query: object", ["args": ["flat": "x,3,y,4"]]) { try await $0.query(flat: point) },
        HttpbinEcho("query: deepObject", ["args": ["deep[x]": "3", "deep[y]": "4"]]) { try await $0.query(deep: point) },
        HttpbinEcho("query: JSON", ["args": ["json": #"{"x":3,"y":4}"#]]) { try await $0.query(json: point) },
        HttpbinEcho("querystring", ["args": ["q": "a b&c", "tags": ["1", "2"]]]) {
            try await $0.querystring(whole: .init(q: "a b&c", tags: ["1", "2"]))
        },
        HttpbinEcho(
            "header", ["headers": ["X-Text": "a \"b\", c", "X-List": "a,b c", "X-Point": "x,3,y,4", "X-Pairs": "x=3,y=4"]]
        ) { try await $0.fields(xText: "a \"b\", c", xList: ["a", "b c"], xPoint: point, xPairs: point) },
        HttpbinEcho("cookie", ["headers": ["Cookie": "theme=dark; sizes=1,2"]]) {
            try await $0.fields(theme: "dark", sizes: [1, 2])
        },
    ]

    static let bodies: [HttpbinEcho] = [
        HttpbinEcho(
            "JSON",
            ["method": "PUT", "data": #"{"x":3,"y":4}"#, "headers": ["Content-Type": "application/json", "Content-Length": "13"]]
        ) { try await $0.json(body: point) },
        HttpbinEcho("form", ["form": ["text": "a b&c=d+e", "list": ["1", "2"], "point": #"{"x":3,"y":4}"#], "data": ""]) {
            try await $0.form(body: .init(text: "a b&c=d+e", list: ["1", "2"], point: point))
        },
        HttpbinEcho(
            "multipart",
            [
                "form": ["text": "a b\r\n--x", "list": ["1", "2"], "point": #"{"x":3,"y":4}"#],
                "files": ["file": "data:application/octet-stream;base64,AP8="],
            ]
        ) {
            let file = MultipartFile(HTTPBody([0, 255]))
            return try await $0.multipart(
                body: .init(text: "a b\r\n--x", list: ["1", "2"], point: point, file: file))
        },
        HttpbinEcho("text", ["method": "PATCH", "data": "ü\n", "headers": ["Content-Type": "text/plain; charset=utf-8"]]) {
            try await $0.text(body: "ü\n")
        },
        HttpbinEcho("bytes", ["data": "data:application/octet-stream;base64,AP8=", "headers": ["Content-Length": "2"]]) {
            try await $0.upload(body: HTTPBody([0, 255]))
        },
        HttpbinEcho("a stream of bytes", ["data": .string(String(repeating: "0123456789", count: 3_000))]) {
            try await $0.upload(
                body: HTTPBody(Counting(count: 300).map { _ in Array(String(repeating: "0123456789", count: 10).utf8) }))
        },
        HttpbinEcho(
            "XML",
            [
                "data": "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Point><x>3</x><y>4</y></Point>",
                "headers": ["Content-Type": "application/xml"],
            ]
        ) { try await $0.xml(body: point) },
        HttpbinEcho(
            "no body", ["method": "DELETE", "data": "", "headers": ["Content-Type": nil, "Transfer-Encoding": nil]]
        ) { try await $0.delete() },
    ]

    static let redirects: [HttpbinEcho] = [301, 302, 303, 307, 308].flatMap(redirects)

    private static func redirects(_ status: Int) -> [HttpbinEcho] {
        let keepsBody = status >= 307
        let body: [String: JSONValue] = keepsBody ? ["method": "POST", "data": "hello"] : ["method": "GET", "data": ""]
        let kept: JSONValue = ["Authorization": "Bearer t0ken", "X-Api-Key": "k3y", "Cookie": "theme=dark; SID=abc"]
        let dropped: JSONValue = ["Authorization": nil, "X-Api-Key": nil, "Cookie": nil, "Accept": "application/json"]
        return [(base, kept), (otherBase, dropped)].flatMap { origin, fields in
            [
                HttpbinEcho("GET, \(status), \(origin)", url: "\(origin)/anything/there?a=b", ["method": "GET", "headers": fields])
                {
                    try await $0.redirected(url: "\(origin)/anything/there?a=b", statusCode: status, theme: "dark")
                },
                HttpbinEcho("POST, \(status), \(origin)", url: "\(origin)/anything/there", body) {
                    try await $0.redirectedPost(url: "\(origin)/anything/there", statusCode: status, body: HTTPBody("hello"))
                },
            ]
        }
    }

    private static let point = Httpbin.Point(x: 3, y: 4)
    private static let base = httpbinURL ?? ""
    /// The same server under another name, which makes it another origin.
    private static let otherBase = base.replacing("127.0.0.1", with: "localhost")
}
#endif
