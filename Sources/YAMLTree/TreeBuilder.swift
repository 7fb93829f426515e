internal import Diagnostics

/// Builds the tables of a tree from the parts of a document in order.
///
/// The YAML reader and the JSON reader share it. It checks what the syntax does not: duplicate keys, limits and aliases.
struct TreeBuilder: ~Copyable {
    /// A collection being read.
    struct Frame: BitwiseCopyable {
        var node: Int32
        /// The index of its first child among the pending nodes.
        var firstPending: Int32
        var nodesBefore: Int
        var height: Int32
        /// Whether the next child is a key; false in sequences.
        var expectsKey: Bool
        var isAnchored = false
    }

    let file: SourceFile.ID
    /// The index of the current source text.
    var source: UInt16 = 0
    var nodes: Table<NodeRecord>
    var elements: Table<Int32>
    var pairs: Table<Pair>
    var slots = Table<Int32>(capacity: 64)
    var bytes: Table<UInt8>
    var keys = KeyTable()

    private(set) var problems: [Diagnostic] = []
    /// Whether a limit was exceeded, after which nothing more is read.
    private(set) var isStopped = false
    private var errorCount = 0

    let mergeKey: Int32?
    let isLenient: Bool
    var frames = Table<Frame>(capacity: 64)
    var frame = Frame(node: -1, firstPending: 0, nodesBefore: 0, height: 0, expectsKey: false)
    var pending = Table<Int32>(capacity: 1024)
    /// The last mapping in which each key was seen, by the key's number.
    var owners = Table<Int32>(capacity: 1024)
    var anchors: [String: Anchor] = [:]
    var anchorNames: [Int32: String] = [:]
    /// The number of nodes so far, with aliases expanded.
    var expandedNodes = 0
    /// Whether the document exceeds the limit with its aliases expanded.
    var isTooLarge: Bool { expandedNodes > Limits.nodes }

    /// - Parameters:
    ///   - merging: Whether a plain `<<` merges mappings, as in YAML but not in JSON.
    ///   - isLenient: Whether a duplicate key is a warning.
    init(file: SourceFile.ID, byteCount: Int, merging: Bool, isLenient: Bool) {
        self.file = file
        self.isLenient = isLenient
        nodes = Table(capacity: byteCount / 20)
        elements = Table(capacity: byteCount / 200)
        pairs = Table(capacity: byteCount / 40)
        bytes = Table(capacity: byteCount / 2)
        mergeKey = merging ? keys.intern([0x3C, 0x3C], count: 2, in: &bytes) : nil
    }

    /// The kind of the innermost collection being read.
    var openKind: YAMLNode.Kind? { frame.node < 0 ? nil : nodes[frame.node].kind }

    /// The root node, or `nil` if nothing was read.
    var root: Int32? { pending.count > 0 ? pending[0] : nil }

    @inline(always)
    mutating func addScalar(
        _ text: UnsafePointer<UInt8>, count: Int, resolution: Resolution, from start: Mark, to end: Mark
    ) {
        var record = NodeRecord(kind: .scalar, resolution: resolution, start: start, end: end)
        record.source = source
        record.count = Int32(truncatingIfNeeded: count)
        if frame.expectsKey {
            record.detail = keys.intern(text, count: count, in: &bytes)
            record.first = keys.range(of: record.detail).first
        } else {
            record.first = Int32(truncatingIfNeeded: bytes.count)
            bytes.append(text, count: count)
            if resolution == .plain { checkFinite(text, count: count, at: start) }
        }
        add(record)
    }

    @inline(always)
    private mutating func checkFinite(_ text: UnsafePointer<UInt8>, count: Int, at mark: Mark) {
        // Only `.inf`, `.nan` and their variants are this short with a dot as the first or second character.
        guard count >= 4, count <= 5, text[0] == 0x2E || text[1] == 0x2E else { return }
        let text = UnsafeBufferPointer(start: text, count: count)
        guard case .notFinite = meaning(of: text, resolution: .plain) else { return }
        report(.notFinite(makeString(text), at: position(mark)))
    }

    mutating func begin(_ kind: YAMLNode.Kind, at start: Mark) {
        if frame.expectsKey { report(.collectionAsKey(kind, at: position(start))) }
        add(NodeRecord(kind: kind, source: source, start: start, end: start))
        guard frames.count < Limits.depth else { return stop(.tooDeep(at: position(start))) }
        frames.append(frame)
        frame = Frame(
            node: Int32(nodes.count - 1), firstPending: Int32(pending.count), nodesBefore: expandedNodes - 1,
            height: 0, expectsKey: kind == .mapping)
    }

    /// - Parameter end: `nil` for a block collection, which ends with its last child.
    mutating func end(at end: Mark?) {
        let node = frame.node
        if let end {
            nodes.start[Int(node)].end = end
        } else if pending.count > Int(frame.firstPending) {
            nodes.start[Int(node)].end = nodes[pending[Int32(pending.count - 1)]].end
        }
        if nodes[node].kind == .mapping { layOutMapping() } else { layOutSequence() }
        pending.shrink(to: Int(frame.firstPending))
        let height = frame.height + 1
        if frame.isAnchored, let name = anchorNames[node], anchors[name]?.node == node {
            anchors[name]?.extent = (expandedNodes - frame.nodesBefore, height)
        }
        frame = frames[Int32(frames.count - 1)]
        frames.shrink(to: frames.count - 1)
        frame.height = max(frame.height, height)
    }

    func position(_ mark: Mark) -> Position {
        Position(file: file, line: Int(mark.line), column: Int(mark.column))
    }

    mutating func report(_ problem: Diagnostic) {
        // More are of no use to anyone, and each one costs time.
        guard problems.count < Limits.problems || problem.severity == .error else { return }
        problems.append(problem)
        if problem.severity == .error { errorCount += 1 }
        if errorCount >= Limits.problems { isStopped = true }
    }

    mutating func stop(_ problem: Diagnostic) {
        report(problem)
        isStopped = true
    }

    @inline(always)
    mutating func add(_ record: NodeRecord) {
        nodes.append(record)
        add(Int32(truncatingIfNeeded: nodes.count &- 1))
        expandedNodes &+= 1
        if nodes.count > Limits.nodes { stop(.tooManyNodes(at: position(record.start))) }
    }

    @inline(always)
    mutating func add(_ node: Int32) {
        pending.append(node)
        frame.expectsKey = frame.expectsKey ? false : frame.node >= 0 && nodes[frame.node].kind == .mapping
    }
}

extension Diagnostic {
    static func collectionAsKey(_ kind: YAMLNode.Kind, at position: Position) -> Diagnostic {
        Diagnostic(.error, "a \(kind) cannot be a key", at: position)
    }

    fileprivate static func notFinite(_ text: String, at position: Position) -> Diagnostic {
        Diagnostic(.error, "'\(text)' is not a JSON value; quote it to make it a string", at: position)
    }
}
