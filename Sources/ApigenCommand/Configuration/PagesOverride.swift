package import APIModel
import Diagnostics

/// How a configuration describes the pages of an operation, in place of the document's description.
package struct PagesOverride: Sendable {
    /// The `operationId`, or method and path such as `GET /pets`.
    package let operation: String
    package let description: PagesDescription

    package init(operation: String, description: PagesDescription) {
        self.operation = operation
        self.description = description
    }
}

extension ResolvedDocument {
    /// Returns the document with the descriptions of pages that were chosen, and reports those of operations that it does not have.
    func describingPages(_ overrides: [PagesOverride], log: inout DiagnosticLog) -> ResolvedDocument {
        var document = self
        for override in overrides {
            let index = document.operations.firstIndex {
                $0.operationID == override.operation || "\($0.method) \($0.path)" == override.operation
            }
            if let index {
                document.operations[index].pages = override.description
            } else {
                log.report(.noOperation(override, at: override.description.position ?? about.position))
            }
        }
        return document
    }
}

extension Diagnostic {
    fileprivate static func noOperation(_ override: PagesOverride, at position: Position) -> Diagnostic {
        Diagnostic(.error, "the document has no operation '\(override.operation)' whose pages could be described", at: position)
    }
}
