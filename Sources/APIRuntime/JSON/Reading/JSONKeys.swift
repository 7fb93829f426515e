/// The names of an object's members, prepared once, so that reading finds them without making strings.
///
/// For `static let` only: the table lives as long as the program.
public struct JSONKeys: @unchecked Sendable {
    private struct Table {
        let names: UnsafeMutablePointer<Name>
        let count: Int
        /// Open addressing by hash; 0 is empty, else one more than the index of a name.
        let slots: UnsafeMutablePointer<Int32>
        let mask: Int
    }

    /// A single trivial word, which is copied without counting references.
    private let table: UnsafePointer<Table>

    /// Prepares names.
    ///
    /// - Parameter names: the members' names, in the order in which documents most likely have them.
    public init(_ names: [StaticString]) {
        var capacity = 4
        while capacity < names.count * 2 { capacity *= 2 }
        let entries = UnsafeMutablePointer<Name>.allocate(capacity: max(names.count, 1))
        let slots = UnsafeMutablePointer<Int32>.allocate(capacity: capacity)
        slots.initialize(repeating: 0, count: capacity)
        for (index, name) in names.enumerated() {
            let entry = Name(name)
            (entries + index).initialize(to: entry)
            var slot = entry.view.hash & (capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = Int32(truncatingIfNeeded: index) + 1
        }
        let table = UnsafeMutablePointer<Table>.allocate(capacity: 1)
        table.initialize(to: Table(names: entries, count: names.count, slots: slots, mask: capacity - 1))
        self.table = UnsafePointer(table)
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

    /// The index of one of the names, -1 for others.
    func index(of name: StaticString) -> Int {
        name.withUTF8Buffer { buffer in
            buffer.baseAddress.map { index(of: KeyView($0, length: buffer.count), hint: 0) } ?? -1
        }
    }

    private struct Name {
        let view: KeyView
        /// Whether the name needs no escapes in JSON.
        let isPlain: Bool

        init(_ name: StaticString) {
            if name.hasPointerRepresentation {
                view = KeyView(name.utf8Start, length: name.utf8CodeUnitCount)
            } else {
                let bytes = Array(String(name.unicodeScalar).utf8)
                let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
                copy.initialize(from: bytes, count: bytes.count)
                view = KeyView(UnsafePointer(copy), length: bytes.count)
            }
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
