import APIRuntime
import APIRuntimeTesting
import Features
import HTTPTypes
import Testing

/// `Specs/Features/parameters.yaml`: what a client sends, and that the server reads it again.
struct ParametersTests {
    private let recorder: RecordingTransport
    private let client: Parameters.Client
    private let color = Parameters.Color(r: 100, g: 200, b: 150)
    private let list = ["blue", "black & white"]
    private let filter = Parameters.Filter(name: "ü", range: Parameters.FilterRange(from: 1, to: 2), tags: ["a", "b"])

    init() {
        recorder = RecordingTransport(InProcessTransport(Echo().router()))
        client = Parameters.Client(serverURL: "http://example.org", transport: recorder)
    }

    private var target: String {
        recorder.exchanges.last?.request.head.path ?? ""
    }

    @Test func simpleInThePath() async throws {
        let seen = try await client.simplePath(value: "a b/c", list: list, object: color, exploded: color)
        #expect(target == "/simple/a%20b%2Fc/blue,black%20%26%20white/R,100,G,200,B,150/R=100,G=200,B=150")
        #expect(seen == said("a b/c", list, color, color))
    }

    @Test func labelInThePath() async throws {
        let seen = try await client.labelPath(value: "x", list: list, explodedList: list, object: color, exploded: color)
        #expect(target == "/label/.x/.blue,black%20%26%20white/.blue.black%20%26%20white/.R,100,G,200,B,150/.R=100.G=200.B=150")
        #expect(seen == said("x", list, list, color, color))
    }

    @Test func matrixInThePath() async throws {
        let seen = try await client.matrixPath(value: "x", list: list, explodedList: list, object: color, exploded: color)
        #expect(
            target == "/matrix/;value=x/;list=blue,black%20%26%20white/;explodedList=blue;explodedList=black%20%26%20white"
                + "/;object=R,100,G,200,B,150/;R=100;G=200;B=150")
        #expect(seen == said("x", list, list, color, color))
    }

    @Test func everyStyleInTheQuery() async throws {
        let seen = try await client.query(
            value: "a+b", list: list, explodedList: list, object: color, spaces: ["a", "b"], pipes: ["a", "b"], deep: filter,
            reserved: "a/b?c", json: filter, id: 7)
        #expect(
            target.hasPrefix("/query?value=a%2Bb&list=blue,black%20%26%20white&explodedList=blue&explodedList=black%20%26%20white"))
        #expect(
            target.contains("&deep%5Bname%5D=%C3%BC&deep%5Brange%5D%5Bfrom%5D=1")
                || target.contains("&deep[name]=%C3%BC&deep[range][from]=1"))
        #expect(target.contains("&reserved=a/b?c"))
        #expect(target.hasSuffix("&id=7"))
        let none: String? = nil
        #expect(seen == said("a+b", list, list, color, ["a", "b"], ["a", "b"], filter, "a/b?c", none as Any, filter, 7))
    }

    @Test func absentParametersStayAbsent() async throws {
        let seen = try await client.query()
        #expect(target == "/query")
        #expect(!seen.contains("Optional"))
    }

    @Test func anExplodedObjectBecomesParametersOfItsOwn() async throws {
        let seen = try await client.explodedQuery(color: color)
        #expect(target == "/exploded?R=100&G=200&B=150")
        #expect(seen == said(color))
    }

    @Test func headerFields() async throws {
        let seen = try await client.headers(xValue: "a, b", xList: ["x", "y"], xObject: color, xExploded: color, xJSON: filter)
        let fields = try #require(recorder.exchanges.last?.request.head.headerFields)
        #expect(fields[.init("X-List")!] == "x,y")
        #expect(fields[.init("X-Exploded")!] == "R=100,G=200,B=150")
        #expect(seen == said("a, b", ["x", "y"], color, color, filter))
    }

    @Test func cookies() async throws {
        let seen = try await client.cookies(
            value: "a;b", list: ["x", "y"], object: color, exploded: ["a&b", "c"], color: color, plain: "a/b")
        #expect(
            recorder.exchanges.last?.request.head.headerFields[.cookie]
                == "value=a%3Bb; list=x,y; object=R,100,G,200,B,150; exploded=a%26b&exploded=c; R=100&G=200&B=150; plain=a/b")
        #expect(seen == said("a;b", ["x", "y"], color, ["a&b", "c"], color, "a/b"))
    }

    @Test func theWholeQueryAsOneValue() async throws {
        #expect(try await client.querystring(query: color) == said(color))
        #expect(target == "/querystring?R=100&G=200&B=150")
        #expect(try await client.querystringJSON(query: filter) == said(filter))
    }

    @Test func aServerTakesTheDefaultOfWhatIsAbsent() async throws {
        #expect(
            try await client.defaults(required: 5)
                == said(20, Parameters.DefaultsOrder.falling, ["id", "name"], "en", true, 5, Int?.none as Any))
        #expect(target == "/defaults?required=5")
        let given = try await client.defaults(
            limit: 3, order: .rising, fields: ["a"], xLanguage: "de", strict: false, required: 5, unfitting: 7)
        #expect(given == said(3, Parameters.DefaultsOrder.rising, ["a"], "de", false, 5, 7))
    }

    @Test func anOperationWithoutAnIDIsNamedForItsPath() async throws {
        try await client.deleteUnnamedByID(id: 1, idQuery: 2)
        #expect(target == "/unnamed/1?id=2")
    }
}

