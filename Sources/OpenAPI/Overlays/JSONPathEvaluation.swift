import YAMLTree

extension JSONPath {
    /// Returns the selected nodes in document order, each once.
    func nodes(from start: EditableNode, root: EditableNode) -> [EditableNode] {
        segments.reduce([start]) { nodes, segment in
            var seen: Set<ObjectIdentifier> = []
            let scope = segment.isDescendant ? nodes.flatMap(\.descendants) : nodes
            return scope.flatMap { segment.selected(in: $0, root: root) }.filter { seen.insert(ObjectIdentifier($0)).inserted }
        }
    }
}

extension EditableNode {
    /// The node and its descendants.
    fileprivate var descendants: [EditableNode] {
        var all: [EditableNode] = []
        var open = [self]
        while let node = open.popLast() {
            all.append(node)
            open += node.children.reversed()
        }
        return all
    }
}

extension JSONPath.Segment {
    fileprivate func selected(in node: EditableNode, root: EditableNode) -> [EditableNode] {
        selectors.flatMap { selector -> [EditableNode] in
            switch selector {
            case .name(let name): node[name].map { [$0] } ?? []
            case .wildcard: node.children
            case .index(let index): element(index, of: node).map { [$0] } ?? []
            case .slice(let start, let end, let step): slice(node.elements, start, end, step)
            case .filter(let condition): node.children.filter { condition.holds(for: $0, root: root) }
            }
        }
    }

    /// Section 2.3.3.
    private func element(_ index: Int, of node: EditableNode) -> EditableNode? {
        let (sum, _) = index.addingReportingOverflow(index < 0 ? node.elements.count : 0)
        return node.elements.indices.contains(sum) ? node.elements[sum] : nil
    }

    /// Section 2.3.4.
    private func slice(_ elements: [EditableNode], _ start: Int?, _ end: Int?, _ step: Int) -> [EditableNode] {
        let count = elements.count
        func bound(_ value: Int?, _ standard: Int, _ limits: ClosedRange<Int>) -> Int {
            guard let value else { return standard }
            let fromStart = value < 0 ? max(value, -count - 1) + count : value
            return min(max(fromStart, limits.lowerBound), limits.upperBound)
        }
        let limitedStep = min(max(step, -count - 1), count + 1)
        if step > 0 {
            return stride(from: bound(start, 0, 0...count), to: bound(end, count, 0...count), by: limitedStep).map { elements[$0] }
        }
        guard step < 0 else { return [] }
        let limits = -1...max(-1, count - 1)
        return stride(from: bound(start, count - 1, limits), to: bound(end, -1, limits), by: limitedStep).map { elements[$0] }
    }
}

extension JSONPath.Condition {
    /// Section 2.3.5.2.
    fileprivate func holds(for node: EditableNode, root: EditableNode) -> Bool {
        switch self {
        case .or(let conditions): conditions.contains { $0.holds(for: node, root: root) }
        case .and(let conditions): conditions.allSatisfy { $0.holds(for: node, root: root) }
        case .not(let condition): !condition.holds(for: node, root: root)
        case .exists(let query): !query.nodes(for: node, root: root).isEmpty
        case .compare(let left, let sign, let right):
            compare(left.value(for: node, root: root), sign, right.value(for: node, root: root))
        }
    }

    private func compare(_ left: YAMLScalar?, _ sign: JSONPath.Comparison, _ right: YAMLScalar?) -> Bool {
        let isLess: (YAMLScalar?, YAMLScalar?) -> Bool = { one, other in
            if let one = one?.double, let other = other?.double { return one < other }
            guard case .string(let one)? = one, case .string(let other)? = other else { return false }
            return one < other
        }
        let isEqual = left?.double != nil && right?.double != nil ? left?.double == right?.double : left == right
        switch sign {
        case .equal: return isEqual
        case .notEqual: return !isEqual
        case .less: return isLess(left, right)
        case .greater: return isLess(right, left)
        case .notGreater: return isEqual || isLess(left, right)
        case .notLess: return isEqual || isLess(right, left)
        }
    }
}

extension JSONPath.Query {
    fileprivate func nodes(for node: EditableNode, root: EditableNode) -> [EditableNode] {
        path.nodes(from: isFromRoot ? root : node, root: root)
    }
}

extension JSONPath.Operand {
    /// `nil` for no value and for collections.
    fileprivate func value(for node: EditableNode, root: EditableNode) -> YAMLScalar? {
        switch self {
        case .literal(let value): return value
        case .count(let query): return .int(query.nodes(for: node, root: root).count)
        case .query(let query): return single(query, node, root)?.origin.scalar
        case .length(let operand):
            if case .query(let query) = operand, let node = single(query, node, root), !node.origin.isScalar {
                return .int(node.children.count)
            }
            guard case .string(let text)? = operand.value(for: node, root: root) else { return nil }
            return .int(text.unicodeScalars.count)
        }
    }

    private func single(_ query: JSONPath.Query, _ node: EditableNode, _ root: EditableNode) -> EditableNode? {
        let nodes = query.nodes(for: node, root: root)
        return nodes.count == 1 ? nodes[0] : nil
    }
}

extension YAMLScalar {
    fileprivate var double: Double? {
        switch self {
        case .int(let value): Double(value)
        case .number(let text): Double(text)
        default: nil
        }
    }
}
