import Diagnostics
import Testing

@Test(arguments: [
    ("", ["1:1 error: the document is empty"]),
    (" \n\n", ["1:1 error: the document is empty"]),
    ("# only a comment\n", ["1:1 error: the document is empty"]),
    ("a: 1\n---\nb: 2\n", ["2:1 error: a second document starts here; a file must contain one document"]),
    ("a: b: c\n", ["1:5 error: a key is not allowed here; quote text that contains ': ', or check the indentation"]),
    ("a:\n\tb: 1\n", ["2:1 error: a tab cannot indent YAML; use spaces"]),
    ("a: @b\n", ["1:4 error: '@' cannot start a value; quote the value"]),
    (
        "a: \"\\q\"\n",
        ["1:5 error: unknown escape sequence in quoted text; write '\\\\' for a backslash", "1:4 note: the quote opens here"]
    ),
    ("a: \"b\n", ["1:4 error: the quoted text is not closed"]),
    (
        "a:\n  b: 1\n c: 2\n",
        ["3:2 error: expected a key of the mapping; check the indentation and the quotes", "1:1 note: the mapping starts here"]
    ),
    ("a: [1, 2\n", ["1:4 error: the list is not closed by ']'"]),
    ("a: 1\nb\nc: 2\n", ["2:1 error: expected ':' after a key"]),
    ("a: *", ["1:5 error: expected a name after '*' or '&'"]),
    ("a: \u{7}\n", ["1:4 error: character U+0007 is not allowed in YAML; use an escape sequence in double quotes"]),
    ("a: 1\nb: \0", ["2:4 error: unexpected NUL byte; the file is not UTF-8 text"]),
])
func syntaxErrorsAreOneSentence(_ text: String, _ expected: [String]) {
    #expect(Parsed(text).diagnostics == expected)
}

@Test func invalidUTF8IsAnErrorAtItsPlace() {
    #expect(Parsed(Array("a: 1\nb: \u{e9}".utf8) + [0xE9]).diagnostics == ["2:5 error: invalid UTF-8"])
    #expect(Parsed([0x5B, 0x22, 0xC0, 0x80, 0x22, 0x5D], path: "a.json").diagnostics == ["1:3 error: invalid UTF-8"])
}

@Test func aLastEmptyDocumentIsNoSecondOne() {
    #expect(Parsed("---\na: 1\n---\n").json == #"{"a":1}"#)
    #expect(Parsed("%YAML 1.2\n---\na: 1\n...\n").json == #"{"a":1}"#)
}

@Test(arguments: [
    ("{\"a\": 1,}", "1:9 warning: not valid JSON, read as YAML: expected a key in double quotes"),
    ("{\"a\": 1", "1:8 error: expected ',' or '}' before the document ends"),
    ("{\0", "1:2 error: unexpected NUL byte; the file is not UTF-8 text"),
    ("[1] 2", "1:5 error: unexpected text after the JSON value"),
    ("{\"a\": \"\\ud800\"}", "1:8 warning: an unpaired surrogate is read as U+FFFD"),
    ("[\"a\n\"]", "1:4 warning: not valid JSON, read as YAML: unescaped control character in a string"),
])
func jsonErrorsAreThoseOfJSON(_ text: String, _ expected: String) {
    #expect(Parsed(text, path: "a.json").diagnostics == [expected])
}

@Test func flowYAMLIsReadAsYAML() {
    let parsed = Parsed("{a: [b, 'c'], d: &x e, f: *x}")
    #expect(parsed.json == #"{"a":["b","c"],"d":"e","f":"e"}"#)
    #expect(parsed.diagnostics == [])
}

@Test func byteOrderMarksAreUnderstood() {
    let text = "{a: é}"
    let units = Array(text.utf16)
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    var big32: [UInt8] = [0, 0, 0xFE, 0xFF]
    for unit in units {
        little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        big32 += [0, 0, UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    for bytes in [[0xEF, 0xBB, 0xBF] + Array(text.utf8), little, big, big32] {
        #expect(Parsed(bytes).json == #"{"a":"é"}"#)
    }
}
