/// Checks the bytes of a document against schemas, without making a value of them.
///
/// It handles only cases that can be decided quickly: `true` means that ``SchemaEvaluation`` finds no violation. It throws where it does
/// not know, and also where it takes too long. `false` is final only if no object repeats a name, because the last of such members
/// counts, and those before it can be anything. See ``checkNames(_:)``.
struct ByteValidator: ~Copyable {
    /// The stack frames of this many levels fit on any thread.
    static let maximumDepth = 64
    /// The same limit as ``SchemaEvaluation``, so that both come to an end for the same values.
    private static let maximumSteps = SchemaEvaluation.maximumSteps
    static let maximumPatternSteps = SchemaEvaluation.maximumPatternSteps

    private let schemas: UnsafeBufferPointer<ByteSchema>
    private var depth = 0
    private var steps = 0
    var patternSteps = 0
    /// How many bytes may still be read again.
    private var repeatedBytes: Int
    /// Where names are known to be unique in their objects and equal only to names of the same bytes.
    var checkedNames = 0..<0
    /// Hashes of the names or elements of arrays and objects, the innermost last.
    var hashes: [UInt64] = []

    init(_ schemas: UnsafeBufferPointer<ByteSchema>, documentLength: Int) {
        self.schemas = schemas
        repeatedBytes = 65_536 + min(documentLength, Int.max >> 8) * 64
    }

    /// Where the reader is left if a value is accepted.
    enum Ending {
        case behindValue, anywhere
    }

    /// Returns whether a schema allows the next value.
    mutating func accepts(
        _ number: Int32, _ json: inout JSONReader, leavingReader ending: Ending = .behindValue
    ) throws(JSONError) -> Bool {
        var schema = schemas.baseAddress.unsafelyUnwrapped + Int(number)
        if schema.pointee.references > 0 {
            try spend(steps: Int(schema.pointee.references))
            schema = schemas.baseAddress.unsafelyUnwrapped + Int(schema.pointee.target)
        }
        guard !schema.pointee.isUndecided, depth < Self.maximumDepth else { throw .undecided }
        if schema.pointee.isNever { return false }
        try spend(steps: 1)
        depth += 1
        defer { depth -= 1 }
        guard let inPlace = schema.pointee.inPlace else {
            if schema.pointee.asksItself { return try acceptsItself(schema, &json) }
            if ending == .behindValue { try json.skipValue() }
            return true
        }
        if inPlace.pointee.dependOnFailure { try checkNames(&json) }
        let start = Place(json)
        var end = ending == .anywhere ? start : nil
        if schema.pointee.asksItself {
            guard try acceptsItself(schema, &json) else { return false }
            end = Place(json)
        }
        guard try acceptsInPlace(inPlace, &json, from: start, &end) else { return false }
        if let end {
            end.restore(&json)
        } else {
            // None of the schemas has accepted the value, as for `not`.
            start.restore(&json)
            try json.skipValue()
        }
        return true
    }

    /// Whether the value fulfills the keywords that are about its own type, members and elements.
    private mutating func acceptsItself(_ schema: UnsafePointer<ByteSchema>, _ json: inout JSONReader) throws(JSONError) -> Bool {
        json.skipWhitespace()
        let types = schema.pointee.types
        switch json.byte {
        case UInt8(ascii: "\""):
            guard types.contains(.string) else { return false }
            return try acceptsText(schema, &json)
        case UInt8(ascii: "{"):
            guard types.contains(.object), try isOpenForContainers(schema) else { return false }
            return try acceptsObject(schema, &json)
        case UInt8(ascii: "["):
            guard types.contains(.array), try isOpenForContainers(schema) else { return false }
            return try acceptsArray(schema, &json)
        case UInt8(ascii: "t"):
            guard types.contains(.boolean), try json.literal("true") else { return false }
            return schema.pointee.allows(JSONLiteral.yes)
        case UInt8(ascii: "f"):
            guard types.contains(.boolean), try json.literal("false") else { return false }
            return schema.pointee.allows(JSONLiteral.no)
        case UInt8(ascii: "n"):
            guard types.contains(.null), try json.literal("null") else { return false }
            return schema.pointee.allows(JSONLiteral.null)
        default: return try acceptsNumber(schema, &json)
        }
    }

    /// Whether an array or object may be looked at, as it cannot equal a scalar constant.
    private func isOpenForContainers(_ schema: UnsafePointer<ByteSchema>) throws(JSONError) -> Bool {
        guard schema.pointee.hasConstants else { return true }
        if schema.pointee.hasContainerConstants { throw .undecided }
        return false
    }

    // MARK: Limits

    /// Counts steps, so that no schema makes checking take too long.
    @inline(__always)
    mutating func spend(steps count: Int) throws(JSONError) {
        steps &+= count
        if steps > Self.maximumSteps { throw .undecided }
    }

    /// Goes back to a place before.
    mutating func goBack(to place: Place, _ json: inout JSONReader) throws(JSONError) {
        repeatedBytes -= json.position - place.position
        if repeatedBytes < 0 { throw .undecided }
        place.restore(&json)
    }

    /// A place of a reader, to which it can return.
    struct Place {
        let position: Int
        private let depth: Int

        init(_ json: borrowing JSONReader) {
            position = json.position
            depth = json.depth
        }

        func restore(_ json: inout JSONReader) {
            json.position = position
            json.depth = depth
        }
    }
}

extension JSONError {
    /// The end of a check that a ``ByteValidator`` leaves to an evaluation.
    static let undecided = JSONError(.custom("undecided"))
}
