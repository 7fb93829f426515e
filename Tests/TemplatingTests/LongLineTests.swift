import Diagnostics
import Templating
import Testing

/// Lines of Swift, which are broken where they are too long.
struct LongLineTests {
    @Test(arguments: [
        // Each argument has a line of its own.
        ("  f(a: x, b: x, c: x)", "  f(\n      a: x,\n      b: x,\n      c: x\n  )"),
        // What stands behind the arguments counts.
        ("func x() async throws(x) -> y123456789012345 {", "func x() async throws(x)\n    -> y123456789012345\n{"),
        ("func x() async throws(xx) -> x {", "func x()\n    async throws(xx)\n    -> x\n{"),
        ("func f(a: x) async throws(x) -> xx", "func f(\n    a: x\n) async throws(x)\n    -> xx"),
        ("var x: [xx]?", "var x:\n    [xx]?"),
        ("struct x: x, x {", "struct x: x,\n    x\n{"),
        ("if x == 1, let a = f(x, in: x) { b = a }", "if x == 1,\n    let a = f(x, in: x)\n{\n    b = a\n}"),
        ("func f(a: x, b: x) async throws(x) -> y {", "func f(\n    a: x,\n    b: x\n) async throws(x) -> y {"),
        // Elements of an array end in a comma, unless there is only one.
        ("let a = [f(x), g(x), h(x)]", "let a = [\n    f(x),\n    g(x),\n    h(x),\n]"),
        ("let a = [f(x, y, \"x_and_some_more\")]", "let a = [\n    f(x, y, \"x_and_some_more\")\n]"),
        // Literals share lines.
        ("let a = [\"x\", \"x\", \"x\"]", "let a = [\n    \"x\", \"x\",\n    \"x\",\n]"),
        // An array that is the only argument stands with its parentheses.
        ("let a = f([x(1), x(2), x(3)])", "let a = f([\n    x(1),\n    x(2),\n    x(3),\n])"),
        ("f(x, [x, x, x])", "f(\n    x,\n    [\n        x, x,\n        x,\n    ]\n)"),
        // Brackets and commas in literals are none.
        ("f(\"x, (\", \"\\\", [x\", #\", \"x\"#)", "f(\n    \"x, (\",\n    \"\\\", [x\",\n    #\", \"x\"#\n)"),
        (
            "case .a(let value): value.write(x, x, x)",
            "case .a(let value):\n    value.write(\n        x,\n        x,\n        x\n    )"
        ),
        ("case .a(let value): value.write(x, x, 1)", "case .a(let value):\n    value.write(x, x, 1)"),
        ("case \"x\", \"x\", \"x\":", "case \"x\", \"x\",\n    \"x\":"),
        ("default: f(x, x, \"   1234567890 \")", "default:\n    f(x, x, \"   1234567890 \")"),
        ("f(x, { g(x) }) { h(x) }", "f(x, { g(x) }) {\n    h(x)\n}"),
        ("guard let x, let x else { throw f(x) }", "guard let x, let x else {\n    throw f(x)\n}"),
        (
            "guard let x, let x, let x else { throw f(x) }",
            "guard let x, let x,\n    let x\nelse {\n    throw f(x)\n}"
        ),
        ("let a = x ?? f(x, x)", "let a =\n    x\n    ?? f(x, x)"),
        ("let a = x ?? f(x, 1234567890123456)", "let a =\n    x ?? f(x, 1234567890123456)"),
        ("f(a: b == x || b == x ? x : x)", "f(\n    a: b == x || b == x\n        ? x\n        : x\n)"),
        // Comments, and what has no place to be broken at, stay as they are.
        ("/// f(x, x, x)", "/// f(x, x, x)"),
        ("xxxx", "xxxx"),
    ])
    func areBrokenAsSwiftFormatBreaksThem(_ line: String, _ expected: String) {
        #expect(render(line.lengthened + "\n").text == expected.lengthened + "\n")
    }

    @Test func lineWithRoomForItStaysWhole() {
        let line = "f(a, " + String(repeating: "b", count: 125) + ")"
        #expect(render(line).text == line)
        #expect(render(line + ";").text == "f(\n    a,\n    " + String(repeating: "b", count: 125) + "\n);")
    }

    @Test func commentsBeginNoLiteral() {
        let text = render("/// \"\"\"\nf(x, x, x)\n".lengthened).text
        #expect(text.hasPrefix("/// \"\"\"\nf(\n"))
    }

    @Test func linesOfAStringLiteralStayWhole() {
        let text = "f(\n    #\"\"\"\n    {x, x, (x, x), \"\"\"}\n    \"\"\"#)\n".lengthened
        #expect(render(text).text == text)
    }

    @Test func linesOfOtherTextsStayWhole() {
        let line = "f(a: x, b: x, c: x)".lengthened
        var log = DiagnosticLog()
        let source = log.add(SourceFile(path: "page", bytes: Array(line.utf8)))
        let templates = TemplateSet([("page", source)], files: [Page.self], constants: NoValues.self, log: &log)
        #expect(String(decoding: templates.render(Page(), constants: NoValues()), as: UTF8.self) == line)
    }

    @Test func argumentsInAPartialAreIndentedAsTheirLine() {
        let words = (1...4).map { "word\($0): " + String(repeating: "a", count: 30) }
        let text = render("    {{>call}}\n", Person(name: "Ada", words: words), partials: ["call": "let x = try f({{words}})\n"])
            .text
        #expect(text == "    let x = try f(\n" + words.map { "        " + $0 }.joined(separator: ",\n") + "\n    )\n")
    }

    @Test func listWithoutArgumentsIsEmpty() {
        #expect(render("f({{words}}){{^words}}none{{/words}}").text == "f()none")
    }

    @Test func bracketsWithoutEndAreLeftAlone() {
        let line = String(repeating: "f(", count: 20_000)
        #expect(render(line).text == line)
        let closed = line + String(repeating: ")", count: 20_000)
        #expect(render(closed).text.split(separator: "\n").count < 200)
    }
}

/// A file that is no Swift.
private struct Page: FileTemplate {
    static let template = "page"
    static let fields: [Field<Self>] = []
}

extension String {
    /// With long names, for which `x` stands.
    fileprivate var lengthened: String { replacing("x", with: String(repeating: "x", count: 50)) }
}
