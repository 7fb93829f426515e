import Diagnostics
import OpenAPI
import Testing
import YAMLTree

private let shop = """
    openapi: 3.1.1
    info: {title: Shop, version: '1'}
    tags: [{name: a}]
    paths:
      /a: {get: {operationId: a, tags: [open], deprecated: true}, put: {operationId: b}}
      /b: {get: {operationId: c, x-internal: true}}
    """

/// The document after an overlay's actions, or nil, with everything that was said.
private func overlaid(_ actions: String, document: String = shop) -> (tree: YAMLTree?, said: [String], log: DiagnosticLog) {
    var log = DiagnosticLog()
    let document = log.add(SourceFile(path: "api.yaml", bytes: Array(document.utf8)))
    let text = "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions:\n\(actions)\n"
    let overlay = log.add(SourceFile(path: "overlay.yaml", bytes: Array(text.utf8)))
    let trees = [document, overlay].compactMap { parseYAML($0, log: &log) }
    let tree = trees.count == 2 ? applyOverlays([trees[1]], to: trees[0], log: &log) : nil
    let said = log.diagnostics.map { "\(log.source($0.position.file).path):\($0.position.line): \($0.text)" }
    return (tree, said, log)
}

@Suite struct OverlayTests {
    @Test func updatesMergeAndRemovalsRemove() {
        let (tree, said, _) = overlaid(
            """
              - {target: $.info, update: {title: New, contact: {name: N}}}
              - {target: $.tags, update: {name: b}}
              - {target: "$.paths.*[?@.deprecated == true]", remove: true}
              - {target: "$..[?@['x-internal']]", update: {tags: [late], x-internal: false}}
            """)
        let root = tree?.root
        #expect(said == [])
        #expect(root?["info"]?.jsonText() == #"{"title":"New","version":"1","contact":{"name":"N"}}"#)
        #expect(root?["tags"]?.jsonText() == #"[{"name":"a"},{"name":"b"}]"#)
        #expect(root?["paths"]?["/a"]?.entries.map(\.name) == ["put"])
        #expect(root?["paths"]?["/b"]?.jsonText() == #"{"get":{"operationId":"c","x-internal":false,"tags":["late"]}}"#)
    }

    @Test func whatAnOverlayAddsKeepsItsPlace() throws {
        let (edited, _, given) = overlaid("  - {target: $.paths, update: {/c: {get: {responses: 7}}}}")
        var log = given
        let tree = try #require(edited)
        _ = readOpenAPI(tree, log: &log)
        let errors = log.diagnostics.filter { $0.severity == .error }
        #expect(errors.map { log.source($0.position.file).path } == ["overlay.yaml"])
        #expect(errors.map { "\($0.position.line):\($0.position.column)" } == ["4:54"])
        #expect(log.pointer(to: errors[0].position) == "#/actions/0/update/~1c/get/responses")
    }

    @Test(arguments: [
        ("  - {target: $.nowhere, update: {}}", "overlay.yaml:4: the target selects nothing in the document"),
        ("  - {target: nowhere, update: {}}", "overlay.yaml:4: the target is not a valid JSONPath: it does not begin with '$'"),
        ("  - {target: '$.a[', update: {}}", "overlay.yaml:4: the target is not a valid JSONPath: it ends early"),
        ("  - {target: $, remove: true}", "overlay.yaml:4: the whole document cannot be removed"),
        ("  - {update: {}}", "overlay.yaml:4: an action needs a 'target'"),
        ("  - {target: $.info.title, update: {}}", "overlay.yaml:4: a mapping cannot be merged into a string"),
        ("  - {target: $.info, updat: {}}", "overlay.yaml:4: unknown field 'updat' in the action object; did you mean 'update'?"),
        ("  []", "overlay.yaml:4: 'actions' must be a list with at least one action"),
    ])
    func mistakesAreNamed(_ action: String, _ diagnostic: String) {
        #expect(overlaid(action).said.first == diagnostic)
    }

    @Test(arguments: [
        ("$.a", #"{"b":{"n":2,"d":"y"},"c":[1,2,3]}"#), ("$..n", #"{"a":{"d":"x"},"b":{"d":"y"},"c":[1,2,3]}"#),
        ("$['a','b']", #"{"c":[1,2,3]}"#), ("$.*", "{}"), ("$.c[-1:]", #"{"a":{"n":1,"d":"x"},"b":{"n":2,"d":"y"},"c":[1,2]}"#),
        ("$.c[::-2]", #"{"a":{"n":1,"d":"x"},"b":{"n":2,"d":"y"},"c":[2]}"#),
        ("$.c[-9223372036854775808:1:9223372036854775807]", #"{"a":{"n":1,"d":"x"},"b":{"n":2,"d":"y"},"c":[2,3]}"#),
        ("$.c[?@ >= 2 && @ != 3]", #"{"a":{"n":1,"d":"x"},"b":{"n":2,"d":"y"},"c":[1,3]}"#),
        ("$[?@.d == 'x' || length(@) == 3]", #"{"b":{"n":2,"d":"y"}}"#),
        ("$[?!(@.d)]", #"{"a":{"n":1,"d":"x"},"b":{"n":2,"d":"y"}}"#),
        ("$[?count(@.*) < 3 && @.n < $.b.n]", #"{"b":{"n":2,"d":"y"},"c":[1,2,3]}"#),
    ])
    func pathsSelect(_ path: String, _ rest: String) {
        let quoted = path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        let document = "{a: {n: 1, d: x}, b: {n: 2, d: y}, c: [1, 2, 3]}"
        let result = overlaid("  - {target: '\(quoted)', remove: true}", document: document)
        #expect(result.said == [])
        #expect(result.tree?.root.jsonText() == rest)
    }
}
