import APIRuntime
import APIRuntimeTesting
import HTTPTypes
import Features
import Testing

/// `Specs/Features/markup.yaml`: values as XML there and back.
struct MarkupTests {
    private let recorder = RecordingTransport(InProcessTransport(Echo().router()))
    private var client: Markup.Client { Markup.Client(serverURL: "http://example.org/markup/v1", transport: recorder) }

    private func sent() async throws -> String {
        let body = try #require(recorder.exchanges.last?.request.body)
        return String(decoding: try await body.collect(upTo: 1 << 20), as: UTF8.self)
    }

    @Test func namesNamespacesAttributesAndLists() async throws {
        let booking = Echo.booking
        #expect(try await client.book(body: booking) == booking)
        #expect(
            try await sent() == """
                <?xml version="1.0" encoding="UTF-8"?>
                <booking xmlns="https://example.com/booking" id="7" xmlns:pay="https://example.com/pay" pay:paid="true">\
                <passenger_name>Ada &amp; "Bob" &lt;3</passenger_name><seats>12A</seats><seats> 12B
                </seats><extras><ex:extra xmlns:ex="https://example.com/extras"><code>meal</code><price>9.5</price></ex:extra>\
                <ex:extra xmlns:ex="https://example.com/extras"><code></code></ex:extra></extras>\
                <departure>2026-11-26T08:00:00Z</departure>\
                <cancelled xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/></booking>
                """)
        #expect(try await client.bookings() == [booking, booking])
    }

    @Test func listsWithoutItems() async throws {
        let none = Markup.Booking(id: 1, passenger: "", seats: [], extras: [])
        #expect(try await client.book(body: none) == none)
        let absent = Markup.Booking(id: 1, passenger: "", seats: [])
        #expect(try await client.book(body: absent) == absent)
    }

    @Test func shapesInsideShapes() async throws {
        let node = Markup.Node(
            name: "a", children: [.init(name: "b", children: [.init(name: "c")])], grid: [[1, 2], [], [3]], labels: ["x": "y"])
        guard case .ok(let answer) = try await client.choose(body: node, mediaType: .textXML, accept: .xml) else {
            throw Unexpected()
        }
        #expect(answer == node)
        #expect(
            try await sent().hasSuffix(
                "<Node><name>a</name><child><name>b</name><child><name>c</name></child></child>"
                    + "<rows><row><row>1</row><row>2</row></row><row></row><row><row>3</row></row></rows><labels><x>y</x></labels></Node>"
            ))
        guard case .noContent = try await client.choose() else { throw Unexpected() }
    }

    @Test func textUnionsAndWhatNoSchemaNames() async throws {
        var animals = Markup.Animals(
            remark: "]]> & <", lang: "a\n\"b\"", names: ["x"], counts: [1, 2], home: .init(name: "h"), work: .init(name: "w"),
            mark: "m", pet: .cat(.init(kind: "Cat", lives: 9)),
            measure: .init(amount: 1.5, unit: "kg"), anything: ["a": ["1", "2"], "b": "c"])
        animals.additionalProperties = ["more": 5]
        #expect(try await client.shapes(body: animals) == animals)
        #expect(
            try await sent().contains(
                #"<Animals lang="a&#10;&quot;b&quot;" xmlns:ns="urn:mark" ns:mark="m"><![CDATA[]]]]><![CDATA[> & <]]><name>x</name>"#
            ))
    }

    @Test func whatStandsInAnotherPlaceIsNotTheMember() async throws {
        let other = Self.booking.replacing(
            "<passenger_name>", with: #"<id>9</id><passenger>b</passenger><x:seats xmlns:x="urn:x"/><passenger_name>"#)
        let answer = try await answer("/bookings", other.replacing("id=\"1\"", with: "id=\"1\" paid=\"true\""))
        #expect(answer.status == 200)
        #expect(answer.body.hasSuffix(#"id="1"><passenger_name>a</passenger_name><seats></seats></booking>"#))
    }

    @Test func whatNoSchemaDescribesStaysAsItIs() async throws {
        #expect(try await client.raw(body: HTTPBody("<note/>")).collect(upTo: 10) == Array("<note/>".utf8))
    }

    @Test func otherWritersXMLIsRead() async throws {
        let xml = """
            \u{FEFF}<?xml version='1.0' encoding="utf-8" standalone='yes'?>\r
            <!-- a comment --><?pi ?>
            <b:booking xmlns:b="https://example.com/booking" xmlns:p="https://example.com/pay" id=' 7 ' p:paid="true">
              <b:seats>&#65;&#x42;<![CDATA[<&]]></b:seats>
              <b:unknown><b:seats>inside</b:seats></b:unknown>
              <b:passenger_name>Ada</b:passenger_name><b:seats/>
            </b:booking>

            """
        let answer = try await answer("/bookings", xml)
        #expect(answer.status == 200)
        #expect(answer.body.contains(#" id="7" "#))
        #expect(answer.body.contains("<passenger_name>Ada</passenger_name><seats>AB&lt;&amp;</seats><seats></seats>"))
    }

    private static let booking =
        #"<booking xmlns="https://example.com/booking" id="1"><passenger_name>a</passenger_name></booking>"#

    @Test(arguments: [
        (booking.replacing("id=\"1\"", with: ""), "id"), (booking.replacing("id=\"1\"", with: "id=\"0\""), "less than 1"),
        (booking.replacing("id=\"1\"", with: "id=\"x\""), "id"),
        (booking.replacing(">a<", with: "><b/><"), "'passenger_name' holds 'b'"),
        (booking.replacing("<passenger_name>", with: "<passenger_name></passenger_name><passenger_name>"), "stands 2 times"),
        (booking.replacing("example.com", with: "example.org"), "not 'booking'"),
        (booking.replacing("booking", with: "other"), "is 'other'"),
        (booking.replacing("id=\"1\">", with: "id=\"1\"> b "), "'booking' holds 'b' where elements are expected"),
        (booking.replacing(">a<", with: ">" + String(repeating: "a", count: 41) + "<"), "40"),
        ("<!DOCTYPE b [<!ENTITY a 'aaaa'>]>" + booking, "line 1: a document type declaration is not allowed"),
        (booking.replacing(">a<", with: ">&a;<"), "nothing is called '&a;'"), ("", "missing"),
    ])
    func whatDoesNotFitIsRefused(xml: String, reason: String) async throws {
        let answer = try await answer("/bookings", xml)
        #expect(answer.status == 400)
        #expect(answer.body.contains(reason), "\(answer.body)")
    }

    private func answer(_ path: String, _ xml: String) async throws -> (status: Int, body: String) {
        var head = HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: "/markup/v1" + path)
        head.headerFields[.contentType] = "application/xml"
        var router = Echo().router()
        router.validatesRequests = true
        let response = await router.respond(to: RequestMessage(head: head, body: HTTPBody(xml)))
        return (response.head.status.code, String(decoding: try await response.body.collect(upTo: 1 << 20), as: UTF8.self))
    }
}

private struct Echo: Markup.Server {
    static let booking = Markup.Booking(
        id: 7, passenger: "Ada & \"Bob\" <3", paid: true, seats: ["12A", " 12B\n"],
        extras: [.init(code: "meal", price: 9.5), .init(code: "")], departure: Timestamp("2026-11-26T08:00:00Z"), cancelled: .null)

    func book(body: Markup.Booking) async throws -> Markup.Booking { body }

    func bookings() async throws -> [Markup.Booking] { [Self.booking, Self.booking] }

    func choose(body: Markup.Node?, mediaType: Markup.ChooseMediaType?) async throws -> Markup.ChooseResponse {
        guard let body, mediaType == .textXML else { return .noContent }
        return .ok(body)
    }

    func shapes(body: Markup.Animals) async throws -> Markup.Animals { body }

    func raw(body: HTTPBody) async throws -> HTTPBody { body }
}
