import Diagnostics
import Testing
import YAMLTree

struct ScalarCase: Sendable, CustomTestStringConvertible {
    let source: String
    let scalar: YAMLScalar
    var testDescription: String { source }

    init(_ source: String, _ scalar: YAMLScalar) {
        self.source = source
        self.scalar = scalar
    }

    static let all: [ScalarCase] = [
        .init("", .null), .init("~", .null), .init("null", .null), .init("Null", .null), .init("NULL", .null),
        .init("nULL", .string("nULL")), .init("nulls", .string("nulls")), .init("'null'", .string("null")),
        .init("true", .bool(true)), .init("True", .bool(true)), .init("FALSE", .bool(false)),
        .init("tRue", .string("tRue")), .init("\"true\"", .string("true")),
        .init("yes", .string("yes")), .init("no", .string("no")), .init("on", .string("on")), .init("y", .string("y")),
        .init("0", .int(0)), .init("-0", .int(0)), .init("+1", .int(1)), .init("-12", .int(-12)),
        .init("0123", .int(123)), .init("007", .int(7)), .init("0o17", .int(15)), .init("0x1F", .int(31)),
        .init("0o8", .string("0o8")), .init("-0x1F", .string("-0x1F")), .init("0x", .string("0x")),
        .init("9223372036854775807", .int(.max)), .init("-9223372036854775808", .int(.min)),
        .init("9223372036854775808", .number("9223372036854775808")),
        .init("-00099999999999999999999", .number("-99999999999999999999")),
        .init("0xFFFFFFFFFFFFFFFF", .number("18446744073709551615")),
        .init("0x1FFFFFFFFFFFFFFFF", .string("0x1FFFFFFFFFFFFFFFF")),
        .init("1.", .number("1.0")), .init(".5", .number("0.5")), .init("-.5", .number("-0.5")),
        .init("+1.50", .number("1.50")), .init("1e3", .number("1e3")), .init("1E+3", .number("1E+3")),
        .init("1.e-3", .number("1.0e-3")), .init("001.5", .number("1.5")), .init("1e400", .number("1e400")),
        .init(".", .string(".")), .init("--", .string("--")), .init("+", .string("+")), .init("1e", .string("1e")),
        .init("1.2.3", .string("1.2.3")), .init("1_000", .string("1_000")), .init("190:20:30", .string("190:20:30")),
        .init("2024-01-31", .string("2024-01-31")), .init("12e03", .number("12e03")), .init("1e3x", .string("1e3x")),
        .init("'1'", .string("1")), .init("|\n  1\n", .string("1\n")), .init(">-\n  a\n  b", .string("a b")),
        .init("!!str 12", .string("12")), .init("! 12", .string("12")), .init("!!int \"12\"", .int(12)),
        .init("!!float 1", .number("1")), .init("!!float 0x10", .int(16)), .init("!!bool \"true\"", .bool(true)),
        .init("!!null ''", .null), .init("!!str", .string("")), .init("!!timestamp 2024-01-31", .string("2024-01-31")),
    ]
}

@Test(arguments: ScalarCase.all)
func plainScalarsFollowTheCoreSchema(_ scalarCase: ScalarCase) {
    let parsed = Parsed("- \(scalarCase.source)\n")
    #expect(parsed.diagnostics == [])
    #expect(parsed.tree?.root.elements.first?.scalar == scalarCase.scalar)
}

@Test(arguments: [
    ("1.0", 1), ("1e3", 1000), ("12.50e1", 125), ("-2.000", -2), ("0e999", 0), ("100e-2", 1), ("1.5", nil), ("1e19", nil),
    ("1e-1", nil), ("x", nil), ("9223372036854775807.0", Int.max), ("1e99999999999999999999", nil),
])
func floatsWithoutFractionCountAsIntegers(_ text: String, _ value: Int?) {
    #expect(Parsed("- \(text)").tree?.root.elements.first?.int == value)
}

@Test func textKeepsWhatWasWritten() throws {
    let elements = try #require(Parsed(#"[0123, 1.10, "a\tb", 'it''s', NO]"#).tree).root.elements
    #expect(elements.map(\.text) == ["0123", "1.10", "a\tb", "it's", "NO"])
    #expect(elements.map(\.string) == [nil, nil, "a\tb", "it's", "NO"])
    #expect(elements.map(\.numberText) == ["123", "1.10", nil, nil, nil])
}

@Test(arguments: [".inf", "-.INF", "+.Inf", ".nan", ".NaN"])
func valuesThatJSONLacksAreErrors(_ text: String) {
    #expect(Parsed("a: \(text)").diagnostics == ["1:4 error: '\(text)' is not a JSON value; quote it to make it a string"])
    #expect(Parsed("\(text): a").tree?.root[text]?.string == "a")
    #expect(Parsed("a: '\(text)'").tree?.root["a"]?.string == text)
}
