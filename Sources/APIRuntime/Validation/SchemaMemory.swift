/// What schemas have said of values, so that no schema is applied to a value twice at each level.
///
/// Arrays and objects are identified by the address of their elements, which does not change while they are checked. Values inside them
/// that have none are checked one after the other, so that the memory of one of them is enough. Most values are such leaves.
struct SchemaMemory {
    struct Visit: Hashable {
        let node: Int32
        let collects: Bool
        let explanation: UInt32
        /// The place of the value where violations are reported; the verdict does not depend on it.
        let place: UInt
        /// The address of the elements; 0 for a leaf.
        fileprivate let storage: UInt

        init(node: Int, collects: Bool, explanation: Int, place: UInt, value: JSONValue) {
            self.node = Int32(truncatingIfNeeded: node)
            self.collects = collects
            self.explanation = UInt32(truncatingIfNeeded: explanation)
            self.place = place
            storage = value.storage
        }

        var isAtLeaf: Bool { storage == 0 }
    }

    private var containers: [Visit: Bool] = [:]
    private var leaf: [Visit: Bool] = [:]
    /// What was evaluated, by visit. Only schemas with `unevaluatedItems` or `unevaluatedProperties` ask for it.
    private var evaluated: [Visit: Set<Int>] = [:]

    subscript(visit: Visit) -> SchemaOutcome? {
        get {
            guard let isValid = visit.isAtLeaf ? leaf[visit] : containers[visit] else { return nil }
            return SchemaOutcome(isValid: isValid, evaluated: evaluated.isEmpty ? [] : evaluated[visit] ?? [])
        }
        set {
            guard let newValue else { return }
            if visit.isAtLeaf { leaf[visit] = newValue.isValid } else { containers[visit] = newValue.isValid }
            if !newValue.evaluated.isEmpty { evaluated[visit] = newValue.evaluated }
        }
    }

    /// Forgets the last leaf, because another one comes.
    mutating func forgetLeaf() {
        if !leaf.isEmpty { leaf.removeAll(keepingCapacity: true) }
    }
}

extension JSONValue {
    /// The address of its elements or members; 0 if it has none.
    fileprivate var storage: UInt {
        switch self {
        case .array(let elements) where !elements.isEmpty:
            elements.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
        case .object(let object) where object.count > 0:
            object.members.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
        default: 0
        }
    }
}
