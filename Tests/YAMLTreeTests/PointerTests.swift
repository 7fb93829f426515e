import Diagnostics
import Foundation
import Testing
import YAMLTree

struct PointerTests {
    @Test(
        arguments: [
            (1, 1, nil), (1, 4, "#/a"), (2, 1, "#/b~1c"), (2, 6, "#/b~1c"), (2, 10, "#/b~1c/1"), (3, 1, "#/d"),
            (4, 8, "#/d/e~0/y"), (5, 3, "#/d/f"), (6, 3, "#/d/g"), (6, 6, "#/d/g"),
        ] as [(Int, Int, String?)])
    func placesHavePointers(line: Int, column: Int, pointer: String?) {
        let text = """
            a: 1
            b/c: [2, 3]
            d:
              e~: {y: 4}
              f: &x 5
              g: *x
            """
        var log = DiagnosticLog()
        let file = log.add(SourceFile(path: "a.yaml", bytes: Array(text.utf8)))
        _ = parseYAML(file, log: &log)
        #expect(log.pointer(to: Position(file: file, line: line, column: column)) == pointer)
    }

    /// Documents in block style and in flow style, with comments, empty values, long texts and lists in lists.
    private static let documents = [
        "lambda.yaml", "shop.yaml", "Features/shapes.yaml", "Features/markup.yaml", "Features/nullable30.yaml",
    ]

    @Test(arguments: documents + ["- - a: {b: }\n    c:\n  - [d: 1, e]\n- f:\n- g:\n  - h: \"i\"\n    j:\n"])
    func everyNodeAndEveryKeyHasItsPointer(_ document: String) throws {
        let specs = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Specs").standardizedFileURL
        let isFile = document.hasSuffix(".yaml")
        let bytes = isFile ? Array(try Data(contentsOf: specs.appending(path: document))) : Array(document.utf8)
        var log = DiagnosticLog()
        let file = log.add(SourceFile(path: "a.yaml", bytes: bytes))
        let tree = try #require(parseYAML(file, log: &log))
        var open = [(tree.root, "#")]
        while let (node, pointer) = open.popLast() {
            if pointer != "#" { #expect(log.pointer(to: node.position) == pointer) }
            for (index, element) in node.elements.enumerated() { open.append((element, "\(pointer)/\(index)")) }
            for entry in node.entries {
                let token = entry.name.replacing("~", with: "~0").replacing("/", with: "~1")
                #expect(log.pointer(to: entry.key.position) == "\(pointer)/\(token)")
                open.append((entry.value, "\(pointer)/\(token)"))
            }
        }
    }
}
