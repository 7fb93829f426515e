internal import Diagnostics

/// Takes a document's parts in their order and lays them out as tables.
///
/// Both readers, of YAML and of JSON, feed it; it checks what the syntax leaves open: duplicate keys, limits, aliases.
struct TreeBuilder: ~Copyable {
    /// A collection that is being read.
    struct Frame: BitwiseCopyable {
        var node: Int32
        /// Where its children begin among the pending ones.
        var firstPending: Int32
        var nodesBefore: Int
        var height: Int32
        /// Whether the next child is a key; false in sequences.
        var expectsKey: Bool
        var isAnchored = false
    }

    /// A node that aliases can stand for.
    private struct Anchor {
        let node: Int32
        /// Nodes of its expansion and the collections within each other; nil while it is being read.
        var extent: (nodes: Int, height: Int32)?
        var isReported = false
    }

    let file: SourceFile.ID
    private(set) var nodes: Table<NodeRecord>
    private(set) var elements: Table<Int32>
    private(set) var pairs: Table<Pair>
    private(set) var slots = Table<Int32>(capacity: 64)
    private(set) var bytes: Table<UInt8>
    private(set) var keys = KeyTable()

    var problems: [Diagnostic] = []
    /// Whether a limit was passed, after which reading on makes no sense.
    private(set) var isStopped = false

    private let mergeKey: Int32?
    private var frames = Table<Frame>(capacity: 64)
    private var frame = Frame(node: -1, firstPending: 0, nodesBefore: 0, height: 0, expectsKey: false)
    private var pending = Table<Int32>(capacity: 1024)
    /// The mapping in which each key was seen last, by the key's number.
    private var owners = Table<Int32>(capacity: 1024)
    private var anchors: [String: Anchor] = [:]
    private var anchorNames: [Int32: String] = [:]
    private var expandedNodes = 0
    private var isTooLarge: Bool { expandedNodes > Limits.nodes }

    /// - Parameter merging: whether a plain `<<` merges, as it does in YAML and not in JSON.
    init(file: SourceFile.ID, byteCount: Int, merging: Bool) {
        self.file = file
        nodes = Table(capacity: byteCount / 20)
        elements = Table(capacity: byteCount / 200)
        pairs = Table(capacity: byteCount / 40)
        bytes = Table(capacity: byteCount / 2)
        mergeKey = merging ? keys.intern([0x3C, 0x3C], count: 2, in: &bytes) : nil
    }

    /// The kind of the innermost collection that is being read.
    var openKind: YAMLNode.Kind? { frame.node < 0 ? nil : nodes[frame.node].kind }

    /// The one node that was read, or nil.
    var root: Int32? { pending.count > 0 ? pending[0] : nil }

    // MARK: Parts

    @inline(always)
    mutating func addScalar(
        _ text: UnsafePointer<UInt8>, count: Int, resolution: Resolution, from start: Mark, to end: Mark
    ) {
        var record = NodeRecord(kind: .scalar, resolution: resolution, start: start, end: end)
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
        // Only `.inf`, `.nan` and the like have a dot first or second and are so short.
        guard count >= 4, count <= 5, text[0] == 0x2E || text[1] == 0x2E else { return }
        let text = UnsafeBufferPointer(start: text, count: count)
        guard case .notFinite = meaning(of: text, resolution: .plain) else { return }
        problems.append(.notFinite(makeString(text), at: position(mark)))
    }

    mutating func begin(_ kind: YAMLNode.Kind, at start: Mark) {
        if frame.expectsKey { problems.append(.collectionAsKey(kind, at: position(start))) }
        add(NodeRecord(kind: kind, start: start, end: start))
        guard frames.count < Limits.depth else { return stop(.tooDeep(at: position(start))) }
        frames.append(frame)
        frame = Frame(
            node: Int32(nodes.count - 1), firstPending: Int32(pending.count), nodesBefore: expandedNodes - 1,
            height: 0, expectsKey: kind == .mapping)
    }

    /// - Parameter end: nil for a block collection, which ends with its last child.
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

    /// Names the node that was added last.
    mutating func anchor(_ name: String) {
        let node = Int32(nodes.count - 1)
        let isScalar = nodes[node].kind == .scalar
        anchors[name] = Anchor(node: node, extent: isScalar ? (1, 0) : nil)
        if !isScalar {
            anchorNames[node] = name
            frame.isAnchored = true
        }
    }

    mutating func addAlias(_ name: String, at mark: Mark) {
        guard let anchor = anchors[name] else { return fill(.unknownAlias(name, at: position(mark)), at: mark) }
        guard let extent = anchor.extent else {
            let anchored = position(nodes[anchor.node].start)
            return fill(.aliasOfItself(name, at: position(mark), anchor: anchored), at: mark)
        }
        guard frames.count + Int(extent.height) <= Limits.depth else { return stop(.tooDeep(at: position(mark))) }
        let target = nodes[anchor.node]
        if frame.expectsKey {
            if target.kind != .scalar { problems.append(.collectionAsKey(target.kind, at: position(mark))) }
            if target.kind == .scalar, target.detail < 0 {
                let copy = Array(UnsafeBufferPointer(start: bytes.start + Int(target.first), count: Int(target.count)))
                nodes.start[Int(anchor.node)].detail = keys.intern(copy, count: copy.count, in: &bytes)
            }
        }
        frame.height = max(frame.height, extent.height)
        // Reading goes on, so that the use of what is too large is named and not only its making.
        if !anchor.isReported, extent.nodes > Limits.nodes || !isTooLarge && expandedNodes + extent.nodes > Limits.nodes {
            problems.append(.tooManyNodes(at: position(mark)))
            anchors[name]?.isReported = true
        }
        add(anchor.node)
        expandedNodes = min(expandedNodes + extent.nodes, Int.max / 2)
    }

