import Diagnostics

extension DocumentReader {
    /// Reports operation IDs that are not unique; section 4.8.10 (Operation Object).
    mutating func checkOperationIDs() {
        var seen: [String: Position] = [:]
        for index in document.operations.indices {
            guard let id = document.operations[index].id else { continue }
            if let first = seen[id.value] {
                report(.duplicateOperation(id, firstAt: first), choosing: "this one is named after its path")
                document.operations[index].id = nil
            } else {
                seen[id.value] = id.position
            }
        }
        checkIncomingOperationIDs(sent: seen)
    }

    /// The code of webhooks and callbacks is separate, so an ID that a path's operation has as well is kept.
    private mutating func checkIncomingOperationIDs(sent: [String: Position]) {
        var seen: [String: Position] = [:]
        let callbacks = document.operations.flatMap(\.callbacks).flatMap(\.operations)
        for (index, operation) in (document.webhooks + callbacks).enumerated() {
            guard let id = operation.id else { continue }
            let first = seen[id.value] ?? sent[id.value]
            // A callback that several operations refer to occurs once for each.
            guard let first, first != id.position else {
                seen[id.value] = id.position
                continue
            }
            let isRenamed = seen[id.value] != nil && index < document.webhooks.count
            let duplicate = Diagnostic.duplicateOperation(id, firstAt: first)
            if isRenamed {
                report(duplicate, choosing: "this one is named after its webhook", isClear: true)
                document.webhooks[index].id = nil
            } else {
                report(.usedAgain(id, firstAt: first))
                seen[id.value] = seen[id.value] ?? id.position
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func duplicateOperation(_ id: Located<String>, firstAt first: Position) -> Diagnostic {
        Diagnostic(
            .error, "operationId '\(id.value)' is already used", at: id.position,
            notes: [.init("first used here", at: first)])
    }

    fileprivate static func usedAgain(_ id: Located<String>, firstAt first: Position) -> Diagnostic {
        Diagnostic(
            .warning, "operationId '\(id.value)' must be unique among all operations, webhooks and callbacks included",
            at: id.position,
            notes: [.init("first used here", at: first)])
    }
}
