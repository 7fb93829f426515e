import Diagnostics
import Testing
import YAMLTree

@Test(arguments: [
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
