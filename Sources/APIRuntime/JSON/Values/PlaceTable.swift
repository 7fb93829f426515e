/// Finds elements of an array by the hashes of their names, with 11 to 21 bytes for each element.
///
/// It does not keep the names themselves, which the array has. Hashes have a seed in each process, so that nobody can choose names that
/// share a slot.
struct PlaceTable {
    /// The place of an element, one greater so that 0 is a free slot, below a part of its name's hash. An element's slot is the one
    /// that this part gives, or the next free one.
    private var slots: [UInt64] = []

    var isEmpty: Bool { slots.isEmpty }

    /// Returns the place of an element, or `nil` if there is none.
    ///
    /// - Parameters:
    ///   - elements: The array whose elements were added.
    ///   - hash: The hash of the element's name.
    ///   - isSame: Whether an element has that name.
    func place<Element>(in elements: [Element], hash: Int, where isSame: (Element) -> Bool) -> Int? {
        guard !slots.isEmpty else { return nil }
        let part = Self.part(of: hash)
        var index = slotIndex(part)
        while slots[index] != 0 {
            if slots[index] >> 32 == part, isSame(elements[Self.place(in: slots[index])]) { return Self.place(in: slots[index]) }
            index = (index + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Adds an element whose name none of the others has.
    ///
    /// - Parameters:
    ///   - place: The place of the element. Those with lower places are the only ones that were added before.
    ///   - hash: The hash of its name.
    mutating func add(_ place: Int, hash: Int) {
        if (place + 1) * 4 > slots.count * 3 { grow() }
        insert(Self.part(of: hash) << 32 | UInt64(UInt32(truncatingIfNeeded: place + 1)))
    }

    mutating func removeAll() {
        slots = []
    }

    private mutating func grow() {
        let smaller = slots
        slots = [UInt64](repeating: 0, count: max(32, slots.count * 2))
        for slot in smaller where slot != 0 { insert(slot) }
    }

    private mutating func insert(_ slot: UInt64) {
        var index = slotIndex(slot >> 32)
        while slots[index] != 0 { index = (index + 1) & (slots.count - 1) }
        slots[index] = slot
    }

    private func slotIndex(_ part: UInt64) -> Int {
        Int(truncatingIfNeeded: part) & (slots.count - 1)
    }

    private static func part(of hash: Int) -> UInt64 {
        UInt64(UInt32(truncatingIfNeeded: hash))
    }

    private static func place(in slot: UInt64) -> Int {
        Int(UInt32(truncatingIfNeeded: slot)) - 1
    }
}
