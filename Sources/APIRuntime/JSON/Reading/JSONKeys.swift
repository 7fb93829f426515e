/// The names of an object's members, prepared once, so that reading finds them without making strings.
///
/// For `static let` only: the table lives as long as the program, except where the runtime deallocates its own.
public struct JSONKeys: BitwiseCopyable, @unchecked Sendable {
    private struct Table {
        let names: UnsafeMutablePointer<Name>
        let count: Int
        /// A bit for each of the first 64 names that an object must have.
        let required: UInt64
        /// Open addressing by hash; 0 is empty, else one more than the index of a name.
        let slots: UnsafeMutablePointer<Int32>
        let mask: Int
    }

    /// A single trivial word, which is copied without counting references.
    private let table: UnsafePointer<Table>

    /// Prepares names.
    ///
    /// - Parameter names: The names of the members in the order in which documents most likely have them, separated by spaces or line
    ///   feeds. A name that may be absent ends with a question mark. A backslash stands before a space, a question mark or a backslash
    ///   that is part of a name; `\n` is a line feed, and `\0` the empty name.
    public init(_ names: StaticString) {
        self.init(Self.split(names))
    }

    /// Prepares the names of members, some of which an object must have.
    init(_ names: [(bytes: [UInt8], isRequired: Bool)]) {
        var capacity = 4
        while capacity < names.count * 2 { capacity *= 2 }
        let entries = UnsafeMutablePointer<Name>.allocate(capacity: max(names.count, 1))
        let slots = UnsafeMutablePointer<Int32>.allocate(capacity: capacity)
        slots.initialize(repeating: 0, count: capacity)
        var required: UInt64 = 0
        for (index, name) in names.enumerated() {
            let entry = Name(name.bytes)
            (entries + index).initialize(to: entry)
            if name.isRequired { required |= 1 << UInt64(truncatingIfNeeded: index) }
            var slot = entry.view.hash & (capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = Int32(truncatingIfNeeded: index) + 1
        }
        let table = UnsafeMutablePointer<Table>.allocate(capacity: 1)
        table.initialize(
            to: Table(names: entries, count: names.count, required: required, slots: slots, mask: capacity - 1))
        self.table = UnsafePointer(table)
    }

    /// Frees the table. No copy of it may be used any more.
    func deallocate() {
        for index in 0..<table.pointee.count { table.pointee.names[index].view.start.deallocate() }
        table.pointee.names.deallocate()
        table.pointee.slots.deallocate()
        table.deallocate()
    }

    private static func split(_ text: StaticString) -> [(bytes: [UInt8], isRequired: Bool)] {
        var names: [(bytes: [UInt8], isRequired: Bool)] = []
        var name: (bytes: [UInt8], isRequired: Bool) = ([], true)
        var isEscaped = false
        let text = text.description.utf8
        for byte in text {
            switch (isEscaped, byte) {
            case (false, UInt8(ascii: "\\")):
                isEscaped = true
                continue
            case (false, UInt8(ascii: "?")): name.isRequired = false
            case (false, UInt8(ascii: " ")), (false, UInt8(ascii: "\n")):
                names.append(name)
                name = ([], true)
            case (true, UInt8(ascii: "0")): break
            case (true, UInt8(ascii: "n")): name.bytes.append(UInt8(ascii: "\n"))
            default: name.bytes.append(byte)
            }
            isEscaped = false
        }
        return text.isEmpty ? [] : names + [name]
    }

    /// The first of the required names among the first 64 that were not found; `nil` if all were.
    ///
    /// - Parameter found: A bit for each name that was found.
    func firstMissing(_ found: UInt64) -> String? {
        let missing = table.pointee.required & ~found
        guard missing != 0 else { return nil }
        let view = table.pointee.names[missing.trailingZeroBitCount].view
        return String(decoding: UnsafeBufferPointer(start: view.start, count: view.length), as: UTF8.self)
    }

    /// The length of a name if exactly this name and a quote are at a position.
    ///
    /// - Parameters:
    ///   - word: the eight bytes there.
    ///   - count: how many bytes there are from the place on.
    @inline(__always)
    func length(at index: Int, ifNameIsAt place: UnsafePointer<UInt8>, word: UInt64, before count: Int) -> Int? {
        guard index < table.pointee.count else { return nil }
        let name = table.pointee.names[index]
        let length = name.view.length
        guard name.isPlain, length < count, place[length] == UInt8(ascii: "\"") else { return nil }
        return name.view.equals(KeyView(place, length: length, word: word)) ? length : nil
    }

    /// The index of a name, -1 when it is none of them.
    ///
    /// - Parameter hint: the index to look at first, because documents keep an order.
    func index(of key: KeyView, hint: Int) -> Int {
        let table = table.pointee
        var candidate = hint
        while candidate < table.count, candidate < hint + 3 {
            if table.names[candidate].view.equals(key) { return candidate }
            candidate += 1
        }
        var slot = key.hash & table.mask
        while table.slots[slot] != 0 {
            let index = Int(table.slots[slot]) - 1
            if table.names[index].view.equals(key) { return index }
            slot = (slot + 1) & table.mask
        }
        return -1
    }

    private struct Name {
        let view: KeyView
        /// Whether the name needs no escapes in JSON.
        let isPlain: Bool

        init(_ bytes: [UInt8]) {
            let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
            copy.initialize(from: bytes, count: bytes.count)
            view = KeyView(UnsafePointer(copy), length: bytes.count)
            isPlain = UnsafeBufferPointer(start: view.start, count: view.length).allSatisfy {
                $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
            }
        }
    }
}

/// A name's bytes, with their first and last eight at hand.
struct KeyView {
    let start: UnsafePointer<UInt8>
    let length: Int
    /// The first eight bytes, or all of them with zeros behind.
    let head: UInt64
    /// The last eight bytes of more than eight.
    let tail: UInt64

    init(_ start: UnsafePointer<UInt8>, length: Int) {
        self.start = start
        self.length = length
        if length >= 8 {
            head = Self.word(start)
            tail = Self.word(start + (length - 8))
        } else {
            var word: UInt64 = 0
            var index = length
            while index > 0 {
                index -= 1
                word = word << 8 | UInt64(start[index])
            }
            head = word
            tail = 0
        }
    }

    /// A key of at most eight bytes, of which `head` may hold more than belong to it.
    init(_ start: UnsafePointer<UInt8>, length: Int, word: UInt64) {
        self.start = start
        self.length = length
        if length >= 8 {
            head = word
            tail = Self.word(start + (length - 8))
        } else {
            head = word & ((1 << UInt64(truncatingIfNeeded: length &* 8)) &- 1)
            tail = 0
        }
    }

    @inline(__always)
    private static func word(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
    }

    var hash: Int {
        var mixed = (head ^ (tail << 23 | tail >> 41)) &+ UInt64(truncatingIfNeeded: length)
        mixed = mixed &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 33)
    }

    @inline(__always)
    func equals(_ other: KeyView) -> Bool {
        guard length == other.length, head == other.head, tail == other.tail else { return false }
        var index = 8
        while index < length - 8 {
            if start[index] != other.start[index] { return false }
            index += 1
        }
        return true
    }
}
