/// A hash table from a key's number to its pair, for mappings too large for a linear search.
enum MappingIndex {
    static let threshold = 16

    static func slotCount(for pairCount: Int) -> Int {
        var size = 64
        while size < pairCount * 2 { size *= 2 }
        return size
    }

    static func append(pairs range: Range<Int>, of pairs: borrowing Table<Pair>, to slots: inout Table<Int32>) {
        let size = slotCount(for: range.count)
        let first = slots.count
        slots.append(repeating: -1, count: size)
        for pair in range {
            var slot = slot(for: pairs[Int32(pair)].name, size: size)
            while slots.start[first + slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots.start[first + slot] = Int32(pair)
        }
    }

    /// Returns the index of the pair with a key, or `nil`.
    static func find(
        _ name: Int32, in mapping: NodeRecord, pairs: borrowing Table<Pair>, slots: borrowing Table<Int32>
    ) -> Int32? {
        guard mapping.detail >= 0 else {
            var pair = mapping.first
            while pair < mapping.first + mapping.count {
                if pairs[pair].name == name { return pair }
                pair += 1
            }
            return nil
        }
        let size = slotCount(for: Int(mapping.count))
        var slot = slot(for: name, size: size)
        while true {
            let pair = slots.start[Int(mapping.detail) + slot]
            if pair < 0 { return nil }
            if pairs[pair].name == name { return pair }
            slot = (slot + 1) & (size - 1)
        }
    }

    private static func slot(for name: Int32, size: Int) -> Int {
        Int(truncatingIfNeeded: UInt32(bitPattern: name) &* 0x9E37_79B1 >> 7) & (size - 1)
    }
}
