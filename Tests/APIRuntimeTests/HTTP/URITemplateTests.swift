import Testing

@testable import APIRuntime

/// The examples of RFC 6570, section 3.2, for each expansion that a style of OpenAPI stands for.
struct URITemplateTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let template: String
        let name: String
        let style: ParameterStyle
        var explode = false
        var allowReserved = false
        let expansion: String
        var testDescription: String { template }
    }

    private static let values: [String: TextTree] = [
        "count": .list([.text("one"), .text("two"), .text("three")]),
        "dom": .list([.text("example"), .text("com")]),
        "hello": .text("Hello World!"),
        "half": .text("50%"),
        "var": .text("value"),
        "who": .text("fred"),
        "list": .list([.text("red"), .text("green"), .text("blue")]),
        "keys": .members([
            TextMember(name: "semi", value: .text(";")), TextMember(name: "dot", value: .text(".")),
            TextMember(name: "comma", value: .text(",")),
        ]),
        "v": .text("6"), "x": .text("1024"), "y": .text("768"), "empty": .text(""),
        "undef": .undefined,
    ]

    static let examples: [Example] = [
        Example(template: "{var}", name: "var", style: .simple, expansion: "value"),
        Example(template: "{hello}", name: "hello", style: .simple, expansion: "Hello%20World%21"),
        Example(template: "{half}", name: "half", style: .simple, expansion: "50%25"),
        Example(template: "{empty}", name: "empty", style: .simple, expansion: ""),
        Example(template: "{list}", name: "list", style: .simple, expansion: "red,green,blue"),
        Example(template: "{list*}", name: "list", style: .simple, explode: true, expansion: "red,green,blue"),
        Example(template: "{keys}", name: "keys", style: .simple, expansion: "semi,%3B,dot,.,comma,%2C"),
        Example(template: "{keys*}", name: "keys", style: .simple, explode: true, expansion: "semi=%3B,dot=.,comma=%2C"),
        Example(template: "{+hello}", name: "hello", style: .simple, allowReserved: true, expansion: "Hello%20World!"),
        Example(template: "{+half}", name: "half", style: .simple, allowReserved: true, expansion: "50%25"),
        Example(template: "{+keys}", name: "keys", style: .simple, allowReserved: true, expansion: "semi,;,dot,.,comma,,"),
        Example(
            template: "{+keys*}", name: "keys", style: .simple, explode: true, allowReserved: true,
            expansion: "semi=;,dot=.,comma=,"),
        Example(template: "{.who}", name: "who", style: .label, expansion: ".fred"),
        Example(template: "{.half}", name: "half", style: .label, expansion: ".50%25"),
        Example(template: "www{.dom*}", name: "dom", style: .label, explode: true, expansion: ".example.com"),
        Example(template: "X{.list}", name: "list", style: .label, expansion: ".red,green,blue"),
        Example(template: "X{.list*}", name: "list", style: .label, explode: true, expansion: ".red.green.blue"),
        Example(template: "X{.keys}", name: "keys", style: .label, expansion: ".semi,%3B,dot,.,comma,%2C"),
        Example(template: "X{.keys*}", name: "keys", style: .label, explode: true, expansion: ".semi=%3B.dot=..comma=%2C"),
        Example(template: "{;who}", name: "who", style: .matrix, expansion: ";who=fred"),
        Example(template: "{;half}", name: "half", style: .matrix, expansion: ";half=50%25"),
        Example(template: "{;empty}", name: "empty", style: .matrix, expansion: ";empty"),
        Example(template: "{;list}", name: "list", style: .matrix, expansion: ";list=red,green,blue"),
        Example(template: "{;list*}", name: "list", style: .matrix, explode: true, expansion: ";list=red;list=green;list=blue"),
        Example(template: "{;keys}", name: "keys", style: .matrix, expansion: ";keys=semi,%3B,dot,.,comma,%2C"),
        Example(template: "{;keys*}", name: "keys", style: .matrix, explode: true, expansion: ";semi=%3B;dot=.;comma=%2C"),
        Example(template: "{?who}", name: "who", style: .form, expansion: "who=fred"),
        Example(template: "{?half}", name: "half", style: .form, expansion: "half=50%25"),
        Example(template: "{?empty}", name: "empty", style: .form, expansion: "empty="),
        Example(template: "{?list}", name: "list", style: .form, expansion: "list=red,green,blue"),
        Example(template: "{?list*}", name: "list", style: .form, explode: true, expansion: "list=red&list=green&list=blue"),
        Example(template: "{?keys}", name: "keys", style: .form, expansion: "keys=semi,%3B,dot,.,comma,%2C"),
        Example(template: "{?keys*}", name: "keys", style: .form, explode: true, expansion: "semi=%3B&dot=.&comma=%2C"),
    ]

    @Test(arguments: examples) func templateExpandsAsTheStandardSays(example: Example) throws {
        let styling = ParameterStyling(
            style: example.style, explode: example.explode, allowReserved: example.allowReserved, allowEmptyValue: false)
        let writer = StyleWriter(
            name: example.name, styling: styling, kept: example.allowReserved ? .reserved(except: "/?#[]") : .unreserved)
        let value = try #require(Self.values[example.name])
        #expect(try writer.write(value) == example.expansion)
    }

    @Test func undefinedExpandsToNothing() throws {
        let styling = ParameterStyling(style: .form, explode: false, allowReserved: false, allowEmptyValue: false)
        #expect(try StyleWriter(name: "undef", styling: styling, kept: .unreserved).write(.undefined) == nil)
    }

    @Test(arguments: ["%", "%4", "%zz", "%C3", "%C3%28", "a%"]) func brokenEscapesAreNoText(text: String) {
        #expect(PercentEncoding.decode(Substring(text)) == nil)
    }
}
