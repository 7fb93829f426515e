extension ByteValidator {
    /// Whether the next value fulfills the schemas that are applied to it by others.
    ///
    /// - Parameter end: Where to go on, once that is known.
    mutating func acceptsInPlace(
        _ schemas: UnsafePointer<SchemasInPlace>, _ json: inout JSONReader, from start: Place, _ end: inout Place?
    ) throws(JSONError) -> Bool {
        for node in schemas.pointee.all {
            guard try accepts(node, &json, from: start, &end) else { return false }
        }
        if let any = schemas.pointee.any {
            guard try acceptsOne(of: any, &json, from: start, &end) else { return false }
        }
        if let one = schemas.pointee.one {
            var count = 0
            for node in one where try accepts(node, &json, from: start, &end) { count += 1 }
            guard count == 1 else { return false }
        }
        if let not = schemas.pointee.not, try accepts(not, &json, from: start, &end) { return false }
        if let condition = schemas.pointee.condition {
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
        guard try accepts(node, &json, leavingReader: end == nil ? .behindValue : .anywhere) else { return false }
        if end == nil { end = Place(json) }
        return true
    }
}
