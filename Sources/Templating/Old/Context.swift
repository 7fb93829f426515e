/// What a template's names stand for at one level.
package struct Context: Sendable {
    enum Value: Sendable {
        case text(String)
        case flag(Bool)
        case list([Context])
    }

    private struct Entry {
        let name: Int
        let value: Value
    }

    /// A few entries, looked through one after the other: faster than hashing for so few.
    private var entries: [Entry] = []

    package init() {}

    package mutating func set(_ name: Int, text: String) { entries.append(Entry(name: name, value: .text(text))) }
    package mutating func set(_ name: Int, flag: Bool) { entries.append(Entry(name: name, value: .flag(flag))) }
    package mutating func set(_ name: Int, list: [Context]) { entries.append(Entry(name: name, value: .list(list))) }

    /// The value that was set last.
    func value(_ name: Int) -> Value? {
        var index = entries.count
        while index > 0 {
            index -= 1
            if entries[index].name == name { return entries[index].value }
        }
        return nil
    }
}
