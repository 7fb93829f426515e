import Diagnostics
import Testing
import YAMLTree

@Test func everyNodeKnowsItsPlace() throws {
    let root = try #require(Parsed("# é\na: é\n\"ü\": [1,\n  {b: 2}]\nc:\n- x\n-  y\n").tree).root
    #expect(place(root.position) == "2:1")
    #expect(place(root.endPosition) == "7:5")
    #expect(
        root.entries.map { "\($0.name) \(place($0.key.position)) \(place($0.value.position))" } == [
            "a 2:1 2:4", "ü 3:1 3:6", "c 5:1 6:1",
        ])
    #expect(place(try #require(root["ü"]).endPosition) == "4:10")
    #expect(root["c"]?.elements.map { place($0.position) } == ["6:3", "7:4"])
}

@Test func jsonAndYAMLGiveTheSamePlaces() throws {
    let text = "{\"a\": [1, \"é\", true],\n  \"b\": {\"c\": null}, \"d\": \"\\u00e9\"}"
    let json = try #require(Parsed(text).tree).root
    let yaml = try #require(Parsed("--- \n" + text).tree).root
    func places(_ node: YAMLNode) -> [String] {
        [place(node.position), place(node.endPosition)] + node.elements.flatMap(places)
            + node.entries.flatMap { places($0.key) + places($0.value) }
    }
    let moved = places(yaml).map { text -> String in
        let parts = text.split(separator: ":").compactMap { Int($0) }
        return "\((parts.first ?? 0) - 1):\(parts.last ?? 0)"
    }
    #expect(places(json) == moved)
    #expect(json.jsonText() == yaml.jsonText())
}

@Test func linesAreThoseOfAnEditor() throws {
    let root = try #require(Parsed("a: \"x\u{2028}y\u{85}z\" \r\nb: 1\rc: 2").tree).root
    #expect(root.entries.map { place($0.key.position) } == ["1:1", "2:1", "3:1"])
    #expect(place(try #require(root["a"]).endPosition) == "1:11")
}

@Test func keysCompareByTheirText() throws {
    let root = try #require(Parsed("200: a\n'x y': b\n~: c\n'': d\n").tree).root
    #expect(root["200"]?.string == "a")
    #expect(root["x y"]?.string == "b")
    #expect(root["~"]?.string == "c")
    #expect(root[""]?.string == "d")
    #expect(root["z"] == nil)
    #expect(root["a"] == nil)
    #expect(root.entry("200")?.key.scalar == .int(200))
}

@Test func largeMappingsFindEveryKey() throws {
    let text = (0..<5_000).map { "key\($0): \($0)\n" }.joined()
    let root = try #require(Parsed(text).tree).root
    #expect(root.count == 5_000)
    #expect((0..<5_000).allSatisfy { (number: Int) in root["key\(number)"]?.int == number })
    #expect(root["key5000"] == nil)
}

@Test func aNodeOfAnotherKindHasNoEntriesOrElements() throws {
    let root = try #require(Parsed("a: [1]\nb: x").tree).root
    #expect(root["a"]?.entries.count == 0)
    #expect(root.elements.isEmpty)
    #expect(root["b"]?.count == 0)
    #expect(root["b"]?["c"] == nil)
    #expect(root["a"]?.scalar == nil)
    #expect(root["a"]?.text == nil)
}

@Test func sourceTextIsWhatTheAuthorWrote() throws {
    let root = try #require(
        Parsed(
            """
            e:
              # first
              a: 1   # one
              b:
              - x

            # of f
            f: {x: 1,
              y: "é"}  # after
            g: |
              text

            h: plain
              goes on
            i: end

            """
        ).tree
    ).root
    #expect(root["e"]?.sourceText == "a: 1   # one\n  b:\n  - x")
    #expect(root["e"]?.sourceIndent == 2)
    #expect(root["f"]?.sourceText == "{x: 1,\n  y: \"é\"}")
    #expect(root["g"]?.sourceText == "|\n  text")
    #expect(root["h"]?.sourceText == "plain\n  goes on")
    #expect(root["i"]?.sourceText == "end")
}

@Test func jsonTextIsCompactAndEscaped() {
    #expect(
        Parsed("a: \"q\\\"\\\\ \\x01\\n\"\nb: [~, .5, 0x10, no, {}]\n").json
            == #"{"a":"q\"\\ \u0001\n","b":[null,0.5,16,"no",{}]}"#)
}
