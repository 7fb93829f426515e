import Testing

@testable import APIRuntime

struct MediaTypeTests {
    @Test(
        arguments: [
            ("*/*", ["application/json"], "application/json"),
            ("text/html", ["application/json"], nil),
            ("text/html, */*;q=0.1", ["application/json"], "application/json"),
            ("application/json;q=0", ["application/json"], nil),
            ("*/*, application/json;q=0", ["application/json", "text/csv"], "text/csv"),
            ("text/csv, application/json;q=0.5", ["application/json", "text/csv"], "text/csv"),
            ("text/*;q=0.3, text/csv;q=0.7, */*;q=0.5", ["text/plain", "text/csv", "image/png"], "text/csv"),
            ("APPLICATION/JSON", ["application/json"], "application/json"),
            ("application/json; charset=utf-8", ["application/json"], "application/json"),
            ("application/json;version=2", ["application/json"], nil),
            ("garbage", ["application/json"], "application/json"),
            ("", ["application/json"], "application/json"),
            ("image/png", ["image/*"], "image/*"),
        ] as [(String, [String], String?)])
    func theCallersWishDecides(accept: String, offered: [String], expected: String?) {
        #expect(AcceptedMediaTypes(accept).best(of: offered) == expected)
    }

    @Test func quotedParametersKeepTheirSeparators() {
        let mediaType = MediaType("multipart/form-data; boundary=\"a;b\\\"c\"; charset=UTF-8")
        #expect(mediaType?.parameter("boundary") == "a;b\"c")
        #expect(mediaType?.parameter("charset") == "UTF-8")
    }

    @Test(arguments: ["", "json", "a/b/c", "a /b", "/json", "text/", "text/ü"]) func otherTextIsNoMediaType(text: String) {
        #expect(MediaType(text) == nil)
    }
}
