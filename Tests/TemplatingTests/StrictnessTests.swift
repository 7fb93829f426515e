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
        // Names of the section around are no names of this one.
        ("{{#tags}}\n{{tag}}{{name}}{{/tags}}", "main:2:8: unknown name 'name'"),
        ("{{#friends}}{{name}}{{street}}{{/friends}}", "main:1:21: unknown name 'street'"),
        ("{{#home}}{{street}}{{/home}}{{^home}}{{street}}{{/home}}", "main:1:38: unknown name 'street'"),
    ])
    func mistakesStandAtTheirPlace(_ template: String, _ expected: String) {
        #expect(render(template).log == [expected])
    }

    @Test func crossedSectionsNameBothPlaces() {
        let log = render("{{#tags}}\n{{#friends}}\n{{/tags}}\n{{/friends}}").log
        #expect(log.prefix(2) == ["main:3:1: 'tags' is closed where 'friends' is open", "main:2:1: opened here"])
    }

    @Test func mistakeInAPartialIsToldOnce() {
        let log = render("{{>card}}{{#friends}}{{>card}}{{/friends}}{{#tags}}{{>card}}{{/tags}}", partials: ["card": "{{nome}}"])
            .log
        #expect(log == ["card:1:1: unknown name 'nome'; did you mean 'name'?"])
    }

    @Test func partialHasToSuitEveryModelThatItIsIncludedFor() {
        let log = render("{{>card}}{{#tags}}{{>card}}{{/tags}}", partials: ["card": "{{name}}"]).log
        #expect(log == ["card:1:1: unknown name 'name'"])
    }

    @Test(arguments: ["{{>ring}}{{#isHere}}{{>ring}}{{/isHere}}", "{{#friends}}{{>ring}}{{/friends}}{{>ring}}"])
    func templateThatIncludesItselfForTheSameValuesIsRefused(_ ring: String) {
        let log = render("{{#friends}}{{>ring}}{{/friends}}", partials: ["ring": "x" + ring]).log
        #expect(log.first?.hasSuffix(": template 'ring' includes itself") == true)
    }

    @Test func templatesThatIncludeEachOtherForTheSameValuesAreRefused() {
        let log = render("{{>one}}", partials: ["one": "{{>two}}", "two": "\n{{>one}}"]).log
        #expect(log == ["two:2:1: template 'one' includes itself"])
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
