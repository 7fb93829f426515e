import Diagnostics
import Testing
import YAMLTree

private func nested(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
}

@Test(arguments: ["", "--- "])
func depthIsLimitedInJSONAndInYAML(_ prefix: String) {
    #expect(Parsed(prefix + nested(1_000)).tree != nil)
    let column = 1_001 + prefix.count
    for text in [nested(1_001), nested(100_000), String(repeating: "[", count: 100_000)] {
        #expect(Parsed(prefix + text).diagnostics == ["1:\(column) error: collections are nested more than 1000 levels deep"])
    }
}

@Test func depthIsCountedThroughAliases() {
    let text = "a: &a \(nested(600))\nb: \(String(repeating: "[", count: 300))*a\(String(repeating: "]", count: 300))"
    #expect(Parsed(text).tree != nil)
    let deeper = text + "\nc: \(String(repeating: "[", count: 400))*a\(String(repeating: "]", count: 400))"
    #expect(Parsed(deeper).diagnostics == ["3:404 error: collections are nested more than 1000 levels deep"])
}

@Test func aliasesExpandToALimit() throws {
    let bomb = (0..<30).reduce(into: "a0: &a0 x\n") { text, index in
        text += "a\(index + 1): &a\(index + 1) [*a\(index), *a\(index), *a\(index), *a\(index)]\n"
    }
    let parsed = Parsed(bomb)
    let text = "error: the document has more than 10000000 nodes, counting each alias in full"
    #expect(parsed.diagnostics.first == "13:12 \(text)")
    #expect(parsed.diagnostics.last?.hasPrefix("31:") == true)
    #expect(parsed.diagnostics.count <= 20)
}

@Test func jsonTextOfManyAliasesIsBounded() throws {
    let text = (0..<10).reduce(into: "a0: &a0 [xxxxxxxxxx]\n") { text, index in
        text += "a\(index + 1): &a\(index + 1) [*a\(index), *a\(index), *a\(index), *a\(index)]\n"
    }
    let json = try #require(Parsed(text).json)
    #expect(json.utf8.count < 1_100_000)
    #expect(Parsed(json, path: "a.json").diagnostics == [])
}

@Test func chainsOfMergesStayWithinTheLimit() {
    let first = "- &m0 {" + (0..<2_000).map { "k\($0): 0" }.joined(separator: ", ") + "}\n"
    let text = (0..<20_000).reduce(into: first) { text, index in text += "- <<: *m0\n" }
    #expect(Parsed(text).diagnostics.count == 1)
}

@Test func readingEndsAfterManyErrors() {
    let text = (0..<2_000).map { "k\($0 % 1_000): 0\n" }.joined()
    let parsed = Parsed(text)
    #expect(parsed.log.diagnostics.count == 200)
    #expect(parsed.tree == nil)
    let halves = Parsed("[\"\(String(repeating: #"\ud800"#, count: 2_000))\"]")
    #expect(halves.log.diagnostics.count == 200)
    #expect(halves.tree?.root.elements.first?.text?.unicodeScalars.count == 2_000)
}
