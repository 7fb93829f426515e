import Diagnostics
import Templating

/// A model for tests: a person with friends.
struct Person: SwiftFileTemplate {
    static let template = "main"
    static let fields: [Field<Self>] = [
        .text("name", \.name), .text("note", \.note), .flag("isHere", \.isHere), .list("friends", \.friends),
        .list("tags", \.tags), .part("home", \.home), .arguments("words", \.words), .all(\.work),
    ]

    let name: String
    var note = ""
    var isHere = false
    var friends: [Person] = []
    var tags: [Tag] = []
    var home: Home?
    var words: [String] = []
    var work = Work(office: "x")
}

struct Tag: TemplateModel {
    static let fields: [Field<Self>] = [.text("tag", \.tag)]
    let tag: String
}

struct Home: TemplateModel {
    static let fields: [Field<Self>] = [.text("street", \.street)]
    let street: String
}

struct Work: TemplateModel {
    static let fields: [Field<Self>] = [.text("office", \.office)]
    let office: String
}

struct Surroundings: TemplateModel {
    static let fields: [Field<Self>] = [.text("town", \.town), .flag("isOpen", \.isOpen)]
    let town: String
    let isOpen: Bool
}

let ada = Person(name: "Ada", note: "a\nb", isHere: true, friends: [Person(name: "Bob"), Person(name: "Eve", isHere: true)])

/// What a template gives, and what the log says about it, a line for each diagnostic and note.
func render(_ template: String, _ person: Person = ada, partials: [String: String] = [:]) -> (text: String, log: [String]) {
    var log = DiagnosticLog()
    let sources = ([("main", template)] + partials.sorted { $0.key < $1.key }).map { name, text in
        (name: name, source: log.add(SourceFile(path: name, bytes: Array(text.utf8))))
    }
    let templates = TemplateSet(sources, files: [Person.self], constants: Surroundings.self, log: &log)
    let bytes = log.hasErrors ? [] : templates.render(person, constants: Surroundings(town: "Oslo", isOpen: true))
    let lines = log.diagnostics.flatMap { diagnostic in
        [(diagnostic.text, diagnostic.position)] + diagnostic.notes.map { ($0.text, $0.position) }
    }
    return (
        String(decoding: bytes, as: UTF8.self),
        lines.map { "\(log.source($1.file).path):\($1.line):\($1.column): \($0)" }
    )
}
