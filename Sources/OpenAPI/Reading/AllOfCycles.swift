import Diagnostics

extension SchemaReader {
    /// Breaks cycles of schemas that contain each other through `allOf`, as validating a value would not end.
    ///
    /// JSON Schema, Core, section 9.4.1. Cycles through `oneOf` or `anyOf` are a common way to define subtypes and are kept.
    mutating func breakAllOfCycles() {
        var isDone = [Bool](repeating: false, count: schemas.count)
        var isOnPath = isDone
        for start in schemas.indices where !isDone[start] {
            if schemas[start].reference == nil, schemas[start].allOf.isEmpty {
                isDone[start] = true
                continue
            }
            // Iterative, as schemas can form long chains.
            var path = [(index: start, parts: parts(of: start))]
            isOnPath[start] = true
            while let index = path.last?.index {
                guard let part = path[path.count - 1].parts.popLast() else {
                    isOnPath[index] = false
                    isDone[index] = true
                    path.removeLast()
                    continue
                }
                if isOnPath[part.index] {
                    let first = path.firstIndex { $0.index == part.index } ?? 0
                    leaveOut(part, of: index, cycle: path[first...].map(\.index))
                } else if !isDone[part.index] {
                    isOnPath[part.index] = true
                    path.append((part.index, parts(of: part.index)))
                }
            }
        }
    }

    /// Returns the schemas that every value of a schema must match as well, in reverse order.
    private func parts(of index: Int) -> [SchemaID] {
        let schema = schemas[index]
        return schema.allOf.reversed() + (schema.reference.map { [$0] } ?? [])
    }

    private mutating func leaveOut(_ part: SchemaID, of index: Int, cycle: [Int]) {
        let schema = schemas[index]
        let isReference = schema.reference == part
        let position = isReference ? schema.referenceText?.position : nil
        let names = cycle.compactMap { schemas[$0].componentName }
        report(.allOfCycle(names, at: position ?? schema.position), choosing: "this part is ignored")
        if isReference { schemas[index].reference = nil }
        schemas[index].allOf.removeAll { $0 == part }
    }
}

extension Diagnostic {
    fileprivate static func allOfCycle(_ names: [String], at position: Position) -> Diagnostic {
        let shown = names.prefix(5).map { "'\($0)'" } + (names.count > 5 ? ["\(names.count - 5) more"] : [])
        let isOne = names.count < 2
        let schemas =
            isOne
            ? names.first.map { "'\($0)'" } ?? "a schema"
            : shown.dropLast().joined(separator: ", ") + " and " + shown[shown.count - 1]
        return Diagnostic(.error, "\(schemas) cannot contain \(isOne ? "itself" : "each other") in 'allOf'", at: position)
    }
}
