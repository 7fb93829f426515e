import Diagnostics
import Testing
import YAMLTree

@Test func anAliasIsTheNodeThatItNames() throws {
    let root = try #require(Parsed("a: &x {k: 1}\nb: *x\n").tree).root
    #expect(root["a"] == root["b"])
    #expect(root["a"]?.index == root["b"]?.index)
}

@Test func anAnchorCanBeGivenAnewAndUsedAsKey() {
    #expect(Parsed("- &x a\n- *x\n- &x b\n- *x\n- {*x : 1}").json == #"["a","a","b","b",{"b":1}]"#)
}

@Test(arguments: [
    ("a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}", #"{"a":{"x":1,"y":2},"b":{"y":3,"x":1}}"#),
    ("- &a {x: 1}\n- &b {x: 2, z: 3}\n- <<: [*a, *b]\n  w: 0", #"[{"x":1},{"x":2,"z":3},{"w":0,"x":1,"z":3}]"#),
    ("- &a {x: 1}\n- &b {<<: *a, y: 2}\n- {<<: *b}", #"[{"x":1},{"y":2,"x":1},{"y":2,"x":1}]"#),
    ("\"<<\": 1", #"{"<<":1}"#), ("{\"<<\": {\"a\": 1}}", #"{"<<":{"a":1}}"#),
])
func mergeKeysGiveWhatTheMappingLacks(_ text: String, _ json: String) {
    #expect(Parsed(text).json == json)
}

@Test(arguments: [
    ("a: *b", ["1:4 error: alias '*b' has no preceding anchor"]),
    ("a: &x [1, *x]", ["1:11 error: alias '*x' is inside the node that it refers to", "1:4 note: the anchor '&x' is here"]),
    ("<<: 1", ["1:5 error: the value of '<<' must be a mapping or a list of mappings"]),
    ("<<: [{a: 1}, b]", ["1:14 error: the value of '<<' must be a mapping or a list of mappings"]),
    ("a: 1\nb: 2\n\"a\": 3", ["3:1 error: duplicate key 'a'", "1:1 note: first used here"]),
    ("{\"a\": 1,\n\"a\": 1}", ["2:1 error: duplicate key 'a'", "1:2 note: first used here"]),
    ("200: 1\n'200': 2", ["2:1 error: duplicate key '200'", "1:1 note: first used here"]),
    ("? [a]\n: 1", ["1:3 error: a sequence cannot be a key"]),
    ("{{a: 1}: 1}", ["1:2 error: a mapping cannot be a key"]),
    ("a: &x [1]\n*x : 1", ["2:1 error: a sequence cannot be a key"]),
    ("a: !include b.yaml", ["1:4 error: unknown tag '!include'"]),
    ("a: !!python/object {b: 1}", ["1:4 error: unknown tag '!!python/object'"]),
    ("a: !!int x", ["1:4 error: tag '!!int' does not match 'x'"]),
    ("a: !!map [x]", ["1:4 error: tag '!!map' does not match a sequence"]),
])
func whatTheSyntaxAllowsAndATreeDoesNotIsNamed(_ text: String, _ expected: [String]) {
    let parsed = Parsed(text)
    #expect(parsed.diagnostics == expected)
    #expect(parsed.tree == nil)
}

@Test func everyDuplicateIsReported() {
    #expect(Parsed("a: 1\na: 2\nb: {c: 1, c: 2}\na: 3").diagnostics.filter { $0.contains("error") }.count == 3)
}
