import Testing

@testable import APIModel
@testable import APIRuntime

/// The generator judges the examples of a document as the runtime judges what is sent.
@Test(arguments: [
    ("date", ["2026-02-28", "2026-02-29", "2028-02-29", "2026-13-01", "2026-1-1", "0000-01-01", "2026-01-01T", "١٩٩٩-٠١-٠١", ""]),
    (
        "time",
        [
            "12:00:00Z", "23:59:60Z", "24:00:00Z", "12:00Z", "12:00:00.Z", "12:00:00.5+01:00",
            "12:00:00+24:00", "12:00:00z",
        ]
    ),
    (
        "date-time",
        [
            "2026-02-28T12:00:00Z", "2026-02-30T12:00:00Z", "2026-02-28t12:00:00z", "2026-02-28 12:00:00Z", "2026-02-28T12:00:00",
            "2026-02-28T12:00:00.123456789Z", "2026-12-31T23:59:60Z", "2026-02-28T12:00:00+0100", "",
        ]
    ),
    (
        "duration",
        [
            "P1D", "P", "PT", "P1Y2M3DT4H5M6S", "P1W", "P1WT1H", "P1W2D", "PT1S", "PT0.5S", "1D", "P1M1Y", "PT1H1S", "P1Y1D",
            "P1YT1S", "PT1H1M1S",
        ]
    ),
    (
        "uuid",
        [
            "123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-426614174000", "123e4567e89b12d3a456426614174000",
            "{123e4567-e89b-12d3-a456-426614174000}", "123e4567-e89b-12d3-a456-42661417400g", "",
        ]
    ),
    ("byte", ["", "YQ==", "YQ", "YWI=", "YWI", "YWJj", "Y", "Y===", "YQ=", "Y-_/", "a b=", "YQ==\n", "=", "====", "YW=j"]),
    ("base64url", ["", "YQ==", "YQ", "YWI", "YWJj", "Y", "Y-_/", "YW+j", "YQ="]),
    ("decimal", ["1", "-1.5", "+1", "1e5", "1.", ".5", "1E-3", "NaN", "", "01", "1,5"]),
    (
        "email",
        [
            "a@b.c", "a@b", "a", "@b", "a@", "a b@c.d", "\"a b\"@c.d", "a@[127.0.0.1]", "a..b@c.d", "a.@c.d", "a@-b.c", "ü@b.c",
            "a@b.c.", "a+b@c.d",
        ]
    ),
    ("hostname", ["a", "a.b", "a-b", "-a", "a-", "a..b", "a.", "a_b", "1.2", "xn--x", "", "ä.de"]),
    ("ipv4", ["1.2.3.4", "256.1.1.1", "01.2.3.4", "1.2.3", "1.2.3.4.5", "1.2.3.4 ", ""]),
    (
        "ipv6",
        [
            "::", "::1", "1::", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:8:9", "1::2::3", ":::", "::ffff:1.2.3.4",
            "::1.2.3", "12345::", "fe80::1%eth0", "1:2:3:4:5:6:1.2.3.4", ":1", "1:", "",
        ]
    ),
    (
        "uri",
        [
            "https://a.b", "a", "/a", "mailto:a@b", "urn:a:b", "https://a b", "https://a/%zz", "https://a/%41", "https://ä", "1a:b",
            "a:", "", "https://[::1]/", "https://a/{b}", "a:b|c", "https://a\\b", "a:\"b\"",
        ]
    ),
    ("uri-reference", ["", "a", "/a", "//a", "?a=b", "#a", "a b", "%4", "ä", "a:b", "/a{b}"]),
    ("json-pointer", ["", "/", "/a", "a", "/~0~1", "/~2", "/~", "//"]),
    ("relative-json-pointer", ["0", "1/a", "0#", "01", "-1", "", "/a", "1a", "2/~3"]),
])
func generatorAndRuntimeAgree(_ format: String, _ texts: [String]) {
    for text in texts {
        #expect(formatAllows(format, text) == SchemaFormat.named[format]?.allows(text), "\(format) \(text)")
    }
}

/// Texts for which the generator gives no warning, although the runtime rejects them.
@Test(arguments: [
    ("time", ["12:00:00", "12:59:60Z"]),
    ("uri", ["https://a/["]),
    ("uri-reference", ["#a#b", "1:b", "[", "/a[b]"]),
    ("regex", ["[", "(", "a{2,1}", "\\", "a**"]),
])
func generatorAllowsMore(_ format: String, _ texts: [String]) {
    for text in texts {
        #expect(formatAllows(format, text), "\(format) \(text)")
        #expect(SchemaFormat.named[format]?.allows(text) == false, "\(format) \(text)")
    }
}
