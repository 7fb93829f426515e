extension JSONReader {
    /// Frames of 64 levels fit on any thread, so that the stack is only measured beyond that.
    static let levelsWithoutQuestion = 64
    /// What must stay free for everything that is called from the deepest level.
    private static let reserve: UInt = 96 * 1024

    mutating func enter() throws(JSONError) {
        depth += 1
        if depth > uncheckedDepth { try checkNesting() }
        if attempts.areExhausted { throw error(.tooManyAttempts) }
        position += 1
    }

    @inline(never)
    private mutating func checkNesting() throws(JSONError) {
        guard depth <= options.maximumDepth else { throw error(.tooDeep) }
        let limit = stackLimit ?? lowestStackAddress().map { $0 + Self.reserve } ?? 0
        stackLimit = limit
        var here: UInt8 = 0
        let address = withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) }
        guard address > limit else { throw error(.tooDeep) }
    }
}
