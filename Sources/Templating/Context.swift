/// What a template's names stand for at one level.
package struct Context: Sendable {
    enum Value: Sendable {
        case text(String)
        case flag(Bool)
        case list([Context])
    }

    /// A few entries, looked through one after the other: faster than hashing for so few.
    private var entries: [(name: Int, value: Value)] = []

    package init() {}

    package mutating func set(_ name: Int, text: String) { entries.append((name, .text(text))) }
    package mutating func set(_ name: Int, flag: Bool) { entries.append((name, .flag(flag))) }
    package mutating func set(_ name: Int, list: [Context]) { entries.append((name, .list(list))) }

    func value(_ name: Int) -> Value? {
        for entry in entries where entry.name == name { return entry.value }
        return nil
    }
}
