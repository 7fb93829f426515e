package import Diagnostics
package import YAMLTree

/// Applies overlays to a document in order, or returns `nil` after an error.
///
/// OpenAPI Overlay Specification 1.0.0 and 1.1.0. Added nodes keep their positions in the overlay.
package func applyOverlays(_ overlays: [YAMLTree], to tree: YAMLTree, log: inout DiagnosticLog) -> YAMLTree? {
    guard !overlays.isEmpty else { return tree }
    for tree in [tree] + overlays where !tree.root.isEditable {
        log.report(.tooLarge(tree.root))
        return nil
    }
    let root = EditableNode(tree.root)
    for overlay in overlays { apply(overlay.root, to: root, log: &log) }
    return log.hasErrors ? nil : tree.edited(root, takingFrom: overlays, log: &log)
}

private func apply(_ overlay: YAMLNode, to root: EditableNode, log: inout DiagnosticLog) {
    guard overlay.isMapping, let version = overlay["overlay"]?.text else { return log.report(.noOverlay(overlay)) }
    if !version.hasPrefix("1.") { log.report(.unknownVersion(version, overlay["overlay"] ?? overlay)) }
    warnAboutUnknown(["overlay", "info", "extends", "actions"], in: overlay, "the overlay object", log: &log)
    guard let actions = overlay["actions"], actions.isSequence, actions.count > 0 else {
        return log.report(.noActions(overlay["actions"] ?? overlay))
    }
    for action in actions.elements { apply(action: action, version: version, to: root, log: &log) }
}

private func apply(action: YAMLNode, version: String, to root: EditableNode, log: inout DiagnosticLog) {
    guard action.isMapping, let target = action["target"], let text = target.string else {
        return log.report(.noTarget(action))
    }
    warnAboutUnknown(["target", "description", "update", "remove"], in: action, "the action object", log: &log)
    let path: JSONPath
    do throws(JSONPathError) {
        path = try JSONPath(text)
    } catch {
        return log.report(.badTarget(target, error))
    }
    let nodes = path.nodes(from: root, root: root)
    if nodes.isEmpty { return log.report(.selectsNothing(target)) }
    if action["remove"]?.bool == true {
        if nodes.contains(where: { $0 === root }) { return log.report(.removesAll(target)) }
        return remove(Set(nodes.map { ObjectIdentifier($0) }), below: root)
    }
    guard let update = action["update"] else { return log.report(.doesNothing(action)) }
    for node in nodes {
        guard node.origin.isSequence || node.origin.isMapping && update.isMapping else {
            return log.report(.doesNotFit(update, node.origin))
        }
        if node.origin.isSequence, !(update.isSequence && !version.hasPrefix("1.0")) {
            node.elements.append(EditableNode(update))
        } else {
            merge(update, into: node)
        }
    }
}

/// Merges mappings recursively, appends lists and replaces any other value.
private func merge(_ update: YAMLNode, into node: EditableNode) {
    node.elements += update.elements.map { EditableNode($0) }
    for entry in update.entries {
        guard let index = node.members.firstIndex(where: { $0.name == entry.name }) else {
            node.members.append(.init(entry))
            continue
        }
        let old = node.members[index].value
        if old.origin.kind == entry.value.kind, !entry.value.isScalar {
            merge(entry.value, into: old)
        } else {
            node.members[index] = .init(entry)
        }
    }
}

private func remove(_ nodes: Set<ObjectIdentifier>, below root: EditableNode) {
    var open = [root]
    while let node = open.popLast() {
        node.elements.removeAll { nodes.contains(ObjectIdentifier($0)) }
        node.members.removeAll { nodes.contains(ObjectIdentifier($0.value)) }
        open += node.children
    }
}

private func warnAboutUnknown(_ known: [String], in node: YAMLNode, _ owner: String, log: inout DiagnosticLog) {
    for entry in node.entries where !known.contains(entry.name) && !entry.name.hasPrefix("x-") {
        log.report(.unknownField(entry, among: known, in: owner))
    }
}

extension Diagnostic {
    fileprivate static func tooLarge(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "the document has too many nodes for overlays, counting each alias in full", at: node.position)
    }

    fileprivate static func noOverlay(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "an overlay must be a mapping with the field 'overlay'", at: node.position)
    }

    fileprivate static func unknownVersion(_ version: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "version '\(version)' of the Overlay Specification is unknown, expected 1.0.0", at: node.position)
    }

    fileprivate static func noActions(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'actions' must be a list with at least one action", at: node.position)
    }

    fileprivate static func noTarget(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "an action needs a 'target'", at: node.position)
    }

    fileprivate static func badTarget(_ node: YAMLNode, _ error: JSONPathError) -> Diagnostic {
        Diagnostic(.error, "the target is not a valid JSONPath: it \(error.text)", at: node.position)
    }

    fileprivate static func selectsNothing(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "the target selects nothing in the document", at: node.position)
    }

    fileprivate static func removesAll(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "the whole document cannot be removed", at: node.position)
    }

    fileprivate static func doesNothing(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "the action has neither 'update' nor 'remove'", at: node.position)
    }

    fileprivate static func doesNotFit(_ update: YAMLNode, _ target: YAMLNode) -> Diagnostic {
        Diagnostic(
            .error, "\(update.kindPhrase) cannot be merged into \(target.kindPhrase)", at: update.position,
            notes: [.init("selected here", at: target.position)])
    }

    fileprivate static func unknownField(_ entry: YAMLEntry, among known: [String], in owner: String) -> Diagnostic {
        Diagnostic(
            .warning, "unknown field '\(entry.name)' in \(owner)\(suggestion(for: entry.name, among: known))",
            at: entry.key.position)
    }
}