/// What a value says about itself, to compare what was sent with what was read.
private func said(_ values: Any...) -> String {
    values.map { value in
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .optional else { return "\(value)" }
        return mirror.children.first.map { "\($0.value)" } ?? "nothing"
    }.joined(separator: " | ")
}

/// Answers with what it read.
private struct Echo: Parameters.Server {
    func simplePath(value: String, list: [String], object: Parameters.Color, exploded: Parameters.Color) async throws -> String {
        said(value, list, object, exploded)
    }

    func labelPath(
        value: String, list: [String], explodedList: [String], object: Parameters.Color, exploded: Parameters.Color
    ) async throws -> String {
        said(value, list, explodedList, object, exploded)
    }

    func matrixPath(
        value: String, list: [String], explodedList: [String], object: Parameters.Color, exploded: Parameters.Color
    ) async throws -> String {
        said(value, list, explodedList, object, exploded)
    }

    func query(
        value: String?, list: [String]?, explodedList: [String]?, object: Parameters.Color?, spaces: [String]?, pipes: [String]?,
        deep: Parameters.Filter?, reserved: String?, empty: String?, json: Parameters.Filter?, id: Int?
    ) async throws -> String {
        said(
            value as Any, list as Any, explodedList as Any, object as Any, spaces as Any, pipes as Any, deep as Any,
            reserved as Any,
            empty as Any, json as Any, id as Any)
    }

    func explodedQuery(color: Parameters.Color?) async throws -> String { said(color as Any) }

    func headers(
        xValue: String, xList: [String]?, xObject: Parameters.Color?, xExploded: Parameters.Color?, xJSON: Parameters.Filter?
    ) async throws -> String {
        said(xValue, xList as Any, xObject as Any, xExploded as Any, xJSON as Any)
    }

    func cookies(
        value: String?, list: [String]?, object: Parameters.Color?, exploded: [String]?, color: Parameters.Color?, plain: String?
    ) async throws -> String {
        said(value as Any, list as Any, object as Any, exploded as Any, color as Any, plain as Any)
    }

    func querystring(query: Parameters.Color?) async throws -> String { said(query as Any) }

    func querystringJSON(query: Parameters.Filter?) async throws -> String { said(query as Any) }

    func defaults(
        limit: Int, order: Parameters.DefaultsOrder, fields: [String], xLanguage: String, strict: Bool, required: Int,
        unfitting: Int?
    ) async throws -> String {
        said(limit, order, fields, xLanguage, strict, required, unfitting as Any)
    }

    func deleteUnnamedByID(id: Int, idQuery: Int?) async throws {}
}