    func position(_ mark: Mark) -> Position {
        Position(file: file, line: Int(mark.line), column: Int(mark.column))
    }

    mutating func stop(_ problem: Diagnostic) {
        problems.append(problem)
        isStopped = true
    }

    // MARK: Layout

    @inline(always)
    private mutating func add(_ record: NodeRecord) {
        nodes.append(record)
        add(Int32(truncatingIfNeeded: nodes.count &- 1))
        expandedNodes &+= 1
        if nodes.count > Limits.nodes { stop(.tooManyNodes(at: position(record.start))) }
    }

    @inline(always)
    private mutating func add(_ node: Int32) {
        pending.append(node)
        frame.expectsKey = frame.expectsKey ? false : frame.node >= 0 && nodes[frame.node].kind == .mapping
    }

    /// Reports a problem and puts a null where the value would be.
    private mutating func fill(_ problem: Diagnostic, at mark: Mark) {
        problems.append(problem)
        add(NodeRecord(kind: .scalar, start: mark, end: mark))
    }

    private mutating func layOutSequence() {
        let count = pending.count - Int(frame.firstPending)
        nodes.start[Int(frame.node)].first = Int32(elements.count)
        nodes.start[Int(frame.node)].count = Int32(count)
        elements.append(pending.start + Int(frame.firstPending), count: count)
    }

    private mutating func layOutMapping() {
        let mapping = frame.node
        let first = pairs.count
        if owners.count < keys.count {
            owners.append(repeating: -1, count: keys.count - owners.count + 1024)
        }
        var merged: Int32?
        var index = frame.firstPending
        let end = Int32(pending.count) - 1
        while index < end {
            let key = pending[index]
            let value = pending[index &+ 1]
            index &+= 2
            let name = nodes[key].detail
            guard name >= 0, nodes[key].kind == .scalar else { continue }
            if owners[name] == mapping {
                reportDuplicate(key, before: index &- 2)
                continue
            }
            owners[name] = mapping
            if name == mergeKey, nodes[key].resolution == .plain {
                merged = value
            } else {
                pairs.append(Pair(name: name, key: key, value: value))
            }
        }
        // A document that is too large anyway must not grow by copies of merged pairs.
        if let merged, !isTooLarge { merge(merged, into: mapping) }
        nodes.start[Int(mapping)].first = Int32(first)
        nodes.start[Int(mapping)].count = Int32(pairs.count - first)
        if pairs.count - first > MappingIndex.threshold {
            nodes.start[Int(mapping)].detail = Int32(slots.count)
            MappingIndex.append(pairs: first..<pairs.count, of: pairs, to: &slots)
        }
    }

    private mutating func merge(_ value: Int32, into mapping: Int32) {
        let record = nodes[value]
        switch record.kind {
        case .mapping:
            mergePairs(of: record, into: mapping)
        case .sequence:
            for index in record.first..<record.first + record.count {
                let element = nodes[elements[index]]
                if element.kind == .mapping {
                    mergePairs(of: element, into: mapping)
                } else {
                    problems.append(.mergeOfNoMapping(at: position(element.start)))
                }
            }
        case .scalar:
            problems.append(.mergeOfNoMapping(at: position(record.start)))
        }
    }

    private mutating func mergePairs(of record: NodeRecord, into mapping: Int32) {
        for index in record.first..<record.first + record.count {
            let pair = pairs[index]
            guard owners[pair.name] != mapping else { continue }
            owners[pair.name] = mapping
            pairs.append(pair)
        }
    }

    private mutating func reportDuplicate(_ key: Int32, before end: Int32) {
        let record = nodes[key]
        var index = frame.firstPending
        while index < end, nodes[pending[index]].detail != record.detail { index += 2 }
        let text = makeString(bytes.start + Int(record.first), count: Int(record.count))
        problems.append(
            .duplicateKey(text, at: position(record.start), first: position(nodes[pending[index]].start)))
    }
}

extension Diagnostic {
    fileprivate static func duplicateKey(_ key: String, at position: Position, first: Position) -> Diagnostic {
        Diagnostic(.error, "duplicate key '\(key)'", at: position, notes: [.init("first used here", at: first)])
    }

    fileprivate static func collectionAsKey(_ kind: YAMLNode.Kind, at position: Position) -> Diagnostic {
        Diagnostic(.error, "a \(kind) cannot be a key", at: position)
    }

    fileprivate static func tooDeep(at position: Position) -> Diagnostic {
        Diagnostic(.error, "more than \(Limits.depth) collections lie within each other", at: position)
    }

    fileprivate static func tooManyNodes(at position: Position) -> Diagnostic {
        Diagnostic(.error, "the document has more than \(Limits.nodes) nodes, counting each alias in full", at: position)
    }

    fileprivate static func notFinite(_ text: String, at position: Position) -> Diagnostic {
        Diagnostic(.error, "'\(text)' is not a JSON value; quote it if text is meant", at: position)
    }

    fileprivate static func unknownAlias(_ name: String, at position: Position) -> Diagnostic {
        Diagnostic(.error, "alias '*\(name)' has no anchor before it", at: position)
    }

    fileprivate static func aliasOfItself(_ name: String, at position: Position, anchor: Position) -> Diagnostic {
        Diagnostic(
            .error, "alias '*\(name)' stands within the node that it names", at: position,
            notes: [.init("'&\(name)' is here", at: anchor)])
    }

    fileprivate static func mergeOfNoMapping(at position: Position) -> Diagnostic {
        Diagnostic(.error, "'<<' takes a mapping or a list of mappings", at: position)
    }
}
