package import APIModel
package import Diagnostics

/// One version of a document: its model, and the sources that positions refer to.
package struct Version {
    package let api: API
    package let log: DiagnosticLog

    package init(_ api: API, log: DiagnosticLog) {
        self.api = api
        self.log = log
    }
}

/// Collects changes, each once: what several places of the documents share has changed once.
final class Recorder {
    private let old: DiagnosticLog
    private let new: DiagnosticLog
    private var entries: [Entry] = []
    private var indices: [Key: Int] = [:]
    /// The number of changes that were left out because there were too many.
    private(set) var omitted = 0

    /// Everything about a change but what it means.
    struct Entry {
        let rule: Rule
        let subject: String
        let sentence: Sentence
        let old: Position?
        let new: Position?
        var directions: Directions
        var users: [Int] = []
    }

    private struct Key: Hashable {
        let rule: String
        let old: Position?
        let new: Position?
        let values: [String?]
        /// The subject, for changes that no position distinguishes.
        let subject: String?
    }

    init(old: DiagnosticLog, new: DiagnosticLog) {
        self.old = old
        self.new = new
    }

    /// Adds a change.
    ///
    /// - Parameters:
    ///   - place: What `{where}` of the sentence becomes.
    ///   - isShared: Whether the same positions mean the same change for any subject.
    func add(
        _ rule: Rule, _ subject: String, at place: [Sentence.Part] = [], name: String? = nil, old oldText: String? = nil,
        new newText: String? = nil, from oldPosition: Position?, to newPosition: Position?, in directions: Directions = .requests,
        isShared: Bool = false, users: [Int] = []
    ) {
        let key = Key(
            rule: rule.id, old: oldPosition, new: newPosition, values: [name, oldText, newText], subject: isShared ? nil : subject)
        if let known = indices[key] {
            entries[known].directions.formUnion(directions)
            entries[known].users += users.filter { !entries[known].users.contains($0) }.prefix(mostUsers)
            return
        }
        guard entries.count < mostChanges else {
            omitted += 1
            return
        }
        indices[key] = entries.count
        let values = [("name", name), ("old", oldText), ("new", newText)].map { key, text in
            (key, [text.map { Sentence.Part.value($0) } ?? .words("none")])
        }
        let sentence = Sentence(
            rule.template, Dictionary(values + [("where", place)], uniquingKeysWith: { first, _ in first }))
        entries.append(
            Entry(
                rule: rule, subject: subject, sentence: sentence, old: oldPosition, new: newPosition, directions: directions,
                users: users))
    }

    /// The changes with what they mean.
    ///
    /// - Parameter operations: The names of the operations that users are numbers of.
    func changes(operations: [String]) -> [Change] {
        entries.map { entry in
            var change = Change(
                rule: entry.rule, verdict: entry.rule.verdict(in: entry.directions), subject: entry.subject,
                sentence: entry.sentence, old: entry.old.map { Place($0, in: old) }, new: entry.new.map { Place($0, in: new) })
            change.users = entry.users.prefix(3).map { operations[$0] }
            change.userCount = entry.users.count
            return change
        }
    }
}

/// More changes than anybody reads.
private let mostChanges = 10_000
private let mostUsers = 1_000
