internal import Diagnostics

/// A node that aliases can refer to.
struct Anchor {
    let node: Int32
    /// The number of nodes and the depth of its expansion; `nil` while it is being read.
    var extent: (nodes: Int, height: Int32)?
    var isReported = false
}

extension TreeBuilder {
    /// Sets the anchor of the node that was added last.
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
        if frame.expectsKey { makeKey(anchor.node, at: mark) }
        frame.height = max(frame.height, extent.height)
        // Reading continues, so that the alias that exceeds the limit is reported, not only its anchor.
        if !anchor.isReported, extent.nodes > Limits.nodes || !isTooLarge && expandedNodes + extent.nodes > Limits.nodes {
            report(.tooManyNodes(at: position(mark)))
            anchors[name]?.isReported = true
        }
        add(anchor.node)
        expandedNodes = min(expandedNodes + extent.nodes, Int.max / 2)
    }

    /// Registers a node that was read as a value as a key.
    private mutating func makeKey(_ node: Int32, at mark: Mark) {
        let target = nodes[node]
        guard target.kind == .scalar else { return report(.collectionAsKey(target.kind, at: position(mark))) }
        guard target.detail < 0 else { return }
        let text = Array(UnsafeBufferPointer(start: bytes.start + Int(target.first), count: Int(target.count)))
        nodes.start[Int(node)].detail = keys.intern(text, count: text.count, in: &bytes)
    }

    /// Reports a problem and adds null in place of the value.
    private mutating func fill(_ problem: Diagnostic, at mark: Mark) {
        report(problem)
        add(NodeRecord(kind: .scalar, start: mark, end: mark))
    }
}

extension Diagnostic {
    fileprivate static func unknownAlias(_ name: String, at position: Position) -> Diagnostic {
        Diagnostic(.error, "alias '*\(name)' has no preceding anchor", at: position)
    }

    fileprivate static func aliasOfItself(_ name: String, at position: Position, anchor: Position) -> Diagnostic {
        Diagnostic(
            .error, "alias '*\(name)' is inside the node that it refers to", at: position,
            notes: [.init("the anchor '&\(name)' is here", at: anchor)])
    }
}
