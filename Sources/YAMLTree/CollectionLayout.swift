internal import Diagnostics

extension TreeBuilder {
    mutating func layOutSequence() {
        let count = pending.count - Int(frame.firstPending)
        nodes.start[Int(frame.node)].first = Int32(elements.count)
        nodes.start[Int(frame.node)].count = Int32(count)
        elements.append(pending.start + Int(frame.firstPending), count: count)
    }

    mutating func layOutMapping() {
        let mapping = frame.node
        let first = pairs.count
        if owners.count < keys.count {
            owners.append(repeating: -1, count: keys.count - owners.count + 1024)
        }
        let merged = appendOwnPairs(of: mapping)
        // A document that exceeds the limit must not grow further by merged pairs.
        if let merged, !isTooLarge { merge(merged, into: mapping) }
        nodes.start[Int(mapping)].first = Int32(first)
        nodes.start[Int(mapping)].count = Int32(pairs.count - first)
        if pairs.count - first > MappingIndex.threshold {
            nodes.start[Int(mapping)].detail = Int32(slots.count)
            MappingIndex.append(pairs: first..<pairs.count, of: pairs, to: &slots)
        }
    }

    /// Returns the value of the mapping's merge key, or `nil`.
    private mutating func appendOwnPairs(of mapping: Int32) -> Int32? {
        var merged: Int32?
        var index = frame.firstPending
        let end = Int32(pending.count) - 1
        while index < end, !isStopped {
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
        return merged
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
                    report(.mergeOfNoMapping(at: position(element.start)))
                }
            }
        case .scalar:
            report(.mergeOfNoMapping(at: position(record.start)))
        }
    }

    private mutating func mergePairs(of record: NodeRecord, into mapping: Int32) {
        var index = record.first
        while index < record.first + record.count {
            let pair = pairs[index]
            index += 1
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
        let first = position(nodes[pending[index]].start)
        report(.duplicateKey(text, at: position(record.start), first: first, isLenient))
    }
}

extension Diagnostic {
    fileprivate static func duplicateKey(
        _ key: String, at position: Position, first: Position, _ isLenient: Bool
    ) -> Diagnostic {
        Diagnostic(
            isLenient ? .warning : .error, "duplicate key '\(key)'" + (isLenient ? "; the first value is used" : ""),
            at: position, notes: [.init("first used here", at: first)])
    }

    fileprivate static func mergeOfNoMapping(at position: Position) -> Diagnostic {
        Diagnostic(.error, "the value of '<<' must be a mapping or a list of mappings", at: position)
    }
}
