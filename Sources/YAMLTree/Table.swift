/// A growing array with direct pointer access, which is fast in debug builds too; SwiftPM runs plugin tools in them.
struct Table<Element: BitwiseCopyable>: ~Copyable, @unchecked Sendable {
    private(set) var count = 0
    private(set) var start: UnsafeMutablePointer<Element>
    private var capacity: Int

    init(capacity: Int) {
        self.capacity = max(capacity, 16)
        start = .allocate(capacity: self.capacity)
    }

    deinit {
        start.deallocate()
    }

    /// Accesses an element without checking the index.
    subscript(index: Int32) -> Element {
        @inline(always) get { start[Int(index)] }
        @inline(always) set { start[Int(index)] = newValue }
    }

    @inline(always)
    mutating func append(_ element: Element) {
        if count == capacity { reserve(1) }
        start[count] = element
        count &+= 1
    }

    mutating func append(_ elements: UnsafePointer<Element>, count added: Int) {
        reserve(added)
        (start + count).update(from: elements, count: added)
        count += added
    }

    mutating func append(repeating element: Element, count added: Int) {
        reserve(added)
        (start + count).update(repeating: element, count: added)
        count += added
    }

    @inline(always)
    mutating func shrink(to newCount: Int) {
        count = newCount
    }

    private mutating func reserve(_ added: Int) {
        guard count + added > capacity else { return }
        capacity = max(capacity * 2, count + added)
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        larger.update(from: start, count: count)
        start.deallocate()
        start = larger
    }
}
