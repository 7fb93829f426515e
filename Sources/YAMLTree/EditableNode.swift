package import Diagnostics

/// A mutable copy of a node in which each alias is a copy of its own.
package final class EditableNode {
    /// The original node, which has the position and the value of a scalar.
    package let origin: YAMLNode
    package var members: [Member]
    package var elements: [EditableNode]

    /// An entry of a mapping.
    package struct Member {
        package let key: YAMLNode
        package let name: String
        package var value: EditableNode

        package init(_ entry: YAMLEntry) {
            key = entry.key
            name = entry.name
            value = EditableNode(entry.value)
        }
    }

    package init(_ node: YAMLNode) {
        origin = node
        elements = node.elements.map { EditableNode($0) }
        members = node.entries.map { Member($0) }
    }

    /// The elements, or the members' values.
    package var children: [EditableNode] {
        origin.isSequence ? elements : members.map(\.value)
    }

    package subscript(name: String) -> EditableNode? {
        members.first { $0.name == name }?.value
    }
}

extension YAMLNode {
    /// Whether the node, with its aliases expanded, is small enough to be copied.
    package var isEditable: Bool {
        var open = [self]
        var count = 0
        while let node = open.popLast() {
            count += 1
            if count > Limits.editableNodes { return false }
            if node.isSequence { open += node.elements } else { for entry in node.entries { open.append(entry.value) } }
        }
        return true
    }
}

extension YAMLTree {
    /// Returns the tree of an edited copy of this tree's root; nodes keep their original positions.
    ///
    /// - Parameter others: The trees that nodes were copied from.
    /// - Returns: `nil` after an error.
    package func edited(_ root: EditableNode, takingFrom others: [YAMLTree], log: inout DiagnosticLog) -> YAMLTree? {
        let sources = self.sources + others.map { $0.sources[0] }
        let numbers = Dictionary(sources.enumerated().map { ($1.file, UInt16($0)) }) { first, _ in first }
        var builder = TreeBuilder(file: sources[0].file, byteCount: bytes.count, merging: false, isLenient: false)
        builder.add(copy: root, numbers)
        for problem in builder.problems { log.report(problem) }
        guard builder.problems.isEmpty, let index = builder.root else { return nil }
        return YAMLTree(builder, root: index, sources: sources)
    }
}

extension TreeBuilder {
    fileprivate mutating func add(copy node: EditableNode, _ numbers: [SourceFile.ID: UInt16]) {
        guard !isStopped else { return }
        let origin = node.origin
        guard !origin.isScalar else { return add(scalar: origin, numbers) }
        take(origin, numbers)
        begin(origin.kind, at: origin.record.start)
        for element in node.elements { add(copy: element, numbers) }
        for member in node.members {
            add(scalar: member.key, numbers)
            add(copy: member.value, numbers)
        }
        guard !isStopped else { return }
        end(at: origin.record.end)
    }

    private mutating func add(scalar node: YAMLNode, _ numbers: [SourceFile.ID: UInt16]) {
        take(node, numbers)
        let record = node.record
        addScalar(
            node.tree.bytes.start + Int(record.first), count: Int(record.count), resolution: record.resolution,
            from: record.start, to: record.end)
    }

    private mutating func take(_ node: YAMLNode, _ numbers: [SourceFile.ID: UInt16]) {
        source = numbers[node.position.file] ?? 0
    }
}
