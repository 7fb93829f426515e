import Testing

/// What the language prints: a template, and its text for Ada, who is here and knows Bob and Eve.
struct MustacheTests {
    @Test(arguments: [
        ("", ""),
        ("plain { text } }}", "plain { text } }}"),
        ("{{name}}", "Ada"),
        ("{{ name }}, {{&name}}, {{& name }}, {{{name}}}, {{{ name }}}.", "Ada, Ada, Ada, Ada, Ada."),
        ("{ {{name}} }", "{ Ada }"),
        ("{{note}}|", "a\nb|"),
        (" \t {{note}}|", " \t a\n b|"),
        ("  - {{note}}", "  - a\n  b"),
        ("{{office}} in {{town}}", "x in Oslo"),
    ])
    func variablesPrintTheirTextAsItIs(_ template: String, _ expected: String) {
        #expect(render(template).text == expected)
    }

    @Test(arguments: [
        ("{{#isHere}}yes{{/isHere}}{{^isHere}}no{{/isHere}}", "yes"),
        ("{{#tags}}yes{{/tags}}{{^tags}}no{{/tags}}", "no"),
        ("{{#note}}has a note{{/note}}", "has a note"),
        ("{{#friends}}{{name}} {{/friends}}", "Bob Eve "),
        ("{{#friends}}{{#isHere}}{{name}}{{/isHere}}{{/friends}}", "Eve"),
        ("{{#friends}}{{^isHere}}{{name}}{{/isHere}}{{/friends}}", "Bob"),
        ("{{#friends}}{{#tags}}x{{/tags}}{{^tags}}{{name}}{{/tags}}{{/friends}}", "BobEve"),
        ("{{^friends}}alone{{/friends}}", ""),
        ("{{#isHere}}{{#isHere}}deep{{/isHere}}{{/isHere}}", "deep"),
        ("{{#home}}home{{/home}}{{^home}}away{{/home}}", "away"),
        ("{{#isOpen}}{{#friends}}{{town}} {{/friends}}{{/isOpen}}", "Oslo Oslo "),
    ])
    func sectionsPrintWhenTheirValueIsThere(_ template: String, _ expected: String) {
        #expect(render(template).text == expected)
    }

    @Test(arguments: [
        ("{{#friends}}{{name}}{{^-last}}, {{/-last}}{{/friends}}", "Bob, Eve"),
        ("{{#friends}}{{#-first}}first {{/-first}}{{name}}{{#-last}} last{{/-last}};{{/friends}}", "first Bob;Eve last;"),
        ("{{#friends}}{{-index}}:{{name}} {{/friends}}", "0:Bob 1:Eve "),
    ])
    func listsKnowWhereTheyAre(_ template: String, _ expected: String) {
        #expect(render(template).text == expected)
    }

    @Test(arguments: [
        ("a\n{{#isHere}}\nb\n{{/isHere}}\nc\n", "a\nb\nc\n"),
        ("a\n  {{#isHere}}  \n  b\n\t{{/isHere}}\nc", "a\n  b\nc"),
        ("{{#isHere}}\nb\n{{/isHere}}", "b\n"),
        ("a\r\n{{! word }}\r\nb\r\n", "a\r\nb\r\n"),
        ("a\n{{! two\n lines }}\nb", "a\nb"),
        ("a {{! word }} b", "a  b"),
        ("a\n {{name}} \nb", "a\n Ada \nb"),
        ("{{#isHere}} {{/isHere}}\n", " \n"),
        ("x {{#isHere}}\ny{{/isHere}}\n", "x \ny\n"),
    ])
    func tagsThatPrintNothingTakeTheirLineWithThem(_ template: String, _ expected: String) {
        #expect(render(template).text == expected)
    }

    @Test(arguments: [
        ("{{>card}}", "[Ada]", "[{{name}}]"),
        ("a {{> card }} b", "a [Ada] b", "[{{name}}]"),
        ("{{#friends}}{{>card}}{{/friends}}", "[Bob][Eve]", "[{{name}}]"),
        ("  {{>card}}\nend", "  x\n\n  y\nend", "x\n\ny\n"),
        ("  {{>card}}\n", "  a\n  b\n", "{{note}}\n"),
        ("  {{>card}}\n", "  1\n  2\n", "1\n{{#isHere}}\n2\n{{/isHere}}\n"),
        ("{{#isHere}}\n    {{>card}}\n{{/isHere}}\nz", "    1\n    2\nz", "1\n2\n"),
    ])
    func partialsKeepTheIndentationOfTheirLine(_ template: String, _ expected: String, _ card: String) {
        #expect(render(template, partials: ["card": card]).text == expected)
    }

    @Test func partialsIndentWithinPartials() {
        let result = render(" {{>outer}}\n", partials: ["outer": "o\n  {{>inner}}\no\n", "inner": "i\ni\n"])
        #expect(result.text == " o\n   i\n   i\n o\n")
    }
}
