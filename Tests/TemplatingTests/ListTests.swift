import Testing

/// Lists between parentheses or brackets, which are broken where their line is too long for them.
struct ListTests {
    /// 106 columns on one line.
    private let words = (1...4).map { "word\($0): " + String(repeating: "a", count: 18) }

    private func broken(_ margin: String) -> String {
        "\n" + words.map { margin + "    " + $0 }.joined(separator: ",\n") + "\n" + margin
    }

    @Test(arguments: [
        // A line has room for 118 columns.
        ("  ffffff(", ") {\n", false),
        ("  fffffff(", ") {\n", true),
        ("  f(", ") {\n", false),
        // What stands behind the arguments counts, as far as it is printed.
        ("    f(", ") throws -> Int {\nnext\n", true),
        ("    f(", "){{#home}} throws -> Int{{/home}} {\n", false),
    ])
    func argumentsStandOnLinesOfTheirOwnWhereTheLineIsTooLong(_ before: String, _ after: String, _ isBroken: Bool) {
        let text = render(before + "{{words}}" + after, Person(name: "Ada", words: words)).text
        let margin = String(before.prefix { $0 == " " })
        let list = isBroken ? broken(margin) : words.joined(separator: ", ")
        #expect(text.hasPrefix(before + list + ")"))
    }

    @Test func argumentsInAPartialAreIndentedAsTheirLine() {
        let text = render("    {{>call}}\n", Person(name: "Ada", words: words), partials: ["call": "let x = try f({{words}})\n"])
            .text
        #expect(text == "    let x = try f(" + broken("    ") + ")\n")
    }

    @Test func listWithoutArgumentsIsEmpty() {
        #expect(render("f({{words}}){{^words}}none{{/words}}").text == "f()none")
    }

    @Test func secondListIsBrokenWhereTheFirstWasNotEnough() {
        let text = render("f({{words}}, other: function({{words}}))\n", Person(name: "Ada", words: words)).text
        #expect(text == "f(" + broken("") + ", other: function(" + broken("") + "))\n")
    }

    @Test func elementsGoOnOverAsManyLinesAsTheyNeed() {
        let person = Person(name: "Ada", places: (10..<40).map { "place\($0)" })
        let lines = render("  [{{places}}]\n", person).text.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.count <= 113 })
        #expect(lines[1].hasPrefix("      place"))
    }
}
