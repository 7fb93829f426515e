import Templating
import Testing

/// Mistakes in templates, each at its own place.
struct StrictnessTests {
    @Test(arguments: [
        ("Hi {{nane}}", "main:1:4: unknown name 'nane'; did you mean 'name'?"),
        ("é\n ü{{zzzzzz}}", "main:2:3: unknown name 'zzzzzz'"),
        ("{{}}", "main:1:1: unknown name ''"),
        ("{{-first}}", "main:1:1: unknown name '-first'"),
        ("{{^ghost}}{{/ghost}}", "main:1:1: unknown name 'ghost'"),
        ("{{friends}}", "main:1:1: 'friends' is no text, use it as a section"),
        ("{{isHere}}", "main:1:1: 'isHere' is no text, use it as a section"),
        ("a\n  {{#tags}}", "main:2:3: section 'tags' is not closed"),
        ("{{/tags}}", "main:1:1: 'tags' is closed but not open"),
        ("a {{name\nb", "main:1:3: the tag is not closed on its line"),
        ("{{{name}}", "main:1:1: the tag is not closed on its line"),
        ("{{na\nme}}", "main:1:1: the tag is not closed on its line"),
        ("{{", "main:1:1: the tag is not closed on its line"),
        ("{{{", "main:1:1: the tag is not closed on its line"),
        ("{{! for ever", "main:1:1: the tag is not closed on its line"),
        ("{{=<% %>=}}", "main:1:1: delimiters cannot be changed"),
        ("{{>card}}", "main:1:1: no template is called 'card'"),
    ])
    func mistakesStandAtTheirPlace(_ template: String, _ expected: String) {
        #expect(render(template).log == [expected])
    }

    @Test func crossedSectionsNameBothPlaces() {
        let log = render("{{#tags}}\n{{#friends}}\n{{/tags}}\n{{/friends}}").log
        #expect(log.prefix(2) == ["main:3:1: 'tags' is closed where 'friends' is open", "main:2:1: opened here"])
    }

    @Test func nameWithoutValueStopsTheText() {
        let result = render("a {{name}} b", Context())
        #expect(result.text == "a ")
        #expect(result.log == ["main:1:3: 'name' has no value here"])
    }

    @Test func templateThatIncludesItselfTwiceEnds() {
        let log = render("{{>ring}}", partials: ["ring": "x{{>ring}}{{>ring}}"]).log
        #expect(log == ["ring:1:2: template 'ring' is included too deeply, it probably includes itself"])
    }

    @Test func templateMayIncludeItselfAsLongAsItsListsLast() {
        let result = render("{{>tree}}", partials: ["tree": "{{name}}\n{{#friends}}\n  {{>tree}}\n{{/friends}}\n"])
        #expect(result.log == [])
        #expect(result.text == "Ada\n  Bob\n  Eve\n")
    }

    @Test func sectionsInSectionsWithoutEndAreRefused() {
        let log = render(String(repeating: "{{#isHere}}", count: 10_000)).log
        #expect(log.first == "main:1:1101: section 'isHere' stands in too many others")
    }

    @Test func templateIsFoundAgainAfterItsMistakes() {
        let log = render("{{nane}}\n{{friends}}\n{{#nobody}}{{/nobody}}").log
        #expect(log.map { $0.prefix(9) } == ["main:1:1:", "main:2:1:", "main:3:1:"])
    }
}
