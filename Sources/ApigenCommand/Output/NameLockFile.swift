package import APIModel
package import Diagnostics
import YAMLTree

/// The file that keeps the Swift names of a document's things between runs.
package struct NameLockFile: Sendable {
    package let path: String
    package let names: [NameKey: String]

    package init(path: String, names: [NameKey: String]) {
        self.path = path
        self.names = names
    }

    /// Reads the file; one that does not exist has no names.
    package init(reading path: String, log: inout DiagnosticLog) {
        self.path = path
        guard kind(of: path) != nil, let source = openDocument(path, log: &log), let tree = parseYAML(source, log: &log) else {
            names = [:]
            return
        }
        names = lockedNames(in: tree.root, log: &log)
    }

    /// What the file keeps and another run has no name for, sorted.
    package func names(missingIn other: NameLockFile) -> [String] {
        names.keys.filter { other.names[$0] == nil }.map(\.text).sorted()
    }

    /// The file's text, which depends on the names only and not on their order in the document.
    package var bytes: [UInt8] {
        var text = "# The Swift names of the document's types, operations and members, which apigen keeps. Commit this file.\n"
        for (title, scope) in [("types", NameKey.Scope.types), ("operations", .operations)] {
            text += "\(title):\n" + lines(of: names.filter { $0.key.scope == scope }, indent: "  ")
        }
        text += "members:\n"
        let members = Dictionary(grouping: names.filter { $0.key.owner != nil }) { $0.key.owner ?? "" }
        for (owner, names) in members.sorted(by: { $0.key < $1.key }) {
            text += "  \(jsonString(owner)):\n" + lines(of: names.map { ($0.key, $0.value) }, indent: "    ")
        }
        return Array(text.utf8)
    }

    private func lines(of names: some Sequence<(key: NameKey, value: String)>, indent: String) -> String {
        names.sorted { $0.key.thing < $1.key.thing }.map { "\(indent)\(jsonString($0.key.thing)): \(jsonString($0.value))\n" }
            .joined()
    }

    /// Whether the file holds these names already.
    package var isUpToDate: Bool { readFile(path) == bytes }

    package func write() throws(OutputFailure) {
        try checkWritable(path)
        try writeFile(bytes, to: path)
    }
}

extension NameKey {
    fileprivate var owner: String? {
        if case .members(let owner) = scope { owner } else { nil }
    }

    /// The thing as messages name it.
    fileprivate var text: String { (owner.map { $0 + ", " } ?? "") + thing }
}

private func lockedNames(in root: YAMLNode, log: inout DiagnosticLog) -> [NameKey: String] {
    var names: [NameKey: String] = [:]
    func read(_ node: YAMLNode, _ scope: NameKey.Scope) {
        for entry in node.entries {
            guard let name = entry.value.string, Identifier.isValid(name) else {
                log.report(.lockedNameIsInvalid(entry))
                continue
            }
            names[NameKey(scope, entry.name)] = name
        }
    }
    for entry in root.entries {
        switch entry.name {
        case "types": read(entry.value, .types)
        case "operations": read(entry.value, .operations)
        case "members": for owner in entry.value.entries { read(owner.value, .members(owner.name)) }
        default: log.report(.unknownSection(entry))
        }
    }
    return names
}

extension Diagnostic {
    fileprivate static func lockedNameIsInvalid(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(.error, "the kept name of '\(entry.name)' must be a Swift name", at: entry.value.position)
    }

    fileprivate static func unknownSection(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(.error, "a file of kept names has types, operations and members, found '\(entry.name)'", at: entry.key.position)
    }
}
