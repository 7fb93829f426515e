/// The distinct keys of a document, so that keys are compared as numbers.
struct KeyTable: ~Copyable, Sendable {
    struct Record: BitwiseCopyable {
        var hash: UInt64
        var first: Int32
        var count: Int32
    }

    private var records = Table<Record>(capacity: 1024)
    private var slots = Table<Int32>(capacity: 4096)
    /// A seed per table, so that a document cannot choose colliding keys.
    private let seed = UInt64.random(in: 0...UInt64.max)

    init() {
        slots.append(repeating: -1, count: 4096)
    }

    var count: Int { records.count }

    /// The range of the key's text in the tree's bytes.
    func range(of key: Int32) -> (first: Int32, count: Int32) {
        (records[key].first, records[key].count)
    }

    /// Returns the number of a known key, or `nil`.
    func find(_ text: UnsafePointer<UInt8>, count: Int, in bytes: borrowing Table<UInt8>) -> Int32? {
        let slot = slot(for: text, count: count, hash: hash(text, count: count), in: bytes)
        return slots[slot] < 0 ? nil : slots[slot]
    }

    /// Returns the number of a key; the text of a new key is appended to the bytes.
    mutating func intern(_ text: UnsafePointer<UInt8>, count: Int, in bytes: inout Table<UInt8>) -> Int32 {
        let hash = hash(text, count: count)
        let slot = slot(for: text, count: count, hash: hash, in: bytes)
        if slots[slot] >= 0 { return slots[slot] }
        let key = Int32(records.count)
        records.append(Record(hash: hash, first: Int32(bytes.count), count: Int32(count)))
        bytes.append(text, count: count)
        slots[slot] = key
        if records.count * 2 > slots.count { grow() }
        return key
    }

    private func hash(_ text: UnsafePointer<UInt8>, count: Int) -> UInt64 {
        var hash = seed
        var index = 0
        while index < count {
            hash = (hash ^ UInt64(text[index])) &* 0x0000_0100_0000_01B3
            index &+= 1
        }
        return hash ^ (hash >> 29)
    }

    /// Returns the slot of a key, or the empty slot where it belongs.
    private func slot(
        for text: UnsafePointer<UInt8>, count: Int, hash: UInt64, in bytes: borrowing Table<UInt8>
    ) -> Int32 {
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let key = slots.start[slot]
            if key < 0 { return Int32(slot) }
            let record = records[key]
            if record.hash == hash, Int(record.count) == count,
                areEqual(text, bytes.start + Int(record.first), count: count)
            {
                return Int32(slot)
            }
            slot = (slot &+ 1) & mask
        }
    }

    private func areEqual(_ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>, count: Int) -> Bool {
        var index = 0
        while index < count {
            if one[index] != other[index] { return false }
            index &+= 1
        }
        return true
    }

    private mutating func grow() {
        let size = slots.count * 4
        slots = Table(capacity: size)
        slots.append(repeating: -1, count: size)
        for key in 0..<Int32(records.count) {
            var slot = Int(truncatingIfNeeded: records[key].hash) & (size - 1)
            while slots.start[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots.start[slot] = key
        }
    }
}
