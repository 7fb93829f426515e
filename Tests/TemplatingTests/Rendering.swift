import Diagnostics
import Templating

/// Names for tests: a person with friends.
let vocabulary = Vocabulary([
    ("name", .text), ("note", .text), ("isHere", .flag), ("friends", .list), ("tags", .list),
])

func person(_ name: String, note: String = "", isHere: Bool = false, friends: [Context] = []) -> Context {
    var context = Context()
    context.set(0, text: name)
    context.set(1, text: note)
    context.set(2, flag: isHere)
    context.set(3, list: friends)
    return context
}

let ada = person("Ada", note: "a\nb", isHere: true, friends: [person("Bob"), person("Eve", isHere: true)])

/// What a template gives, and what the log says about it, a line for each diagnostic and note.
func render(_ template: String, _ context: Context = ada, partials: [String: String] = [:]) -> (text: String, log: [String]) {
    var log = DiagnosticLog()
    var templates = TemplateSet(vocabulary)
    for (name, text) in [("main", template)] + partials.sorted(by: { $0.key < $1.key }) {
        let source = log.add(SourceFile(path: name, bytes: Array(text.utf8)))
        templates.add(name, source: source, log: &log)
    }
    templates.checkPartials(log: &log)
    let bytes = templates.render("main", context, log: &log)
    let lines = log.diagnostics.flatMap { diagnostic in
        [(diagnostic.text, diagnostic.position)] + diagnostic.notes.map { ($0.text, $0.position) }
    }
    return (
        String(decoding: bytes, as: UTF8.self),
        lines.map { "\(log.source($1.file).path):\($1.line):\($1.column): \($0)" }
    )
}
