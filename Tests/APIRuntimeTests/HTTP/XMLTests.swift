import APIRuntime
import APIRuntimeTesting
import Testing

/// XML as it is read and refused, whatever the schema.
struct XMLTests {
    private static let operation = APIOperation(
        id: "post", method: "POST", path: "/", requestBody: RequestBodyDescription(["application/xml"], required: true),
        responses: [ResponseDescription("200", ["application/json"]), ResponseDescription("400", ["text/plain"])])

    /// What a server reads of XML: its JSON, or why it is refused.
    private func read(_ xml: String, as shape: XMLShape = .any) async throws -> String {
        var router = Router()
        router.add(Self.operation) { request in .json(200, try await request.xml(JSONValue.self, shape)) }
        var call = OperationCall(
            Self.operation,
            ClientConfiguration(serverURL: "http://example.org", transport: InProcessTransport(router, chunkSize: 5)))
        call.body(bytes: HTTPBody(xml), as: "application/xml")
        let response = try await call.send()
        return String(decoding: response.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("<a/>", #""""#), ("<a>b</a>", #""b""#), ("<a> b\r\nc\rd </a>", #"" b\nc\nd ""#), ("<a b='c'/>", #"{"b":"c"}"#),
        ("<a><b>1</b><b>2</b><c/></a>", #"{"b":["1","2"],"c":""}"#), ("<a>x<!-- y -->z<?p q?></a>", #""xz""#),
        ("<a>&lt;&gt;&amp;&quot;&apos;&#x1F600;</a>", #""<>&\"'😀""#), ("<a b='1&#10;2\t3'/>", #"{"b":"1\n2 3"}"#),
        ("<a><![CDATA[<b>&amp;</b>]]></a>", #""<b>&amp;</b>""#), ("<p:a xmlns:p='urn:x'><p:b>1</p:b></p:a>", #"{"b":"1"}"#),
        ("<ä:ö>ü</ä:ö>", #""ü""#), ("<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'/>", "null"),
    ])
    func wellFormedXMLIsRead(xml: String, json: String) async throws {
        #expect(try await read(xml) == json)
    }

    @Test(arguments: [
        "", "a", "<a>", "<a></b>", "<a", "<a b/>", "<a b=c/>", "<a b='<'/>", "<a b='1' b='2'/>", "<a/><b/>", "<a/>x", "<1/>",
        "<a:/>", "<:a/>",
        "<a>&b;</a>", "<a>&</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#xFFFF;</a>", "<a>&#+65;</a>", "<a xmlns:xml='u'/>",
        "<a>]]></a>", "<a><!-- -- --></a>", "<a><!-- </a>",
        "<a><![CDATA[</a>", "<a><?xml version='1.0'?></a>", " <?xml version='1.0'?><a/>", "<!DOCTYPE a><a/>", "<a>\u{1}</a>",
        "<a b='1'c='2'/>",
        "<?xml version='1.0' encoding='ISO-8859-1'?><a/>", "<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>", "<a ", "</a>",
    ])
    func whatIsNoXMLIsRefused(xml: String) async throws {
        let answer = try await read(xml)
        #expect(
            answer.contains("the body cannot be read: line ") || xml.isEmpty && answer.contains("the body is missing"), "\(answer)")
    }

    @Test func noDepthHarms() async throws {
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(try await read(deep).contains("more than 128 elements are nested"))
        #expect(
            try await read(String(repeating: "<a>", count: 120) + String(repeating: "</a>", count: 120)).hasPrefix(#"{"a":{"a""#))
    }

    @Test(.timeLimit(.minutes(1))) func noNumberOfAttributesHarms() async throws {
        let attributes = (0..<50_000).map { " a\($0)=''" }.joined()
        #expect(try await read("<a\(attributes)/>").hasPrefix(#"{"a0":"","a1""#))
        let namespaces = (0..<50_000).map { " xmlns:a\($0)='u'" }.joined()
        #expect(try await read("<a\(namespaces)/>").contains("more than 128 namespaces are declared"))
    }

    @Test(arguments: [("a b", "'a b' is no name of XML"), ("<a>", "no name of XML"), ("", "no name of XML")])
    func aNameThatXMLHasNotIsNotWritten(name: String, reason: String) async throws {
        var call = OperationCall(
            Self.operation, ClientConfiguration(serverURL: "http://example.org", transport: InProcessTransport(Router())))
        call.body(xml: [name: "x"], .any)
        do {
            _ = try await call.send()
            Issue.record("it was written")
        } catch {
            #expect("\(error)".contains(reason))
        }
    }
}
