extension ByteValidator {
    /// Whether the next value fulfills the schemas that are applied to it by others.
    ///
    /// - Parameter end: Where the value ends, once that is known.
    mutating func acceptsInPlace(
        _ schema: UnsafePointer<ByteSchema>, _ json: inout JSONReader, from start: Place, _ end: inout Place?
    ) throws(JSONError) -> Bool {
        for node in schema.pointee.all {
            guard try accepts(node, &json, from: start, &end) else { return false }
        }
        if let any = schema.pointee.any {
            guard try acceptsOne(of: any, &json, from: start, &end) else { return false }
        }
        if let one = schema.pointee.one {
            var count = 0
            for node in one where try accepts(node, &json, from: start, &end) { count += 1 }
            guard count == 1 else { return false }
        }
        if let not = schema.pointee.not, try accepts(not, &json, from: start, &end) { return false }
        if let condition = schema.pointee.condition {
            let isMet = try accepts(condition.schema, &json, from: start, &end)
            guard let branch = isMet ? condition.then : condition.otherwise else { return true }
            return try accepts(branch, &json, from: start, &end)
        }
        return true
    }

    private mutating func acceptsOne(
        of nodes: UnsafeBufferPointer<Int32>, _ json: inout JSONReader, from start: Place, _ end: inout Place?
    ) throws(JSONError) -> Bool {
        for node in nodes where try accepts(node, &json, from: start, &end) { return true }
        return false
    }

    private mutating func accepts(
        _ node: Int32, _ json: inout JSONReader, from start: Place, _ end: inout Place?
    ) throws(JSONError) -> Bool {
        try goBack(to: start, &json)
        guard try accepts(node, &json) else { return false }
        end = Place(json)
        return true
    }
}
