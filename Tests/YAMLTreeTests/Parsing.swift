import Diagnostics
import YAMLTree

/// What reading a text gives: the tree and what was said about it, without carets.
struct Parsed {
    let tree: YAMLTree?
    let diagnostics: [String]
    let log: DiagnosticLog

    init(_ bytes: [UInt8], path: String = "a.yaml") {
        var log = DiagnosticLog()
        let id = log.add(SourceFile(path: path, bytes: bytes))
        tree = parseYAML(id, log: &log)
        diagnostics = log.diagnostics.flatMap { diagnostic in
            ["\(place(diagnostic.position)) \(diagnostic.severity): \(diagnostic.text)"]
                + diagnostic.notes.map { "\(place($0.position)) note: \($0.text)" }
        }
        self.log = log
    }

    init(_ text: String, path: String = "a.yaml") {
        self.init(Array(text.utf8), path: path)
    }

    var json: String? { tree?.root.jsonText() }
}

func place(_ position: Position) -> String {
    "\(position.line):\(position.column)"
}
